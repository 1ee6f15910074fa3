import type { NodeIndex } from '../../../graph/graph.ts'
import { shapeAt } from '../../../graph/nodes.ts'
import { nodeSymbol } from '../../../notation/symbols.ts'
import { pathsOf } from '../../../trace/dependence.ts'
import { numberAt } from '../../../trace/frame.ts'
import { type Frame, numberName } from '../../../trace/pass.ts'
import { HeatTable } from '../../kit/arrays/HeatTable.tsx'
import { entriesAt, tensorAt } from '../../kit/arrays/tensorAt.ts'
import { useTensor } from '../../kit/arrays/useTensor.ts'

interface Props {
  readonly frame: Frame
  readonly node: NodeIndex
}

/** The value of the step's node, and beside it what the pass gives it so far: they have the same shape. Numbers stand in the formulas. */
export function StepArrays({ frame, node }: Props) {
  const { pass } = frame
  const { graph, values } = pass.primal
  const number = numberAt(frame, node)
  const tensor = useTensor(number ?? 0)
  if (shapeAt(graph, node).length === 0) return null
  const name = nodeSymbol(graph, node)
  return (
    <div className="step-arrays">
      <HeatTable name={name} tensor={tensorAt(graph, node, values)} kind="primal" />
      {pass.kind !== 'primal' && number !== null && (
        <HeatTable
          name={`${numberName(pass)} of ${name}`}
          tensor={tensor}
          present={entriesAt(graph, node, pathsOf(pass))}
          kind={pass.kind}
        />
      )}
    </div>
  )
}
