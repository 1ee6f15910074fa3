import { showsPasses } from '../../state/chapters.ts'
import { isEmbedded } from '../../state/embedded.ts'
import { useGradual } from '../../state/store.ts'
import { useShortcuts } from '../kit/keyboard/shortcuts.ts'
import { late } from '../kit/late/late.tsx'
import { Region } from '../kit/late/Region.tsx'
import { useTheme } from '../kit/theme/useTheme.ts'
import { Tally } from '../panels/tally/Tally.tsx'
import { Transport } from '../panels/transport/Transport.tsx'
import { Announcer } from './Announcer.tsx'
import { Chapter } from './Chapter.tsx'
import { Header } from './header/Header.tsx'
import { Notices } from './Notices.tsx'
import { ProgramColumn } from './ProgramColumn.tsx'
import './app.css'
import './embedded/embedded.css'
import './parts.css'
import './print.css'

const GoTo = late('“Go to a node or step”', () => import('../panels/goto/GoTo.tsx'), { apart: true })
const Help = late('The help', () => import('../panels/help/Help.tsx'), { apart: true })
const Hall = late('What is asked, told and presented', () => import('./Hall.tsx'))
const Legend = late('The legend', () => import('../panels/legend/Legend.tsx'), { apart: true })

/** The page: the chapters above, the program left, the stage beside it, playback below; or the stage and playback alone, as in every embed. */
export function App() {
  useTheme()
  useShortcuts()
  const isPlayed = useGradual(showsPasses)
  const alone = useGradual((state) => state.alone)
  const shown = useGradual((state) => state.shown)
  const presenting = useGradual((state) => state.presenting)
  const parts = useGradual((state) => state.parts && [...state.parts].join(' '))
  const isHall = useGradual((state) => state.presenting || state.lesson !== null || state.predicting !== null)
  return (
    <div
      className="app"
      data-alone={alone || presenting || isEmbedded || undefined}
      data-embedded={isEmbedded || undefined}
      data-shown={shown}
      data-parts={parts ?? undefined}
    >
      {isEmbedded ? (
        <h1 className="visually-hidden">Gradual</h1>
      ) : (
        <Region name="The header">
          <Header />
        </Region>
      )}
      <div className="paper" id="paper-before" />
      <main className="app-main">
        {!isEmbedded && <ProgramColumn />}
        <Chapter />
      </main>
      <div className="paper" id="paper-after" />
      {isHall && <Hall />}
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
      {!isEmbedded && (
        <>
          <Help />
          <Legend />
          <GoTo />
        </>
      )}
    </div>
  )
}
