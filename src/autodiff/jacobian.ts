import { entryCount, shapeAt } from '../graph/nodes.ts'
import { nested, type Value } from '../primitives/value.ts'
import { adjoint } from './adjoint.ts'
import type { Mode, Numbers, Primal } from './pass.ts'
import { record } from './point.ts'
import { seedAt, seedCount, unitSeed } from './seeds.ts'
import { tangent } from './tangent.ts'

/** ∂output/∂input, by output, then by input: every input in every row. Between arrays it has the output's axes, then the input's. */
export type Jacobian = Record<string, Numbers>

/** The Jacobian: forward mode takes a tangent pass for each entry of the inputs, reverse mode an adjoint pass for each entry of the outputs. */
export function jacobian(primal: Primal, mode: Mode): Jacobian {
  const { graph } = primal
  const { inputs, outputs, offset } = graph
  const blocks = outputs.map(({ node: row }) =>
    inputs.map(({ node: column }) => new Float64Array(entryCount(graph, row) * entryCount(graph, column))),
  )
  const passes = seedCount(graph, mode)
  for (let index = 0; index < passes; index++) {
    const seed = seedAt(graph, mode, index)
    const { numbers } = (mode === 'forward' ? tangent : adjoint)(primal, unitSeed(graph, seed))
    for (const [i, { name: output, node: row }] of outputs.entries())
      for (const [j, { name: input, node: column }] of inputs.entries()) {
        const columns = entryCount(graph, column)
        if (mode === 'forward' && input === seed.of)
          for (let k = 0; k < entryCount(graph, row); k++)
            blocks[i][j][k * columns + seed.entry] = numbers[offset[row] + k]
        if (mode === 'reverse' && output === seed.of)
          for (let k = 0; k < columns; k++) blocks[i][j][seed.entry * columns + k] = numbers[offset[column] + k]
      }
  }
  return record(
    outputs.map(({ name, node: row }, i) => [
      name,
      record(
        inputs.map(({ name: input, node: column }, j): [string, Value] => [
          input,
          nested([...shapeAt(graph, row), ...shapeAt(graph, column)], blocks[i][j]),
        ]),
      ),
    ]),
  )
}
