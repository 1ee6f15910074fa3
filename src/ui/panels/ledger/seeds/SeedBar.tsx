import { MODES } from '../../../../autodiff/pass.ts'
import { MODE_SIGNS } from '../../../../notation/modes.ts'
import { exact, short } from '../../../../notation/numbers.ts'
import { playSeed, setSeed } from '../../../../state/seeding.ts'
import type { Session } from '../../../../state/session.ts'
import { now } from '../../../../state/store.ts'
import type { SeedProducts } from './products.ts'

const PRODUCT = { forward: 'J·v', reverse: 'wᵀ·J' } as const
const BY = { forward: 'one tangent pass', reverse: 'one adjoint pass' } as const

interface Props {
  readonly session: Session
  readonly products: SeedProducts
}

/** What seeds are for: a pass of each to play, and the number that both lead to. */
export function SeedBar({ session: { timeline }, products }: Props) {
  const { v, w, left, right, agree } = products
  const isOwn = MODES.some((mode) => timeline[mode].of === 'own')
  const playBoth = () => {
    setSeed('forward', v)
    playSeed('reverse', w)
  }
  return (
    <div className="seed-bar">
      {MODES.map((mode) => (
        <button
          key={mode}
          type="button"
          className="button"
          data-role={mode}
          aria-pressed={timeline[mode].of === 'own'}
          aria-label={`Play ${PRODUCT[mode]}`}
          title={`Play ${PRODUCT[mode]}: ${BY[mode]}`}
          onClick={() => playSeed(mode, mode === 'forward' ? v : w)}
        >
          {MODE_SIGNS[mode]} {PRODUCT[mode]}
        </button>
      ))}
      <button type="button" className="button" onClick={playBoth} title="Play both passes side by side">
        Both
      </button>
      {isOwn && (
        <button type="button" className="button-quiet" onClick={toUnits} title="A pass for each input or output again">
          Unit seeds
        </button>
      )}
      <dl className="seed-identity">
        <dt>w·(J·v)</dt>
        <dd>
          <data value={exact(left)}>{short(left)}</data>
        </dd>
        <dt>(wᵀ·J)·v</dt>
        <dd>
          <data value={exact(right)}>{short(right)}</data>
          {agree !== null && <b data-agrees={agree}>{agree ? '✓ equal' : '✗ not equal'}</b>}
        </dd>
      </dl>
    </div>
  )
}

/** Unit seeds again, a pass for each. */
export function toUnits(): void {
  for (const mode of MODES) if (now().seeds[mode] !== null) setSeed(mode, null)
}
