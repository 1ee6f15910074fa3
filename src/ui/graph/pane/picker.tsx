import { memo } from 'react'
import type { Mode } from '../../../autodiff/pass.ts'
import { seedIndex } from '../../../autodiff/seeds.ts'
import { seed } from '../../../state/seedPass.ts'
import type { Session } from '../../../state/session.ts'
import { useGradual } from '../../../state/store.ts'
import { seedAtHand, seededPasses, seedName, seedState } from './seeds.ts'

interface Props {
  readonly mode: Mode
  readonly session: Session
}

/** A longer list would take too long to open: there, the name is typed. */
const MOST_OPTIONS = 500

/** Picks the seed where there are too many for a chip each. */
export default function SeedPicker({ mode, session }: Props) {
  const position = useGradual((state) => state.position)
  const index = seedAtHand(session, position, mode)
  const { name, words } = seedState(session, position, mode, index)
  const label = mode === 'forward' ? 'Seeded input' : 'Seeded output'
  return (
    <div className="seed-picker">
      <span>{words}</span>
      {seededPasses(session, mode) > MOST_OPTIONS ? (
        <SeedField key={name} name={name} label={label} mode={mode} session={session} />
      ) : (
        <select aria-label={label} value={index} onChange={({ target }) => seed(mode, Number(target.value))}>
          <SeedOptions mode={mode} session={session} />
        </select>
      )}
    </div>
  )
}

const SeedOptions = memo(function SeedOptions({ mode, session }: Props) {
  return Array.from({ length: seededPasses(session, mode) }, (_, index) => {
    const name = seedName(session, mode, index)
    return (
      <option key={name} value={index}>
        {name}
      </option>
    )
  })
})

function SeedField({ mode, session, name, label }: Props & { readonly name: string; readonly label: string }) {
  return (
    <input
      aria-label={label}
      defaultValue={name}
      size={8}
      onChange={({ target }) => {
        const index = seedIndex(session.graph, mode, target.value)
        if (index >= 0 && target.value !== name) seed(mode, index)
      }}
    />
  )
}
