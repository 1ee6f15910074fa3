import type { NodeIndex } from '../../../../graph/graph.ts'
import { valueAt } from '../../../../graph/nodes.ts'
import { exact, short } from '../../../../notation/numbers.ts'
import { definitionsOf, nodeSymbol, tapeSymbol } from '../../../../notation/symbols.ts'
import type { Session } from '../../../../state/session.ts'
import { change, useGradual } from '../../../../state/store.ts'
import { dependenceOf, NO_PATH, pathsOf } from '../../../../trace/dependence.ts'
import { activeNode, isSettled } from '../../../../trace/frame.ts'
import type { Frame } from '../../../../trace/pass.ts'
import { frameOf } from '../../../../trace/position.ts'
import { traceNodes } from '../../../../trace/table.ts'
import { ArrayCell } from '../../../kit/arrays/ArrayCell.tsx'
import { entriesAt } from '../../../kit/arrays/tensorAt.ts'
import { Scroller } from '../../../kit/scroller/Scroller.tsx'

/** Rows that are shown, around the current one. */
const MOST_ROWS = 100

const COLUMNS = [
  { symbol: 'v', name: 'value', kind: 'primal' },
  { symbol: 'v̇', name: 'tangent', kind: 'tangent' },
  { symbol: 'v̄', name: 'adjoint', kind: 'adjoint' },
  { symbol: 'v̄̇', name: 'adjoint tangent', kind: 'second' },
] as const

type Column = (typeof COLUMNS)[number]

/** While a Hessian-vector product is played: by node its value, tangent, adjoint, and the adjoint's tangent. */
export function NodeTable({ session: { graph, timeline } }: { readonly session: Session }) {
  const position = useGradual((state) => state.position)
  const atHand = Math.min(position.reverse, COLUMNS.length - 1)
  /** How far the passes of the columns have come, up to the one at hand: those before are complete. */
  const frames = COLUMNS.slice(0, atHand + 1).map((_, reverse) => {
    const step = reverse < atHand ? Number.POSITIVE_INFINITY : position.step
    return frameOf(timeline, { ...position, reverse, step }, 'reverse')
  })
  const nodes = traceNodes(graph)
  const active = activeNode(frames[atHand])
  const middle = nodes.indexOf(active ?? 0)
  const from = Math.max(0, Math.min(nodes.length - MOST_ROWS, middle - MOST_ROWS / 2))
  const shown = nodes.slice(from, from + MOST_ROWS)
  return (
    <Scroller className="second-scroll">
      <table className="second-table" aria-label="Second-order trace">
        <thead>
          <tr>
            <th scope="col">Node</th>
            {COLUMNS.map(({ symbol, name, kind }) => (
              <th key={kind} scope="col" data-kind={kind} title={name}>
                {symbol}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((node) => (
            <Row key={graph.id[node]} frames={frames} atHand={atHand} node={node} isActive={node === active} />
          ))}
        </tbody>
      </table>
      {shown.length < nodes.length && (
        <p>
          {shown.length} of {nodes.length} rows, around the current step.
        </p>
      )}
    </Scroller>
  )
}

interface RowProps {
  readonly frames: readonly Frame[]
  readonly atHand: number
  readonly node: NodeIndex
  readonly isActive: boolean
}

function Row({ frames, atHand, node, isActive }: RowProps) {
  const { graph } = frames[0].pass.primal
  const id = graph.id[node]
  const isMarked = useGradual((state) => state.highlight === id)
  const definitions = definitionsOf(graph, node)
  return (
    <tr
      data-marked={isMarked || undefined}
      aria-current={isActive ? 'step' : undefined}
      onPointerEnter={() => change({ highlight: id })}
      onPointerLeave={() => change({ highlight: null })}
    >
      <th scope="row">
        {tapeSymbol(graph, node)}
        {definitions.length > 0 && <small> = {definitions.join(', ')}</small>}
      </th>
      {COLUMNS.map((column, place) => (
        <Cell
          key={column.kind}
          column={column}
          frame={frames[place]}
          node={node}
          isNow={isActive && place === atHand}
        />
      ))}
    </tr>
  )
}

interface CellProps {
  readonly column: Column
  /** undefined where its pass is still to come. */
  readonly frame: Frame | undefined
  readonly node: NodeIndex
  readonly isNow: boolean
}

function Cell({ column: { kind, name }, frame, node, isNow }: CellProps) {
  if (!frame || !isSettled(frame, node)) return <td data-kind={kind} />
  const { pass } = frame
  const { graph } = pass.primal
  const value = valueAt(graph, node, pass.numbers)
  const mark = { 'data-kind': kind, 'data-now': isNow || undefined }
  if (dependenceOf(pass, node) === 'none')
    return (
      <td {...mark} title={NO_PATH}>
        <data value="0">–</data>
      </td>
    )
  if (typeof value === 'object')
    return (
      <td {...mark}>
        <ArrayCell
          name={`${name} of ${nodeSymbol(graph, node)}`}
          value={value}
          kind={pass.kind}
          present={entriesAt(graph, node, pathsOf(pass))}
        />
      </td>
    )
  return (
    <td {...mark} title={exact(value)}>
      <data value={exact(value)}>{short(value)}</data>
    </td>
  )
}
