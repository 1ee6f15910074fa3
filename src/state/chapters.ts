import type { Where } from './choices/belonging.ts'
import { type ChapterName, type LedgerTab, TABS, type Tab } from './tabs.ts'

const isChapter = (tab: Tab): tab is ChapterName => TABS.some((entry) => entry.tab === tab && entry.place === 'chapter')
const isOfLedger = (tab: Tab): tab is LedgerTab => TABS.some((entry) => entry.tab === tab && entry.place === 'ledger')

export const chapterOf = (tab: Tab): ChapterName => (isChapter(tab) ? tab : 'graph')

export const ledgerTabOf = (tab: Tab): LedgerTab | null => (isOfLedger(tab) ? tab : null)

/** Whether a view of the chain rule draws a graph of its own, in the place of the program’s. */
export const takesStage = ({ tab, chainView }: Pick<Where, 'tab' | 'chainView'>): boolean =>
  tab === 'chain' && (chainView === 'duality' || chainView === 'elimination')

/** Whether playback is seen: no pass goes over a graph that a view draws. */
export const showsPasses = (state: Pick<Where, 'tab' | 'chainView'>): boolean => !takesStage(state)
