import type { Moment } from '../../../../state/choices/all.ts'
import type { HideKind } from '../../../../state/choices/hiding.ts'
import { type Lock, type PagePart, panelsSaid } from '../../../../state/choices/recipient.ts'
import type { State } from '../../../../state/store.ts'

/** How whoever opens the link has the page; the page of the one who shares stays as it is. */
export interface ForRecipient {
  readonly hide: ReadonlySet<HideKind>
  readonly locked: ReadonlySet<Lock>
  /** Null where all stand. */
  readonly parts: ReadonlySet<PagePart> | null
}

/** At first as the one who shares has it. */
export const asHere = ({ hide, locked, parts }: State): ForRecipient => ({ hide, locked, parts })

/** The fields of the link that say it. */
export const fieldsFor = ({ hide, locked, parts }: ForRecipient): Moment => ({
  hide: hide.size > 0 ? [...hide] : undefined,
  lock: locked.size > 0 ? [...locked] : undefined,
  panels: panelsSaid(parts),
})
