import { useEffect } from 'react'
import { showsPasses } from '../../state/chapters.ts'
import { later } from '../../state/later.ts'
import { useGradual } from '../../state/store.ts'
import { Header } from '../header/Header.tsx'
import { useShortcuts } from '../keyboard/shortcuts.ts'
import { late } from '../late/late.tsx'
import { Region } from '../late/Region.tsx'
import { Tally } from '../tally/Tally.tsx'
import { useTheme } from '../theme/useTheme.ts'
import { Transport } from '../transport/Transport.tsx'
import { Announcer } from './Announcer.tsx'
import { Chapter } from './Chapter.tsx'
import { Notices } from './Notices.tsx'
import { ProgramColumn } from './ProgramColumn.tsx'
import './app.css'
import './print.css'

const focusKeeper = later('What keeps the focus where a button goes away', () => import('../keyboard/heirs.ts'))

function keepFocus(): () => void {
  let stop: (() => void) | null = () => {}
  void focusKeeper.ask()
  void focusKeeper.here.then((keeper) => {
    if (stop) stop = keeper.keepFocus()
  })
  return () => {
    stop?.()
    stop = null
  }
}

const GoTo = late('“Go to a node or step”', () => import('../goto/GoTo.tsx'), { apart: true })
const Help = late('The help', () => import('../help/Help.tsx'), { apart: true })
const Legend = late('The legend', () => import('../legend/Legend.tsx'), { apart: true })

/** The page: the chapters above, the program left, the stage beside it, playback below; or the stage and playback alone. */
export function App() {
  useTheme()
  useShortcuts()
  useEffect(keepFocus, [])
  const isPlayed = useGradual(showsPasses)
  const alone = useGradual((state) => state.alone)
  return (
    <div className="app" data-alone={alone || undefined}>
      <Region name="The header">
        <Header />
      </Region>
      <main className="app-main">
        <ProgramColumn />
        <Chapter />
      </main>
      <Notices />
      <Region name="The tally">
        <Tally />
      </Region>
      {isPlayed && (
        <Region name="Playback">
          <Transport />
        </Region>
      )}
      <Announcer />
      <Help />
      <Legend />
      <GoTo />
    </div>
  )
}
