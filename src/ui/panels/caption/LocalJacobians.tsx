import type { ReactNode } from 'react'
import type { EdgeIndex } from '../../../graph/graph.ts'
import { PLAIN } from '../../../graph/graph.ts'
import { entryName, shapeAt } from '../../../graph/nodes.ts'
import { nodeSymbol } from '../../../notation/symbols.ts'
import { hidesCounts } from '../../../state/hiding.ts'
import { change, now, useGradual } from '../../../state/store.ts'
import { type LocalJacobian, localJacobian } from '../../../trace/localJacobian.ts'
import type { RunningLine } from '../../../trace/narration/index.ts'
import type { Pass } from '../../../trace/pass.ts'
import { isPartialHidden } from '../../../trace/withheld.ts'
import { HeatTable } from '../../kit/arrays/HeatTable.tsx'
import { layoutText, sizesText, transposedNumbers } from './localJacobianText.ts'

interface Props {
  readonly pass: Pass
  readonly lines: readonly RunningLine[]
}

/** For each term along an edge between arrays: the local Jacobian that its product stands for, on demand. */
export function LocalJacobians({ pass, lines }: Props) {
  const transposed = useGradual((state) => state.transposed)
  const { plan, consumer } = pass.primal.graph
  const edges = lines.flatMap(({ edge }) =>
    edge !== null && plan[consumer[edge]] !== PLAIN && !isPartialHidden(pass.primal, edge) ? [edge] : [],
  )
  if (pass.kind === 'primal' || edges.length === 0) return null
  return (
    <section className="step-jacobians" aria-label="Local Jacobian">
      <h2>Local Jacobian</h2>
      <label>
        <input type="checkbox" checked={transposed} onChange={({ target }) => change({ transposed: target.checked })} />
        Denominator layout
      </label>
      {edges.map((edge, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what is opened stays open while stepping
        <Edge key={place} place={place} pass={pass} edge={edge} transposed={transposed} />
      ))}
    </section>
  )
}

interface EdgeProps {
  readonly pass: Pass
  readonly edge: EdgeIndex
  readonly transposed: boolean
}

function Edge({ place, pass, edge, transposed }: EdgeProps & { readonly place: number }) {
  const { graph } = pass.primal
  const [consumer, operand] = [graph.consumer[edge], graph.operand[edge]].map((node) => nodeSymbol(graph, node))
  return (
    <Unfolding
      place={place}
      summary={
        <>
          ∂{consumer}/∂{operand}
        </>
      }
    >
      {() => <Opened {...{ pass, edge, transposed, consumer, operand }} />}
    </Unfolding>
  )
}

interface UnfoldingProps {
  readonly place: number
  readonly summary: ReactNode
  readonly children: () => ReactNode
}

/** What is inside is made when it is first seen. */
function Unfolding({ place, summary, children }: UnfoldingProps) {
  const open = useGradual(({ localJacobians }) => localJacobians.has(place))
  return (
    <details open={open} onToggle={({ currentTarget }) => unfoldAt(place, currentTarget.open)}>
      <summary>{summary}</summary>
      {open && children()}
    </details>
  )
}

function unfoldAt(place: number, isOpen: boolean): void {
  const { localJacobians } = now()
  if (localJacobians.has(place) === isOpen) return
  change({
    localJacobians: new Set(isOpen ? [...localJacobians, place] : [...localJacobians].filter((at) => at !== place)),
  })
}

function Opened({ pass, edge, transposed, consumer, operand }: EdgeProps & Record<'consumer' | 'operand', string>) {
  const { primal, kind } = pass
  const jacobian = localJacobian(primal, edge)
  const isHidden = useGradual(hidesCounts)
  return (
    <>
      <p>
        <b>{jacobian.structure}</b>
      </p>
      {jacobian.isLive ? (
        <p>{!isHidden && sizesText(jacobian, kind, transposed)}</p>
      ) : (
        <p>No derivative passes along this edge: it is left out.</p>
      )}
      <Matrix {...{ pass, edge, transposed, consumer, operand, jacobian }} />
      <p className="step-quiet">{layoutText(transposed, consumer, operand)}</p>
    </>
  )
}

interface MatrixProps extends EdgeProps {
  readonly consumer: string
  readonly operand: string
  readonly jacobian: LocalJacobian
}

function Matrix({ pass, edge, transposed, consumer, operand, jacobian }: MatrixProps) {
  const { rows, columns, dense } = jacobian
  if (!dense) return null
  const { graph } = pass.primal
  const shape = transposed ? [columns, rows] : [rows, columns]
  const entries = transposed ? transposedNumbers(dense, columns) : dense
  const labelOf = (entry: number) => {
    const [row, column] = [Math.floor(entry / shape[1]), entry % shape[1]]
    const [of, by] = transposed ? [column, row] : [row, column]
    const top = entryName(consumer, shapeAt(graph, graph.consumer[edge]), of)
    return `∂${top}/∂${entryName(operand, shapeAt(graph, graph.operand[edge]), by)}`
  }
  return <HeatTable name={`∂${consumer}/∂${operand}`} tensor={{ shape, entries }} labelOf={labelOf} kind="partial" />
}
