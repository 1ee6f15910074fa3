import { expect, it } from 'vitest'
import { primalOf } from '../../verification/fixtures/compiled.ts'
import { ARRAYS, LECTURE } from '../../verification/fixtures/programs.ts'
import { hessian, hessianVector } from '../autodiff/second/hessian.ts'
import { passCount } from '../autodiff/seeds.ts'
import { total } from './counts.ts'
import { countsOfSecond } from './secondCounts.ts'

it('the lecture’s example takes two calls and three products for the adjoint tangents', () => {
  const counts = countsOfSecond(hessianVector(primalOf(LECTURE), { f: 1 }, { x1: 1 }))
  // −sin x1·ẋ1: formula cos x1 anew (1 call), its partial −sin x1 (1 call), 1 product; two terms v̄·ṗ.
  expect(counts.adjointTangents).toEqual({ additions: 0, multiplications: 3, divisions: 0, calls: 2 })
  expect(total(counts.all)).toBe(total(counts.tangent) + total(counts.adjoint) + 5)
})

it('a whole Hessian takes a product for each input entry', () => {
  const pass = primalOf(ARRAYS[1])
  let products = 0
  hessian(pass, { loss: 1 }, () => products++)
  expect(products).toBe(passCount(pass.graph, 'forward'))
})
