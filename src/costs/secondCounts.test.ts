import { expect, it } from 'vitest'
import { closedOf, primalOf, unrolledOf } from '../../verification/fixtures/compiled.ts'
import { ARRAYS, LECTURE } from '../../verification/fixtures/programs.ts'
import { hessian, hessianVector } from '../autodiff/second/hessian.ts'
import { passCount } from '../autodiff/seeds.ts'
import { total } from './counts.ts'
import { countsOfSecond, givingEdges } from './secondCounts.ts'

it('the lecture’s example takes two calls and three products for the adjoint tangents', () => {
  const counts = countsOfSecond(hessianVector(primalOf(LECTURE), { f: 1 }, { x1: 1 }))
  // −sin x1·ẋ1: formula cos x1 anew (1 call), its partial −sin x1 (1 call), 1 product; two terms v̄·ṗ.
  expect(counts.adjointTangents).toEqual({ additions: 0, multiplications: 3, divisions: 0, calls: 2 })
  expect(total(counts.all)).toBe(total(counts.tangent) + total(counts.adjoint) + 5)
})

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

it('a whole Hessian takes a product for each input entry', () => {
  const pass = primalOf(ARRAYS[1])
  let products = 0
  hessian(pass, { loss: 1 }, () => products++)
  expect(products).toBe(passCount(pass.graph, 'forward'))
})
