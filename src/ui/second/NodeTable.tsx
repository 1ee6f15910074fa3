import { valueAt } from '../../autodiff/point.ts'
import type { NodeIndex } from '../../graph/graph.ts'
import { exact, short } from '../../notation/numbers.ts'
import { definitionsOf, nodeSymbol } from '../../notation/symbols.ts'
import { change, useGradual } from '../../state/store.ts'
import { traceNodes } from '../../trace/table.ts'
import { ArrayCell } from '../arrays/ArrayCell.tsx'
import { entriesAt } from '../arrays/tensorAt.ts'
import { type Course, KINDS, type Kind, nodeAt, type Place, stateOf } from './course.ts'

/** Rows that are shown, around the current one. */
const MOST_ROWS = 100

const SYMBOL = { primal: 'v', tangent: 'v̇', adjoint: 'v̄', second: 'v̄̇' } as const
const NAME = { primal: 'value', tangent: 'tangent', adjoint: 'adjoint', second: 'adjoint tangent' } as const

interface Props {
  readonly course: Course
  readonly place: Place
}

/** By node: value, tangent, adjoint, and the adjoint's tangent, which at the inputs is H·v. */
export function NodeTable({ course, place }: Props) {
  const { graph } = course.primal
  const nodes = traceNodes(graph)
  const active = nodeAt(course, place)
  const middle = nodes.indexOf(active ?? 0)
  const from = Math.max(0, Math.min(nodes.length - MOST_ROWS, middle - MOST_ROWS / 2))
  const shown = nodes.slice(from, from + MOST_ROWS)
  return (
    <div className="second-scroll" tabIndex={shown.length > 8 ? 0 : undefined}>
      <table className="second-table" aria-label="Second-order trace">
        <thead>
          <tr>
            <th scope="col">Node</th>
            {KINDS.map((kind) => (
              <th key={kind} scope="col" data-kind={kind} title={NAME[kind]}>
                {SYMBOL[kind]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((node) => (
            <Row key={graph.id[node]} course={course} place={place} node={node} isActive={node === active} />
          ))}
        </tbody>
      </table>
      {shown.length < nodes.length && (
        <p>
          {shown.length} of {nodes.length} rows, around the current step.
        </p>
      )}
    </div>
  )
}

interface RowProps extends Props {
  readonly node: NodeIndex
  readonly isActive: boolean
}

function Row({ course, place, node, isActive }: RowProps) {
  const { graph } = course.primal
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
        {nodeSymbol(graph, node)}
        {definitions.length > 0 && <small> = {definitions.join(', ')}</small>}
      </th>
      {KINDS.map((kind) => (
        <Cell key={kind} course={course} place={place} node={node} kind={kind} />
      ))}
    </tr>
  )
}

function Cell({ course, place, node, kind }: Props & { readonly node: NodeIndex; readonly kind: Kind }) {
  const { primal } = course
  const state = stateOf(course, place, kind, node)
  const isNow = place.kind === kind && nodeAt(course, place) === node
  if (state === 'unknown') return <td data-kind={kind} />
  const { numbers, present } = sumsOf(course, kind)
  const value = valueAt(primal.graph, node, numbers)
  if (typeof value === 'object' && state === 'known')
    return (
      <td data-kind={kind} data-now={isNow || undefined}>
        <ArrayCell
          name={`${NAME[kind]} of ${nodeSymbol(primal.graph, node)}`}
          value={value}
          kind={kind === 'second' ? 'adjoint' : kind}
          present={present ? entriesAt(primal.graph, node, present) : undefined}
        />
      </td>
    )
  return (
    <td data-kind={kind} data-now={isNow || undefined} title={state === 'absent' ? 'does not depend' : exact(value)}>
      <data value={state === 'absent' ? '0' : exact(value)}>{state === 'absent' ? '–' : short(value)}</data>
    </td>
  )
}

function sumsOf({ primal, second }: Course, kind: Kind): { numbers: Float64Array; present?: Uint8Array } {
  if (kind === 'primal') return { numbers: primal.values }
  return { tangent: second.tangents, adjoint: second.adjoints, second: second.adjointTangents }[kind]
}
