import { takesStage } from './chain.ts'
import type { State, Tab } from './store.ts'

/** What the stage is given to: following the passes, or one subject with its own layout. */
export const CHAPTERS = ['follow', 'chain', 'cost', 'methods', 'train'] as const
export type Chapter = (typeof CHAPTERS)[number]

/** Where each chapter opens. */
export const TAB_OF = {
  ...{ follow: 'graph', chain: 'chain', cost: 'cost', methods: 'methods', train: 'train' },
} as const satisfies Record<Chapter, Tab>

export const chapterOf = (tab: Tab): Chapter =>
  tab === 'chain' || tab === 'cost' || tab === 'methods' || tab === 'train' ? tab : 'follow'

/** What is open beside the graph of Follow: its caption, or a page of the ledger. */
export type LedgerTab = 'step' | 'trace' | 'jacobian'

export const ledgerTabOf = (tab: Tab): LedgerTab | null =>
  tab === 'step' || tab === 'trace' || tab === 'jacobian' ? tab : null

/** Whether playback is seen: two views of the chain rule draw a graph of their own, over which no pass goes. */
export const showsPasses = (state: State): boolean => !takesStage(state)
