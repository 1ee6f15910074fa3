/**
 * What can be open; `program` is a page of its own on narrow screens only. Those of a
 * chapter stand above the stage, those of the ledger beside the graph of Follow, which is what `graph` opens.
 */
export const TABS = [
  { tab: 'program', title: 'Program', place: 'column' },
  { tab: 'graph', title: 'Follow', place: 'chapter' },
  { tab: 'step', title: 'Step', place: 'ledger' },
  { tab: 'trace', title: 'Trace', place: 'ledger' },
  { tab: 'jacobian', title: 'Jacobian', place: 'ledger' },
  { tab: 'chain', title: 'Chain rule', place: 'chapter' },
  { tab: 'cost', title: 'Cost', place: 'chapter' },
  { tab: 'methods', title: 'Methods', place: 'chapter' },
  { tab: 'train', title: 'Train', place: 'chapter' },
] as const

export type TabEntry = (typeof TABS)[number]
export type Tab = TabEntry['tab']
/** What the stage is given to: following the passes, or one subject with its own layout. */
export type ChapterName = Extract<TabEntry, { readonly place: 'chapter' }>['tab']
/** What is open beside the graph of Follow: its caption unfolded, or a page of the ledger. */
export type LedgerTab = Extract<TabEntry, { readonly place: 'ledger' }>['tab']

export const tabsAt = (place: TabEntry['place']): readonly TabEntry[] => TABS.filter((entry) => entry.place === place)

export const tabTitle = (tab: Tab): string => TABS.find((entry) => entry.tab === tab)?.title ?? ''
