import { memo, useEffect, useRef } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { Graph, Value } from '../../core.ts'
import { exact, short } from '../../notation/numbers.ts'
import { frameAtHand } from '../../state/session.ts'
import { change, useGradual } from '../../state/store.ts'
import { NO_PATH, pathsOf } from '../../trace/dependence.ts'
import { activeNode } from '../../trace/frame.ts'
import { capitalised } from '../../trace/narration/voice.ts'
import { type Frame, numberName, passName } from '../../trace/pass.ts'
import { type TraceRow, traceNodes, traceRow } from '../../trace/table.ts'
import { ArrayCell } from '../arrays/ArrayCell.tsx'
import { entriesAt } from '../arrays/tensorAt.ts'
import './trace.css'

/** A longer table shows the rows around the current one. */
const MOST_ROWS = 300

const DERIVATIVE = { primal: null, tangent: 'tangent', adjoint: 'adjoint' } as const

function shownNodes(frame: Frame, nodes: readonly number[]): readonly number[] {
  if (nodes.length <= MOST_ROWS) return nodes
  const active = activeNode(frame) ?? (frame.pass.kind === 'adjoint' ? nodes[nodes.length - 1] : nodes[0])
  const middle = nodes.findIndex((node) => node >= active)
  const from = Math.max(0, Math.min(nodes.length - MOST_ROWS, middle - MOST_ROWS / 2))
  return nodes.slice(from, from + MOST_ROWS)
}

interface NumberCellProps {
  readonly name: string
  readonly value: Value | null
  readonly absent?: boolean
  readonly of: Frame['pass']['kind']
  readonly present?: ArrayLike<number>
}

function NumberCell({ name, value, absent, of, present }: NumberCellProps) {
  if (value === null) return <td data-role={of} />
  if (typeof value === 'object' && !absent)
    return (
      <td data-role={of}>
        <ArrayCell name={name} value={value} kind={of} present={present} />
      </td>
    )
  return (
    <td data-role={of} title={absent ? NO_PATH : exact(value)}>
      <data value={exact(value)}>{absent ? '–' : short(value)}</data>
    </td>
  )
}

interface RowProps {
  readonly row: TraceRow
  readonly id: number
  readonly kind: Frame['pass']['kind']
  /** By entry of the node. */
  readonly present: ArrayLike<number>
}

const Row = memo(({ row, id, kind, present }: RowProps) => {
  const marked = useGradual((state) => state.highlight === id)
  const element = useRef<HTMLTableRowElement>(null)
  const active = row.state === 'active'
  const name = row.definitions[0] ?? row.symbol.text
  useEffect(() => {
    if (active) element.current?.scrollIntoView({ block: 'nearest' })
  }, [active])
  const mark = () => change({ highlight: id })
  const unmark = () => change({ highlight: null })
  return (
    <tr
      ref={element}
      data-state={row.state}
      data-marked={marked || undefined}
      aria-current={active ? 'step' : undefined}
      onPointerEnter={mark}
      onPointerLeave={unmark}
    >
      <th scope="row">
        <button type="button" onFocus={mark} onBlur={unmark}>
          {row.symbol.text}
          {row.definitions.length > 0 && <small> = {row.definitions.join(', ')}</small>}
        </button>
      </th>
      <td title={row.operation?.text}>{row.operation?.text ?? 'input'}</td>
      <NumberCell name={name} value={row.value} of="primal" />
      {kind !== 'primal' && (
        <NumberCell
          name={`${kind} of ${name}`}
          value={row.derivative}
          absent={row.state === 'absent'}
          of={kind}
          present={present}
        />
      )}
    </tr>
  )
}, sameRow)

/** Rows are made anew for each frame; only what they show counts. */
function sameRow(a: RowProps, b: RowProps): boolean {
  const same = (field: keyof TraceRow) => sameValue(a.row[field], b.row[field])
  return a.id === b.id && a.kind === b.kind && (Object.keys(a.row) as (keyof TraceRow)[]).every(same)
}

/** Arrays are made anew too. */
const sameValue = (a: unknown, b: unknown): boolean =>
  Array.isArray(a) && Array.isArray(b)
    ? a.length === b.length && a.every((item, i) => sameValue(item, b[i]))
    : Object.is(a, b)

const hasArrays = ({ shapes }: Graph): boolean => shapes.some(({ length }) => length > 0)

/** The evaluation trace of Baydin et al. (2018), Tables 2 and 3: the pass at hand, in tape order. */
export default function TraceTable() {
  const frame = useGradual(useShallow(frameAtHand))
  if (!frame) return null
  const { pass } = frame
  const { graph } = pass.primal
  const nodes = traceNodes(graph)
  const shown = shownNodes(frame, nodes)
  const derivative = DERIVATIVE[pass.kind]
  return (
    <>
      <table className="trace" aria-label="Evaluation trace" data-arrays={hasArrays(graph) || undefined}>
        <thead>
          <tr>
            <th scope="col">Node</th>
            <th scope="col">Operation</th>
            <th scope="col">Value</th>
            {derivative && (
              <th scope="col" data-role={derivative}>
                {capitalised(numberName(pass))}{' '}
                <span className="trace-seed">
                  {derivative === 'tangent' ? '▸' : '◂'} {passName(pass)}
                </span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {shown.map((node) => (
            <Row
              key={graph.id[node]}
              id={graph.id[node]}
              row={traceRow(frame, node)}
              kind={pass.kind}
              present={entriesAt(graph, node, pathsOf(pass))}
            />
          ))}
        </tbody>
      </table>
      {shown.length < nodes.length && (
        <p className="trace-more">
          {shown.length} of {nodes.length} rows, around the current step.
        </p>
      )}
    </>
  )
}
