import { short } from '../../../notation/numbers.ts'
import { ownWeights } from '../../../state/ownSeeds.ts'
import { setSeed } from '../../../state/seeding.ts'
import { seed } from '../../../state/seedPass.ts'
import type { Session } from '../../../state/session.ts'
import { useGradual } from '../../../state/store.ts'
import { seedState } from './seeds.ts'
import './ownSeed.css'

interface Props {
  readonly mode: 'forward' | 'reverse'
  readonly session: Session
}

const WORDS = {
  forward: { product: 'J·v', along: 'along v' },
  reverse: { product: 'wᵀ·J', along: 'weighted by w' },
} as const

/** Letters that the header has room for. */
const LONGEST_SEED = 24

/** What the single pass of a mode computes with a seed of the user's own. */
export default function OwnSeed({ mode, session }: Props) {
  const position = useGradual((state) => state.position)
  const weights = useGradual((state) => state.seeds[mode])
  const { stage, words } = seedState(session, position, mode, 0)
  const { product, along } = WORDS[mode]
  return (
    <div className="seed-chips">
      <button
        type="button"
        className="seed-chip"
        data-stage={stage}
        aria-label={`${product} ${along}, ${words}`}
        aria-current={stage === 'now' ? 'step' : undefined}
        data-symbol={`${stage === 'done' ? '✓ ' : ''}${product}`}
        data-words={stage === 'now' ? ` · ${words}` : ''}
        onClick={() => seed(mode, 0)}
      />
      <span className="own-seed" title={weights ?? undefined}>
        <span>
          {along} {entriesOf(session, mode)}
        </span>
        <button
          type="button"
          className="button-quiet own-seed-off"
          title={`A pass for each ${mode === 'forward' ? 'input' : 'output'} again`}
          aria-label={`Unit seeds for ${mode} mode`}
          onClick={() => setSeed(mode, null)}
        >
          ×
        </button>
      </span>
    </div>
  )
}

/** `= (0.5, −1)`, where there is room. */
function entriesOf({ graph }: Session, mode: 'forward' | 'reverse'): string {
  const { seeds } = useGradual.getState()
  const weights = ownWeights(graph, mode, seeds)
  const ends = mode === 'forward' ? graph.inputs : graph.outputs
  const text = `= (${ends
    .flatMap(({ name }) => weights?.get(name) ?? [0])
    .map((entry) => short(entry))
    .join(', ')})`
  return text.length <= LONGEST_SEED ? text : ''
}
