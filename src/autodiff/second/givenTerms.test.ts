import { expect, it } from 'vitest'
import { closedOf, primalOf, unrolledOf } from '../../../verification/fixtures/compiled.ts'
import { ARRAYS } from '../../../verification/fixtures/programs.ts'
import { givingEdges } from './givenTerms.ts'
import { hessian } from './hessian.ts'

it.each(ARRAYS)('an edge gives a term where it reaches an operand whose adjoint moves: %s', (source) => {
  for (const pass of [primalOf(source), closedOf(source), unrolledOf(source)]) {
    const { operand, offset, outputs } = pass.graph
    const [{ name, node }] = outputs
    if (offset[node + 1] - offset[node] > 1) continue
    hessian(pass, { [name]: 1 }, (product) => {
      const { present } = product.adjointTangents
      const reached = new Set<number>()
      for (const [edge, gives] of givingEdges(product).entries()) if (gives) reached.add(operand[edge])
      for (let read = 0; read < pass.graph.size; read++)
        expect(reached.has(read)).toBe(present.subarray(offset[read], offset[read + 1]).includes(1))
    })
  }
})
