import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Primal } from '../src/autodiff/pass.ts'
import { absolute, primalFrom } from '../src/autodiff/primal.ts'
import { jacobian } from '../src/core.ts'
import { adjointProgram } from '../src/methods/linear/adjointProgram.ts'
import { allBracketings, cheapest, fromTheLeft, fromTheRight, multipliedOut } from '../src/methods/linear/bracketing.ts'
import { beginElimination, eliminateAll, type Game, remaining } from '../src/methods/linear/elimination.ts'
import {
  bestOrder,
  forwardOrder,
  greedyOrder,
  MOST_OPTIMAL,
  reverseOrder,
} from '../src/methods/linear/eliminationOrders.ts'
import { layersOf } from '../src/methods/linear/layers.ts'
import { linearised } from '../src/methods/linear/linearised.ts'
import { countPaths, listPaths, sumOverPaths } from '../src/methods/linear/paths.ts'
import { anotherOrder } from '../src/methods/orders.ts'
import { reordered } from '../src/methods/reordered.ts'
import cases from './cases/published.json' with { type: 'json' }
import { primalOf } from './fixtures/compiled.ts'
import { programs } from './programs.ts'

/** Relative to the same pass over absolute partials. */
const ROUNDING = 1e-12
const SEED = 5
const COUNT = 1000
const MS_PER_PROGRAM = 200

/** The Jacobian as rows, and the same over absolute partials: what rounding is measured by. */
function exact(pass: Primal): { rows: number[][]; scale: number[][] } {
  const rowsOf = (p: Primal) => {
    const all = jacobian(p, 'reverse')
    return p.graph.outputs.map(({ name }) => p.graph.inputs.map((input) => all[name][input.name] as number))
  }
  return { rows: rowsOf(pass), scale: rowsOf(absolute(pass)) }
}

function expectSame(rows: readonly (readonly number[])[], pass: Primal, tolerance = ROUNDING): void {
  const { rows: known, scale } = exact(pass)
  for (const [i, row] of known.entries())
    for (const [j, entry] of row.entries())
      if (!Object.is(rows[i][j] + 0, entry + 0))
        expect(Math.abs(rows[i][j] - entry)).toBeLessThanOrEqual(tolerance * scale[i][j])
}

/** Every view of one program, against the engine. */
function checkAll(pass: Primal, random: (below: number) => number): void {
  const { graph } = pass
  const linear = linearised(pass)
  const pathSums = graph.outputs.map(({ node: to }) =>
    graph.inputs.map(({ node: from }) => {
      const { paths } = countPaths(linear, from, to)
      if (paths > 10_000n) return null
      const listed = listPaths(linear, from, to, 10_001)
      expect(BigInt(listed.length)).toBe(paths)
      return sumOverPaths(listed)
    }),
  )
  if (pathSums.flat().every((sum) => sum !== null)) expectSame(pathSums as number[][], pass)

  const layers = layersOf(linear)?.map(({ matrix }) => matrix)
  if (layers && layers.length > 0) {
    const ways = [fromTheRight(layers.length), fromTheLeft(layers.length), cheapest(layers)]
    const all = layers.length <= 5 ? allBracketings(0, layers.length - 1) : []
    for (const way of [...ways, ...all]) {
      const { matrix } = multipliedOut(layers, way)
      const rows = graph.outputs.map((_, i) => [
        ...matrix.numbers.subarray(i * matrix.columns, (i + 1) * matrix.columns),
      ])
      expectSame(rows, pass)
    }
    const least = multipliedOut(layers, cheapest(layers)).multiplications
    for (const way of [...ways, ...all])
      expect(multipliedOut(layers, way).multiplications).toBeGreaterThanOrEqual(least)
  }

  const { vertices, start } = beginElimination(linear) as Game
  const sampled = [...start.inner].sort(() => random(3) - 1)
  const best = start.inner.length <= 8 ? bestOrder(start) : null
  for (const order of [
    forwardOrder(start),
    reverseOrder(start),
    greedyOrder(start),
    sampled,
    ...(best ? [best] : []),
  ]) {
    const end = eliminateAll(start, order)
    const rows = remaining(end, vertices)
    const ends = [...new Set(graph.outputs.map(({ node }) => node))]
    expectSame(
      graph.outputs.map(({ node }) => rows[ends.indexOf(node)]),
      pass,
    )
    if (best) expect(end.multiplications).toBeGreaterThanOrEqual(eliminateAll(start, best).multiplications)
  }

  const order = anotherOrder(graph, random)
  const again = primalFrom(
    reordered(graph, order),
    Float64Array.from(order, (node) => pass.values[node]),
  )
  for (const [edge, operand] of again.graph.operand.entries()) expect(operand).toBeLessThan(again.graph.consumer[edge])
  expect(again.outputs).toEqual(pass.outputs)
  expectSame(exact(again).rows, pass)

  const { rows: known, scale } = exact(pass)
  for (const [i] of graph.outputs.entries()) {
    const turned = adjointProgram(linear, graph.outputs[i].node, (node) => `n${node}`)
    const backward = primalOf(turned.source)
    for (const [j, { node }] of graph.inputs.entries()) {
      const name = turned.nameOf(node)
      const gradient = name === undefined ? 0 : (backward.outputs[name] as number)
      if (!Object.is(gradient + 0, known[i][j] + 0))
        expect(Math.abs(gradient - known[i][j])).toBeLessThanOrEqual(ROUNDING * scale[i][j])
    }
  }
}

/** Numbers below a bound, the same in each run. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

describe('paths, layers, elimination, orders and the adjoint graph agree with the engine', () => {
  it.each(cases.map(({ program }) => [program]))('on the published example %j', (program) => {
    checkAll(primalOf(program), randomFrom(1))
  })

  it(`on ${COUNT} random programs`, { timeout: COUNT * MS_PER_PROGRAM }, () => {
    fc.assert(
      fc.property(programs, fc.nat(), ({ source, at }, seed) => checkAll(primalOf(source, {}, at), randomFrom(seed))),
      { seed: SEED, numRuns: COUNT },
    )
  })
})

describe('the number of paths', () => {
  it('doubles with each diamond, and is exact beyond all doubles', () => {
    const diamonds = 100
    const lines = Array.from({ length: diamonds }, (_, k) => `a${k + 1} = a${k} + a${k}^2`)
    const pass = primalOf(`a0 = 0.01\n${lines.join('\n')}`)
    const { graph } = pass
    const { paths, factoredMultiplications } = countPaths(linearised(pass), graph.inputs[0].node, graph.outputs[0].node)
    expect(paths).toBe(2n ** 100n)
    expect(factoredMultiplications).toBeLessThan(4 * diamonds)
  })
})

describe('the best order of elimination', () => {
  it('is found for the small graph on which neither mode is best', () => {
    // A chain between three inputs and three outputs: its middle goes first.
    const source =
      'x1 = 1\nx2 = 2\nx3 = 3\na = x1*x2 + x3\nb = sin(a)\nc = exp(b)\nu = c*2\nv = sin(c)\nw = c^2\ny1 = u + v\ny2 = v + w\ny3 = u*w'
    const { start } = beginElimination(linearised(primalOf(source))) as Game
    expect(start.inner.length).toBeLessThanOrEqual(MOST_OPTIMAL)
    const cost = (order: number[] | null) => eliminateAll(start, order ?? []).multiplications
    expect(cost(bestOrder(start))).toBeLessThan(Math.min(cost(forwardOrder(start)), cost(reverseOrder(start))))
  })
})
