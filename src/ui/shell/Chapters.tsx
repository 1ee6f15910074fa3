import { chapterOf } from '../../state/chapters.ts'
import { useGradual } from '../../state/store.ts'
import { tabsAt } from '../../state/tabs.ts'
import { useNarrow } from '../kit/theme/useNarrow.ts'
import { TabList } from './Tabs.tsx'

/** What the stage is given to; on narrow screens the program is a page among them. */
export function Chapters() {
  const narrow = useNarrow()
  const tab = useGradual((state) => state.tab)
  return (
    <TabList
      name="Chapters"
      tabs={narrow ? [...tabsAt('column'), ...tabsAt('chapter')] : tabsAt('chapter')}
      panelOf={(tab) => (tab === 'program' ? 'panel-program' : 'panel-chapter')}
      current={narrow && tab === 'program' ? tab : chapterOf(tab)}
    />
  )
}
