import { memo } from 'react'
import type { Mode } from '../../autodiff/pass.ts'
import { seed } from '../../state/playback.ts'
import type { Session } from '../../state/session.ts'
import { useGradual } from '../../state/store.ts'
import { seedAtHand, seedState, seedsOf } from './seeds.ts'

interface Props {
  readonly side: Mode
  readonly session: Session
}

/** A longer list would take too long to open: there, the name is typed. */
const MOST_OPTIONS = 500

/** Picks the seed where there are too many for a chip each. */
export function SeedPicker({ side, session }: Props) {
  const position = useGradual((state) => state.position)
  const index = seedAtHand(session, position, side)
  const { name, words } = seedState(session, position, side, index)
  const label = side === 'forward' ? 'Seeded input' : 'Seeded output'
  return (
    <div className="seed-picker">
      <span>{words}</span>
      {seedsOf(session, side).length > MOST_OPTIONS ? (
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
  return seedsOf(session, side).map(({ name }, index) => (
    <option key={name} value={index}>
      {name}
    </option>
  ))
})

function SeedField({ side, session, name, label }: Props & { readonly name: string; readonly label: string }) {
  return (
    <input
      aria-label={label}
      defaultValue={name}
      size={8}
      onChange={({ target }) => {
        const index = seedsOf(session, side).findIndex((candidate) => candidate.name === target.value)
        if (index >= 0 && target.value !== name) seed(side, index)
      }}
    />
  )
}
