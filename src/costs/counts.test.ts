import { describe, expect, it } from 'vitest'
import { closedOf, primalOf, unrolledOf } from '../../verification/fixtures/compiled.ts'
import { ARRAYS, LECTURE, LINEAR_LAYER, MLP } from '../../verification/fixtures/programs.ts'
import { adjoint } from '../autodiff/adjoint.ts'
import type { Mode, Primal } from '../autodiff/pass.ts'
import { MODES } from '../autodiff/pass.ts'
import { passCount, seedAt, unitSeed } from '../autodiff/seeds.ts'
import { tangent } from '../autodiff/tangent.ts'
import { PLAIN } from '../graph/graph.ts'
import { places } from '../primitives/places.ts'
import { type Counts, OperationTally, sumOf, total } from './counts.ts'
import { BOUND, modeCounts, passRatio, ratioOf } from './modeCounts.ts'
import { valueCost } from './nodeCost.ts'
import { countsOfPass, countsOfStep } from './passCounts.ts'
import { countsOfPrimal, countsOfPrimalStep } from './primalCounts.ts'

const passesOf = (primal: Primal, mode: Mode) =>
  Array.from({ length: passCount(primal.graph, mode) }, (_, index) =>
    (mode === 'forward' ? tangent : adjoint)(primal, unitSeed(primal.graph, seedAt(primal.graph, mode, index))),
  )

const of = (additions: number, multiplications: number, divisions = 0, calls = 0): Counts => ({
  ...{ additions, multiplications, divisions, calls },
})

describe('the lecture’s example', () => {
  const pass = primalOf(LECTURE)

  it('takes a call, a product and a sum, and a cosine for its partials', () => {
    expect(countsOfPrimal(pass)).toEqual({ values: of(1, 1, 0, 1), partials: of(0, 0, 0, 1) })
  })

  it('takes less for the tangent pass that reaches less; what is absent is saved', () => {
    expect(countsOfPass(tangent(pass, { x1: 1 }))).toEqual({ ...of(1, 2), terms: 4, saved: 1 })
    expect(countsOfPass(tangent(pass, { x2: 1 }))).toEqual({ ...of(0, 1), terms: 2, saved: 3 })
    expect(countsOfPass(adjoint(pass, { f: 1 }))).toEqual({ ...of(1, 3), terms: 5, saved: 0 })
  })

  it('evaluates partials in each pass where the model says so', () => {
    const kept = modeCounts(pass, 'forward')
    expect([total(kept.all), ratioOf(kept)]).toEqual([3 + 1 + 4, 8 / 3])
    const anew = modeCounts(pass, 'forward', { partials: 'each pass', primal: 'each pass' })
    expect(anew.values).toEqual(of(2, 2, 0, 2))
    expect(anew.sweeps).toMatchObject(of(1, 3, 0, 1))
    expect(ratioOf(anew)).toBe((6 + 5) / 3)
  })
})

it('the ratio of a pass is below the bounds of the theory for sums, and above for products', () => {
  const of10 = (operator: string) => primalOf(`f = ${Array.from({ length: 10 }, (_, i) => `x${i}`).join(operator)}`)
  const ratio = (operator: string, mode: Mode) => passRatio(modeCounts(of10(operator), mode))
  expect(ratio(' + ', 'forward')).toBe(1)
  expect(ratio(' + ', 'reverse')).toBe(1)
  expect(ratio('*', 'reverse')).toBeLessThan(BOUND.reverse)
  // A product of one input with itself: 1 operation, and 2 products and a sum for its tangent.
  expect(passRatio(modeCounts(primalOf('x = 2\nf = x*x'), 'forward'))).toBe(4)
})

it('a seed meets the other terms of its node with one addition', () => {
  const pass = primalOf('x = 2\ny = x*x\nf = y + x\noutput y')
  expect(countsOfPass(adjoint(pass, { y: 1, f: 1 }))).toMatchObject(of(3, 2))
  expect(countsOfPass(adjoint(pass, { f: 1 }))).toMatchObject(of(2, 2))
})

it('a linear layer costs its products and sums', () => {
  const pass = primalOf(LINEAR_LAYER)
  // 2×3 times 3×2: 12 products, 4·2 sums; and 4 sums with b.
  expect(countsOfPrimal(pass)).toEqual({ values: of(12, 12), partials: of(0, 0) })
  // A seed of 1 for each entry of f: x̄ = f̄ Wᵀ and W̄ = xᵀ f̄, 12 products each, with 6·1 sums each; b̄ 2·1 sums.
  const seed = {
    f: [
      [1, 1],
      [1, 1],
    ],
  }
  expect(countsOfPass(adjoint(pass, seed))).toMatchObject(of(14, 24))
})

it('softmax takes its exponentials, their sum and the quotients; a row of partials for each entry', () => {
  const pass = primalOf('x = [1, 2, 3]\nf = softmax(x)')
  expect(countsOfPrimal(pass)).toEqual({ values: of(5, 0, 3, 5), partials: of(3, 9) })
  expect(countsOfPass(tangent(pass, { x: [1, 0, 0] }))).toMatchObject(of(0, 3))
})

describe.each(ARRAYS)('the program %s', (source) => {
  const shapes = [primalOf(source), closedOf(source)]

  it.each(MODES)('costs in %s mode what its passes cost, one by one', (mode) => {
    for (const pass of shapes)
      for (const model of [{}, { partials: 'each pass' }] as const) {
        const passes = new OperationTally()
        for (const each of passesOf(pass, mode)) passes.add(countsOfPass(each, model))
        expect(modeCounts(pass, mode, model).sweeps).toEqual(passes.counts)
        expect(modeCounts(pass, mode, model).isExact).toBe(true)
      }
  })

  it.each(MODES)('costs in %s mode in a pass what its steps cost', (mode) => {
    for (const pass of shapes)
      for (const each of passesOf(pass, mode)) {
        const steps = new OperationTally()
        for (let node = 0; node < pass.graph.size; node++) steps.add(countsOfStep(each, node))
        expect(steps.counts).toEqual(countsOfPass(each))
      }
  })

  it('costs in the primal pass what its steps cost', () => {
    for (const pass of shapes) {
      const steps = Array.from({ length: pass.graph.size }, (_, node) => countsOfPrimalStep(pass, node))
      const { values, partials } = countsOfPrimal(pass)
      expect(values).toEqual(sumOf(...steps.map((step) => step.values)))
      expect(partials).toEqual(sumOf(...steps.map((step) => step.partials)))
    }
  })

  it.each(MODES)('has the terms in %s mode that are present, turn by turn', (mode) => {
    const pass = primalOf(source)
    for (const each of passesOf(pass, mode))
      expect(countsOfPass(each).terms).toBe(termsOneByOne(pass, mode, each.present))
  })
})

/** The definition: along every edge, every pair of entries with a live partial and a derivative that is present. */
function termsOneByOne({ graph, live }: Primal, mode: Mode, present: Uint8Array): number {
  const { consumer, operand, offset, firstPartial, plan, plans, firstEdge, varied } = graph
  let terms = 0
  for (let edge = 0; edge < operand.length; edge++) {
    const node = consumer[edge]
    const ends = mode === 'forward' ? operand[edge] : node
    if (!varied[operand[edge]]) continue
    if (plan[node] === PLAIN) {
      terms += live[firstPartial[edge]] & present[offset[ends]]
      continue
    }
    const wiring = plans[plan[node]].wirings[edge - firstEdge[node]]
    const where = { ...plans[plan[node]], wirings: [wiring, { ...wiring, column: wiring.partial }] }
    for (const [row, column, kept] of places(where)) {
      const isLive = wiring.factor !== null || live[firstPartial[edge] + (wiring.kept > 1 ? kept : 0)] === 1
      if (isLive && present[offset[ends] + (mode === 'forward' ? column : row)]) terms++
    }
  }
  return terms
}

it.each([LINEAR_LAYER, MLP, 'x = [1, 2, 3]\ny = [[2], [1]]\nf = x*y - sin(x)\ng = sum(f, axis=0)/x'])(
  'numbers of arrays cost what they cost as scalars: %s',
  (source) => {
    const [arrays, scalars] = [primalOf(source), unrolledOf(source)]
    expect(countsOfPrimal(arrays).values).toEqual(countsOfPrimal(scalars).values)
    for (const mode of MODES) {
      const [{ terms: _t, saved: _s, ...a }, { terms: _u, saved: _v, ...b }] = [arrays, scalars].map(
        (pass) => modeCounts(pass, mode).sweeps,
      )
      expect(a).toEqual(b)
    }
  },
)

it('a closed module costs what its inner graph costs, and its partials an adjoint pass inside', () => {
  const source = 'g(a, b) = a*b + sin(a)\nx = 1.5\ny = 2\nf = g(x, y)'
  const [closed, open] = [closedOf(source), primalOf(source)]
  expect(countsOfPrimal(closed).values).toEqual(countsOfPrimal(open).values)
  const inner = countsOfPass(adjoint(open, { f: 1 }))
  expect(countsOfPrimal(closed).partials).toEqual(sumOf(countsOfPrimal(open).partials, inner))
  expect(countsOfPass(adjoint(closed, { f: 1 }))).toMatchObject(of(0, 2))
  expect(valueCost(closed.graph, 2)).toEqual(of(1, 1, 0, 1))
})

it('a mode of more passes than anyone would wait for is counted from a part of them', () => {
  const many = Array.from({ length: 3000 }, (_, i) => i).join(', ')
  const pass = primalOf(`x = [${many}]\nconst M = ones(100, 3000)\nf = sum(sin(M*x))`)
  const counted = modeCounts(pass, 'forward')
  expect(counted.isExact).toBe(false)
  // Each of 3,000 passes: 100 products for M*x, 100 for sin, 99 sums.
  expect(counted.sweeps).toMatchObject(of(3000 * 99, 3000 * 200))
})
