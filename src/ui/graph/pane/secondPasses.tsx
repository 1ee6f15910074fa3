import { scrubTo, show } from '../../../state/playback.ts'
import type { Session } from '../../../state/session.ts'
import { useGradual } from '../../../state/store.ts'
import { isFrameComplete } from '../../../trace/frame.ts'
import { frameOf, type Position } from '../../../trace/position.ts'
import './ownSeed.css'

const PASSES = [
  { symbol: 'v̇', name: 'tangents' },
  { symbol: 'v̄', name: 'adjoints' },
  { symbol: 'v̄̇', name: 'adjoint tangents' },
]

/** The passes of a Hessian-vector product, each a button that leads to its start, and the way out. */
export default function SecondPasses({ session }: { readonly session: Session }) {
  return (
    <div className="seed-chips">
      {PASSES.map(({ symbol, name }, place) => (
        <Chip key={name} session={session} symbol={symbol} name={name} index={place + 1} />
      ))}
      <button
        type="button"
        className="button-quiet own-seed-off"
        title="Both modes again"
        aria-label="Leave H·v"
        onClick={() => show('compare')}
      >
        ×
      </button>
    </div>
  )
}

interface Props {
  readonly session: Session
  readonly symbol: string
  readonly name: string
  readonly index: number
}

const startOf = (pass: number): Position => ({ forward: pass, reverse: pass, step: 0, term: 0 })

function Chip({ session: { timeline }, symbol, name, index }: Props) {
  const position = useGradual((state) => state.position)
  // A pass that is still to come is not computed for this.
  const frame = position.reverse === index ? frameOf(timeline, position, 'reverse') : null
  const isDone = position.reverse > index || (frame !== null && isFrameComplete(frame))
  const isNow = frame !== null && !isDone
  const words = isDone ? 'done' : isNow ? `step ${frame.step} of ${frame.pass.steps.length}` : 'not yet'
  return (
    <button
      type="button"
      className="seed-chip"
      data-of={index === 1 ? 'forward' : 'reverse'}
      data-stage={isDone ? 'done' : isNow ? 'now' : 'waiting'}
      aria-label={`Pass of ${name}, ${words}`}
      aria-current={isNow ? 'step' : undefined}
      data-symbol={`${isDone ? '✓ ' : ''}${symbol}`}
      data-words={isNow ? ` · ${words}` : ''}
      onClick={() => scrubTo(startOf(index))}
    />
  )
}
