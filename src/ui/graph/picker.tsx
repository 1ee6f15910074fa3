import type { Mode } from '../../autodiff/pass.ts'
import { seed } from '../../state/playback.ts'
import type { Session } from '../../state/session.ts'
import { useGradual } from '../../state/store.ts'
import { seedAtHand, seedState, seedsOf } from './seeds.ts'

/** Picks the seed where there are too many for a chip each. */
export function SeedPicker({ side, session }: { readonly side: Mode; readonly session: Session }) {
  const position = useGradual((state) => state.position)
  const index = seedAtHand(session, position, side)
  const { stage, words } = seedState(session, position, side, index)
  return (
    <label className="seed-picker">
      <span>{words}</span>
      <select
        aria-label={side === 'forward' ? 'Seeded input' : 'Seeded output'}
        data-stage={stage}
        value={index}
        onChange={({ target }) => seed(side, Number(target.value))}
      >
        {seedsOf(session, side).map(({ name }, k) => (
          <option key={name} value={k}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
