import { displayName } from '../../../notation/names.ts'
import { exact, short } from '../../../notation/numbers.ts'
import { useTraining } from '../../../state/training.ts'
import type { ParameterMoves } from '../../../training/training.ts'

/** As it stands in a product or behind a minus. */
const factor = (x: number): string => (x < 0 ? `(${short(x)})` : short(x))

/** What the update takes from or adds to a number, as far as it is known. */
function wayText({ before, gradient, after, optimizer, rate }: ParameterMoves, i: number): string {
  const from = short(before[i])
  if (!gradient) return from
  if (optimizer === 'sgd') return `${from} − ${short(rate)}·${factor(gradient[i])}${after ? ' = ' : ''}`
  return `${from}, gradient ${short(gradient[i])}${after ? ' → ' : ''}`
}

/** Of few numbers: how the update at hand moves each of them. */
export function MovesList() {
  const moves = useTraining(({ progress }) => progress?.moves)
  if (!moves) return null
  return (
    <ul className="train-moves" aria-label="Parameters">
      {moves.names.map((name, i) => (
        <li key={name}>
          <span>{displayName(name)}:</span> {wayText(moves, i)}
          {moves.after && (
            <strong>
              <data value={exact(moves.after[i])}>{short(moves.after[i])}</data>
            </strong>
          )}
        </li>
      ))}
    </ul>
  )
}
