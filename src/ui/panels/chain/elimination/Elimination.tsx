import { useMemo } from 'react'
import { type Mode, type Primal, passCount, seedAt } from '../../../../core.ts'
import { type Elimination as Game, play, remaining } from '../../../../methods/linear/elimination.ts'
import { exact, short } from '../../../../notation/numbers.ts'
import { Agreement } from '../../../kit/derivative/Agreement.tsx'
import { counting, countText } from '../../../kit/derivative/counts.ts'
import { agrees, derivativesOf } from '../../../kit/derivative/derivative.ts'
import { Explanation } from '../../../kit/derivative/Explanation.tsx'
import { endSymbol } from '../../../kit/derivative/entries.ts'
import { useNarrow } from '../../../kit/theme/useNarrow.ts'
import Stage from '../stage/Stage.tsx'
import type { ViewProps } from '../view.ts'
import { type Board, boardOf, playOrder, type Rival, restart, undo, useOrder } from './game.ts'
import { verdict } from './verdict.ts'

/** The derivative as a game: eliminate inner vertices with as few multiplications as can be. */
export default function Elimination({ session: { primal } }: ViewProps) {
  const board = boardOf(primal)
  const narrow = useNarrow()
  return (
    <>
      <Explanation source="Griewank and Reese, On the calculation of Jacobian matrices by the Markowitz rule (1991)">
        Press an inner vertex to eliminate it: every edge into it times every edge out of it makes an edge past it, and
        parallel edges add up. What is left at the end is the Jacobian. Which order takes the fewest multiplications?
      </Explanation>
      {narrow && <Stage />}
      {typeof board === 'string' ? <p>{board}</p> : <Score board={board} primal={primal} />}
    </>
  )
}

function Score({ board, primal }: { readonly board: Board; readonly primal: Primal }) {
  const order = useOrder(board)
  const at = useMemo(() => play(board.game.start, order), [board, order])
  return (
    <>
      <div role="status" className="chain-figure">
        <b>{counting(at.multiplications, 'multiplication')}</b>
        {at.inner.length > 0
          ? `, ${counting(at.inner.length, 'inner vertex', 'inner vertices')} left`
          : `. ${verdict(at.multiplications, board.rivals)}`}
      </div>
      <div className="chain-buttons">
        <button type="button" className="button" disabled={order.length === 0} onClick={() => undo(board)}>
          Undo
        </button>
        <button type="button" className="button" disabled={order.length === 0} onClick={() => restart(board)}>
          Start again
        </button>
      </div>
      {at.inner.length === 0 && <Left board={board} at={at} primal={primal} />}
      <Rivals board={board} />
    </>
  )
}

/** The orders to compare with, and a button that plays each. */
const Rivals = ({ board }: { readonly board: Board }) => (
  <table className="chain-table" aria-label="Orders of elimination">
    <thead>
      <tr>
        <th scope="col">Order</th>
        <th scope="col">×</th>
        <td />
      </tr>
    </thead>
    <tbody>
      {board.rivals.map((rival) => (
        <RivalRow key={rival.name} rival={rival} board={board} />
      ))}
    </tbody>
  </table>
)

function RivalRow({
  rival: { name, order, multiplications },
  board,
}: {
  readonly rival: Rival
  readonly board: Board
}) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {order && multiplications !== null ? (
        <>
          <td>
            <data value={multiplications}>{countText(multiplications)}</data>
          </td>
          <td>
            <button
              type="button"
              className="button"
              aria-label={`Play ${name}`}
              onClick={() => playOrder(board, order)}
            >
              Play
            </button>
          </td>
        </>
      ) : (
        <td colSpan={2}>too many to try all</td>
      )}
    </tr>
  )
}

/** More entries of the Jacobian are compared, not listed. */
const MOST_LISTED = 12

function Left({ board, at, primal }: { readonly board: Board; readonly at: Game; readonly primal: Primal }) {
  const entries = useMemo(() => entriesLeft(board, at, primal), [board, at, primal])
  return (
    <div>
      <ul className="chain-lines">
        {entries.slice(0, MOST_LISTED).map(({ name, found }) => (
          <li key={name}>
            <span>
              {name} = <data value={exact(found)}>{short(found)}</data>
            </span>
          </li>
        ))}
      </ul>
      <Agreement
        agrees={entries.every(({ isRight }) => isRight)}
        difference={entries.reduce((most, { difference }) => Math.max(most, difference), 0)}
      >
        the Jacobian by automatic differentiation
      </Agreement>
    </div>
  )
}

function entriesLeft({ game }: Board, at: Game, primal: Primal) {
  const graph = { ...primal.graph, holdsData: false }
  const numbers = remaining(at, game.vertices)
  const rows = game.vertices.outputs.map(game.vertices.nodeOf)
  const seeds = (mode: Mode) => Array.from({ length: passCount(graph, mode) }, (_, index) => seedAt(graph, mode, index))
  const inputs = seeds('forward')
  return seeds('reverse').flatMap((to) => {
    const derivativeBy = derivativesOf(primal, to)
    const row = numbers[rows.indexOf(graph.offset[to.node] + to.entry)]
    return inputs.map((from, column) => {
      const derivative = derivativeBy(graph.offset[from.node] + from.entry)
      const found = row[column]
      return {
        name: `∂${endSymbol(to.name)}/∂${endSymbol(from.name)}`,
        ...{ found, isRight: agrees(found, derivative) },
        difference: Object.is(found, derivative.value) ? 0 : Math.abs(found - derivative.value),
      }
    })
  })
}
