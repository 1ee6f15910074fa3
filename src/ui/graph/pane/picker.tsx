import { memo } from 'react'
import type { Mode } from '../../../autodiff/pass.ts'
import { seedIndex } from '../../../autodiff/seeds.ts'
import { seed } from '../../../state/seedPass.ts'
import type { Session } from '../../../state/session.ts'
import { useGradual } from '../../../state/store.ts'
import { seedAtHand, seedCount, seedName, seedState } from './seeds.ts'

interface Props {
  readonly side: Mode
  readonly session: Session
}

/** A longer list would take too long to open: there, the name is typed. */
const MOST_OPTIONS = 500

/** Picks the seed where there are too many for a chip each. */
export default function SeedPicker({ side, session }: Props) {
  const position = useGradual((state) => state.position)
  const index = seedAtHand(session, position, side)
  const { name, words } = seedState(session, position, side, index)
  const label = side === 'forward' ? 'Seeded input' : 'Seeded output'
  return (
    <div className="seed-picker">
      <span>{words}</span>
      {seedCount(session, side) > MOST_OPTIONS ? (
        <SeedField key={name} name={name} label={label} side={side} session={session} />
      ) : (
        <select aria-label={label} value={index} onChange={({ target }) => seed(side, Number(target.value))}>
          <SeedOptions side={side} session={session} />
        </select>
      )}
    </div>
  )
}

const SeedOptions = memo(function SeedOptions({ side, session }: Props) {
  return Array.from({ length: seedCount(session, side) }, (_, index) => {
    const name = seedName(session, side, index)
    return (
      <option key={name} value={index}>
        {name}
      </option>
    )
  })
})

function SeedField({ side, session, name, label }: Props & { readonly name: string; readonly label: string }) {
  return (
    <input
      aria-label={label}
      defaultValue={name}
      size={8}
      onChange={({ target }) => {
        const index = seedIndex(session.graph, side, target.value)
        if (index >= 0 && target.value !== name) seed(side, index)
      }}
    />
  )
}
