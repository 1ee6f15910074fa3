import type { Mode } from '../../../autodiff/pass.ts'
import { count, grouped } from '../../../language/words.ts'
import { MODE_TITLES, PASS_NAMES } from '../../../notation/modes.ts'
import type { MemorySummary } from '../../../state/costQuestions.ts'
import type { Costs } from '../../../state/costs.ts'
import { memoryStepAt, positionAtMemoryStep } from '../../../state/memoryStep.ts'
import { scrubTo } from '../../../state/playback.ts'
import { currentSession } from '../../../state/session.ts'
import { useGradual } from '../../../state/store.ts'
import { modesOf } from '../../../trace/position.ts'
import { type ChartArea, ChartDrawing } from '../../kit/chart/ChartDrawing.tsx'
import { Fold, useIsUnfolded } from '../../kit/fold/Fold.tsx'
import { AliveList } from './AliveList.tsx'
import { stripPath } from './stripPath.ts'

const ABOUT = {
  forward:
    'Each pass computes values and tangents together, so that both can be forgotten early, and the values again in the next pass.',
  reverse: 'The tape keeps the values that partials need until the last adjoint pass has read them.',
} as const

interface Props {
  readonly costs: Costs
  readonly mode: Mode
}

/** Which numbers are alive over the whole of a mode, with a cursor where playback stands. */
export function MemoryStrip({ costs, mode }: Props) {
  const { memory, session } = costs
  const step = useGradual((state) =>
    memory && modesOf(state.shown).includes(mode) && currentSession(state) === session
      ? memoryStepAt(memory[mode], session.timeline, state.position)
      : null,
  )
  if (!memory) return <p className="cost-quiet">{MODE_TITLES[mode]}: counting …</p>
  const strip = memory[mode]
  if (strip.node.length === 0) return null
  const highest = Math.max(memory.forward.peak, memory.reverse.peak)
  return (
    <figure className="cost-figure" data-role={mode}>
      <div className="cost-figure-head">
        <h3>{MODE_TITLES[mode]}</h3>
        <span>
          {step !== null && (
            <>
              now <data value={strip.alive[step]}>{grouped(strip.alive[step])}</data>,{' '}
            </>
          )}
          at most <data value={strip.peak}>{grouped(strip.peak)}</data> alive
        </span>
      </div>
      <ChartDrawing
        says={`${MODE_TITLES[mode]}: at most ${count(strip.peak, 'number')} alive, first at step ${strip.peakStep} of ${strip.node.length - 1}.`}
        height={4.2}
        over={step !== null && <StripSlider strip={strip} step={step} costs={costs} />}
      >
        {(box) => <Picture box={box} strip={strip} highest={highest} step={step} />}
      </ChartDrawing>
      <figcaption>
        {ABOUT[mode]}
        {strip.covered < strip.passes &&
          ` The strip shows the first ${grouped(strip.covered)} of ${grouped(strip.passes)} ${PASS_NAMES[mode]} passes.`}
      </figcaption>
      {step !== null && <Alive costs={costs} mode={mode} step={step} />}
    </figure>
  )
}

/** More passes than this cannot be told apart. */
const MOST_MARKS = 48

interface PictureProps {
  readonly box: ChartArea
  readonly strip: MemorySummary
  /** Of both modes, which so can be compared. */
  readonly highest: number
  readonly step: number | null
}

function Picture({ box, strip, highest, step }: PictureProps) {
  const { path, x, y } = stripPath(strip, box, highest)
  const starts = Array.from(strip.firstStep).slice(1, -1)
  return (
    <>
      <path className="cost-area" d={path} />
      {starts.length < MOST_MARKS &&
        starts.map((start) => (
          <line key={start} className="cost-mark" x1={x(start)} x2={x(start)} y1={box.top} y2={box.bottom} />
        ))}
      <line className="cost-floor" x1={box.left} x2={box.right} y1={box.bottom} y2={box.bottom} />
      {step !== null && (
        <>
          <line className="cost-cursor" x1={x(step + 0.5)} x2={x(step + 0.5)} y1={box.top} y2={box.bottom} />
          <circle className="cost-dot" cx={x(step + 0.5)} cy={y(strip.alive[step])} r={0.28 * box.em} />
        </>
      )}
    </>
  )
}

function StripSlider({
  strip,
  step,
  costs,
}: {
  readonly strip: MemorySummary
  readonly step: number
  readonly costs: Costs
}) {
  return (
    <input
      type="range"
      className="cost-strip"
      aria-label={`${MODE_TITLES[strip.mode]}, memory`}
      aria-valuetext={`step ${step} of ${strip.node.length - 1}, ${count(strip.alive[step], 'number')} alive`}
      min={0}
      max={strip.node.length - 1}
      value={step}
      onChange={({ target }) => scrubTo(positionAtMemoryStep(strip, costs.session.timeline, target.valueAsNumber))}
    />
  )
}

function Alive({ costs, mode, step }: Props & { readonly step: number }) {
  const name = `${mode}Alive` as const
  const isOpen = useIsUnfolded(name)
  return (
    <Fold name={name} className="cost-more" summary="What is alive now">
      {isOpen && <AliveList primal={costs.session.primal} mode={mode} step={step} />}
    </Fold>
  )
}
