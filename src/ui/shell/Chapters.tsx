import { chapterOf, TAB_OF } from '../../state/chapters.ts'
import { useGradual } from '../../state/store.ts'
import { useNarrow } from '../kit/theme/useNarrow.ts'
import { type TabEntry, TabList } from './Tabs.tsx'

const CHAPTERS: readonly TabEntry[] = [
  { tab: 'graph', title: 'Follow', panel: 'panel-chapter' },
  { tab: 'chain', title: 'Chain rule', panel: 'panel-chapter' },
  { tab: 'cost', title: 'Cost', panel: 'panel-chapter' },
  { tab: 'methods', title: 'Methods', panel: 'panel-chapter' },
  { tab: 'train', title: 'Train', panel: 'panel-chapter' },
]
const NARROW: typeof CHAPTERS = [{ tab: 'program', title: 'Program', panel: 'panel-program' }, ...CHAPTERS]

/** What the stage is given to; on narrow screens the program is a page among them. */
export function Chapters() {
  const narrow = useNarrow()
  const tab = useGradual((state) => state.tab)
  const isProgram = narrow && tab === 'program'
  return (
    <TabList
      name="Chapters"
      tabs={narrow ? NARROW : CHAPTERS}
      current={isProgram ? 'program' : TAB_OF[chapterOf(tab)]}
    />
  )
}
