import { scrubTo, show } from '../../state/playback.ts'
import { frameOf, type Position } from '../../state/position.ts'
import type { Session } from '../../state/session.ts'
import { useGradual } from '../../state/store.ts'
import { secondPassName } from '../../trace/pass.ts'
import '../jacobian/seeds/ownSeed.css'

const SYMBOLS = ['v̇', 'v̄', 'v̄̇']

/** The passes of a Hessian-vector product, each a button that leads to its start, and the way out. */
export default function SecondPasses({ session }: { readonly session: Session }) {
  return (
    <div className="seed-chips">
      {SYMBOLS.map((symbol, place) => (
        <Chip key={symbol} session={session} symbol={symbol} index={place + 1} />
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
  readonly index: number
}

const startOf = (pass: number): Position => ({ forward: pass, reverse: pass, step: 0, term: 0 })

function Chip({ session: { timeline }, symbol, index }: Props) {
  const position = useGradual((state) => state.position)
  const { pass, step } = frameOf(timeline, { ...position, reverse: index }, 'reverse')
  const isDone = position.reverse > index || (position.reverse === index && step === pass.steps.length)
  const isNow = position.reverse === index && !isDone
  const words = isDone ? 'done' : isNow ? `step ${step} of ${pass.steps.length}` : 'not yet'
  return (
    <button
      type="button"
      className="seed-chip"
      data-of={index === 1 ? 'forward' : 'reverse'}
      data-stage={isDone ? 'done' : isNow ? 'now' : 'waiting'}
      aria-label={`Pass of ${secondPassName(pass)}, ${words}`}
      aria-current={isNow ? 'step' : undefined}
      data-symbol={`${isDone ? '✓ ' : ''}${symbol}`}
      data-words={isNow ? ` · ${words}` : ''}
      onClick={() => scrubTo(startOf(index))}
    />
  )
}
