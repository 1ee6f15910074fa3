import {
  ArrowLeftToLine,
  ArrowRightToLine,
  ChevronLeft,
  ChevronRight,
  Pause,
  Play,
  SkipBack,
  SkipForward,
} from 'lucide-react'
import { memo } from 'react'
import * as playback from '../../../state/playback.ts'
import { useGradual } from '../../../state/store.ts'
import type { Granularity } from '../../../trace/position.ts'
import { late } from '../../kit/late/late.tsx'
import { PositionLabel } from './PositionLabel.tsx'
import { Scrubber } from './Scrubber.tsx'
import './transport.css'

const BACK = [
  { name: 'Go to start', icon: ArrowLeftToLine, press: playback.toStart },
  { name: 'Previous pass', icon: SkipBack, press: playback.toPreviousPass },
  { name: 'Previous step', icon: ChevronLeft, press: playback.previousStep },
]
const ON = [
  { name: 'Next step', icon: ChevronRight, press: playback.nextStep },
  { name: 'Next pass', icon: SkipForward, press: playback.toNextPass },
  { name: 'Go to end', icon: ArrowRightToLine, press: playback.toEnd },
]

type Control = (typeof BACK)[number]

const Controls = memo(({ controls }: { readonly controls: readonly Control[] }) =>
  controls.map(({ name, icon: Icon, press }) => (
    <button key={name} type="button" className="icon-button" aria-label={name} title={name} onClick={press}>
      <Icon size="1.45em" aria-hidden />
    </button>
  )),
)

function PlayButton() {
  const playing = useGradual((state) => state.playing)
  const Icon = playing ? Pause : Play
  const name = playing ? 'Pause' : 'Play'
  return (
    <button type="button" className="transport-play" aria-label={name} title={name} onClick={playback.togglePlay}>
      <Icon size="1.6em" fill="currentColor" strokeWidth={1.5} aria-hidden />
    </button>
  )
}

const GRANULARITIES: readonly Granularity[] = ['pass', 'node', 'term']

function Pace() {
  const { speed, granularity } = { speed: useGradual((s) => s.speed), granularity: useGradual((s) => s.granularity) }
  return (
    <div className="transport-pace">
      <label>
        <span className="visually-hidden">Step by</span>
        <select
          value={granularity}
          onChange={(event) => playback.setGranularity(event.target.value as Granularity)}
          title="What one step completes"
        >
          {GRANULARITIES.map((choice) => (
            <option key={choice} value={choice}>
              by {choice}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className="visually-hidden">Speed</span>
        <select value={speed} onChange={(event) => playback.setSpeed(Number(event.target.value))} title="Speed">
          {playback.SPEEDS.map((choice) => (
            <option key={choice} value={choice}>
              {choice}×
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}

/** Their place is kept until they come. */
const Widths = late('“Stage alone” and “Present”', () => import('./Widths.tsx'), {
  meanwhile: () => <div className="transport-widths" />,
})

/** Moves playback: by step, by pass, to the ends, to anywhere. */
export function Transport() {
  return (
    <section className="transport" aria-label="Transport">
      <div className="transport-buttons">
        <Controls controls={BACK} />
        <PlayButton />
        <Controls controls={ON} />
      </div>
      <Scrubber />
      <PositionLabel />
      <Pace />
      <Widths />
    </section>
  )
}
