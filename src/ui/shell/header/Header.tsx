import { CircleHelp, SunMoon } from 'lucide-react'
import { showsPasses } from '../../../state/chapters.ts'
import type { Theme } from '../../../state/choices/drawing.ts'
import { show } from '../../../state/playback.ts'
import { isSecondOrder } from '../../../state/session.ts'
import { change, useGradual } from '../../../state/store.ts'
import type { Shown } from '../../../trace/position.ts'
import { openHelp } from '../../kit/dialog/opened.ts'
import { useNarrow } from '../../kit/theme/useNarrow.ts'
import { ExamplesMenu } from '../../panels/examples/ExamplesMenu.tsx'
import { HideMenu } from '../../panels/hiding/HideMenu.tsx'
import { LessonsMenu } from '../../panels/lesson/LessonsMenu.tsx'
import { Reference } from '../../panels/reference/Reference.tsx'
import { Share } from '../../panels/share/Share.tsx'
import { Chapters } from '../Chapters.tsx'
import './header.css'

const MODES: readonly { readonly shown: Shown; readonly label: string }[] = [
  { shown: 'forward', label: 'Forward' },
  { shown: 'compare', label: 'Compare' },
  { shown: 'reverse', label: 'Reverse' },
]

function ModeSwitch() {
  // A Hessian-vector product is neither mode: each of them leads out of it.
  const current = useGradual((state) => (isSecondOrder(state) ? null : state.shown))
  const isPlayed = useGradual(showsPasses)
  return (
    <fieldset className="mode-switch" disabled={!isPlayed}>
      <legend className="visually-hidden">Modes shown</legend>
      {MODES.map(({ shown, label }) => (
        <label key={shown}>
          <input type="radio" name="mode" checked={shown === current} onChange={() => show(shown)} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  )
}

function ThemeChoice() {
  const theme = useGradual((state) => state.theme)
  return (
    <label className="theme-choice">
      <SunMoon size="1.3em" aria-hidden />
      <span className="visually-hidden">Theme</span>
      <select
        value={theme ?? ''}
        title="Theme"
        onChange={(event) => change({ theme: (event.target.value || null) as Theme | null })}
      >
        <option value="">Auto</option>
        <option value="light">Light</option>
        <option value="dark">Dark</option>
        <option value="projector">Projector</option>
      </select>
    </label>
  )
}

export function Header() {
  const narrow = useNarrow()
  return (
    <header className="header">
      <h1>Gradual</h1>
      <nav aria-label="Look up">
        <ExamplesMenu above={narrow ? (close) => <LessonsMenu onChosen={close} /> : undefined} />
        {!narrow && <LessonsMenu />}
        <Reference />
      </nav>
      <Chapters />
      <ModeSwitch />
      <div className="header-end">
        {!narrow && <HideMenu />}
        <Share />
        <ThemeChoice />
        <button type="button" className="icon-button" aria-label="Help" title="Help" onClick={openHelp}>
          <CircleHelp size="1.45em" aria-hidden />
        </button>
      </div>
    </header>
  )
}
