import { PROGRAM } from './belonging.ts'
import { linked, setOf } from './choice.ts'
import { listOf, oneOf } from './form.ts'

/** What whoever opens a link may not change. */
export const LOCKS = ['program', 'inputs'] as const
export type Lock = (typeof LOCKS)[number]

/** The parts of the page that a link may do without, beside the graph, which always stands. */
export const PAGE_PARTS = ['header', 'program', 'inputs', 'counts', 'caption', 'ledger', 'transport'] as const
export type PagePart = (typeof PAGE_PARTS)[number]

/** A list that names the graph alone is not empty. */
const panels = listOf(oneOf<PagePart | 'graph'>([...PAGE_PARTS, 'graph']))

/** How whoever opens a link has the page. */
export const recipient = {
  locked: setOf('lock', listOf(oneOf(LOCKS)), PROGRAM),
  /** The parts that stand; null where all do. */
  parts: linked<ReadonlySet<PagePart> | null, { readonly panels: typeof panels }>(null, {
    ...{ fields: { panels }, of: PROGRAM },
    says: (parts) => ({ panels: panelsSaid(parts) }),
    means: (said) => (said.panels ? new Set(said.panels.filter((part) => part !== 'graph')) : null),
  }),
}

/** As a link says the parts that stand. */
export function panelsSaid(parts: ReadonlySet<PagePart> | null): readonly (PagePart | 'graph')[] | undefined {
  if (parts === null) return undefined
  return parts.size > 0 ? [...parts] : ['graph']
}
