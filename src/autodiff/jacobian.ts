import { adjoint } from './adjoint.ts'
import type { Mode, Numbers, Primal } from './pass.ts'
import { record } from './point.ts'
import { tangent } from './tangent.ts'

/** ∂output/∂input, by output, then by input: every input in every row. */
export type Jacobian = Record<string, Numbers>

/** The Jacobian: forward mode takes a tangent pass for each input, reverse mode an adjoint pass for each output. */
export function jacobian(primal: Primal, mode: Mode): Jacobian {
  const { inputs, outputs } = primal.graph
  const unit = (name: string) => record([[name, 1]])
  if (mode === 'reverse') return record(outputs.map(({ name }) => [name, adjoint(primal, unit(name)).inputs]))
  const rows: Jacobian = record(outputs.map(({ name }) => [name, record<number>([])]))
  for (const { name } of inputs) {
    const column = tangent(primal, unit(name)).outputs
    for (const output of outputs) rows[output.name][name] = column[output.name]
  }
  return rows
}
