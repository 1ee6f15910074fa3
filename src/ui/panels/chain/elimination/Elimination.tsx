import { useMemo, useState } from 'react'
import type { Graph, Primal } from '../../../../core.ts'
import { entryCount, entryName, shapeAt } from '../../../../graph/nodes.ts'
import { count } from '../../../../language/words.ts'
import { compared } from '../../../../methods/linear/comparison.ts'
import { eliminateAll, type EliminationGame as Game, remaining } from '../../../../methods/linear/elimination.ts'
import { type Rival, rivalsOf } from '../../../../methods/linear/eliminationOrders.ts'
import { derivativeSymbol } from '../../../../notation/entryNames.ts'
import { exact, short } from '../../../../notation/numbers.ts'
import { Agreement } from '../../../kit/derivative/Agreement.tsx'
import { Explanation } from '../../../kit/derivative/Explanation.tsx'
import { Count, useShownCount } from '../../../kit/hidden/Count.tsx'
import { useNarrow } from '../../../kit/theme/useNarrow.ts'
import Stage from '../linearised/Stage.tsx'
import type { ViewProps } from '../view.ts'
import { type Board, boardOf } from './board.ts'
import { startAgain, undo, useOrder, usePlayer } from './moves.ts'
import { eliminationVerdict } from './verdict.ts'

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
      {typeof board === 'string' ? <p>{board}</p> : <Score key={board.key} board={board} primal={primal} />}
    </>
  )
}

function Score({ board, primal }: { readonly board: Board; readonly primal: Primal }) {
  const order = useOrder(board)
  // They stay while only numbers change.
  const [rivals] = useState(() => rivalsOf(board.game.start))
  const at = useMemo(() => eliminateAll(board.game.start, order), [board, order])
  const multiplications = useShownCount()(at.multiplications)
  return (
    <>
      <div role="status" className="chain-figure">
        <b>{count(multiplications, 'multiplication')}</b>
        {at.inner.length > 0
          ? `, ${count(at.inner.length, 'inner vertex', 'inner vertices')} left`
          : !Number.isNaN(multiplications) && `. ${eliminationVerdict(multiplications, rivals)}`}
      </div>
      <div className="chain-buttons">
        <button type="button" className="button" disabled={order.length === 0} onClick={() => undo(board)}>
          Undo
        </button>
        <button type="button" className="button" disabled={order.length === 0} onClick={() => startAgain(board)}>
          Start again
        </button>
      </div>
      {at.inner.length === 0 && <Left board={board} at={at} primal={primal} />}
      <Rivals rivals={rivals} play={usePlayer(board)} />
    </>
  )
}

type Play = (order: readonly number[]) => void

interface RivalsProps {
  readonly rivals: readonly Rival[]
  readonly play: Play
}

/** The orders to compare with, and a button that plays each. */
const Rivals = ({ rivals, play }: RivalsProps) => (
  <table className="chain-table" aria-label="Orders of elimination">
    <thead>
      <tr>
        <th scope="col">Order</th>
        <th scope="col">×</th>
        <td />
      </tr>
    </thead>
    <tbody>
      {rivals.map((rival) => (
        <RivalRow key={rival.name} rival={rival} play={play} />
      ))}
    </tbody>
  </table>
)

interface RowProps {
  readonly rival: Rival
  readonly play: Play
}

function RivalRow({ rival: { name, order, multiplications }, play }: RowProps) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {order && multiplications !== null ? (
        <>
          <td>
            <Count of={multiplications} />
          </td>
          <td>
            <button type="button" className="button" aria-label={`Play ${name}`} onClick={() => play(order)}>
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
  const entries = useMemo(() => entriesLeft(board, at), [board, at])
  const comparison = useMemo(() => {
    const { inputs, outputs } = board.between.linear
    return compared(
      primal,
      outputs,
      inputs,
      entries.map(({ found }) => found),
    )
  }, [board, primal, entries])
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
      <Agreement {...comparison}>the Jacobian by automatic differentiation</Agreement>
    </div>
  )
}

/** The entries of the Jacobian, row by row. */
function entriesLeft({ game, between: { linear, shown } }: Board, at: Game) {
  const numbers = remaining(at, game.vertices)
  const rows = game.vertices.outputs.map(game.vertices.originOf)
  const rowOf = (entry: number) => numbers[rows.indexOf(entry)]
  const symbols = { inputs: symbolsOf(shown, shown.inputs), outputs: symbolsOf(shown, shown.outputs) }
  return symbols.outputs.flatMap((to, i) =>
    symbols.inputs.map((from, column) => ({
      name: derivativeSymbol(to, from),
      found: rowOf(linear.outputs[i])[column],
    })),
  )
}

const symbolsOf = (graph: Graph, ends: readonly { readonly name: string; readonly node: number }[]): string[] =>
  ends.flatMap(({ name, node }) =>
    Array.from({ length: entryCount(graph, node) }, (_, entry) => entryName(name, shapeAt(graph, node), entry)),
  )
