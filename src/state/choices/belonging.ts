import type { Tab } from '../tabs.ts'
import type { ChainView } from './views.ts'

/** What choices depend on that are of one place only. */
export interface Where {
  readonly tab: Tab
  readonly chainView: ChainView
  readonly questionInput: string | null
  readonly questionOutput: string | null
  readonly symbolicRevealed: ReadonlySet<string>
}

/** What a link leads to, as far as choices depend on it. */
export interface LinkTarget {
  readonly program?: string
  readonly lesson?: string
  readonly tab?: Tab
  readonly view?: ChainView
  readonly from?: string
  readonly to?: string
  readonly form?: string
  readonly beside?: object
}

/** What a choice belongs to: where a link says it, and which links decide it. Others leave it as it is. */
export interface Belonging {
  readonly isSaid: (where: Where) => boolean
  readonly isDecided: (said: LinkTarget) => boolean
}

const always = () => true

/** The page, whatever is open. */
export const PAGE: Belonging = { isSaid: always, isDecided: always }

/** The program: a link to one has it all, a link without leaves it. */
export const PROGRAM: Belonging = { isSaid: always, isDecided: ({ program }) => program !== undefined }

/** Links to Chain rule and Methods decide what is chosen in both. */
const toViews = ({ tab, view }: LinkTarget): boolean => tab !== 'cost' && (tab === 'methods' || view !== undefined)

const inViews = (isSaid: Belonging['isSaid']): Belonging => ({ isSaid, isDecided: toViews })

export const METHODS = inViews(({ tab }) => tab === 'methods')
export const CHAIN = inViews(({ tab }) => tab === 'chain')
export const CHAIN_AND_METHODS = inViews(({ tab }) => tab === 'chain' || tab === 'methods')

/** A view of the chain rule. */
export const viewOf = (view: ChainView): Belonging =>
  inViews(({ tab, chainView }) => tab === 'chain' && chainView === view)

/** A tab by itself. */
export const tabOf = (name: Tab): Belonging => ({
  isSaid: ({ tab }) => tab === name,
  isDecided: ({ tab }) => tab === name,
})
