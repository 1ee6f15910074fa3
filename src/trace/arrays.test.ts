import { describe, expect, test } from 'vitest'
import { ARRAY_PROGRAMS, VIEWS } from '../../verification/fixtures/arrayPrograms.ts'
import { graphOf } from '../../verification/fixtures/compiled.ts'
import { completeFrame, frameAt, passesOf, passNamed } from '../../verification/fixtures/passes.ts'
import type { Mode } from '../autodiff/pass.ts'
import { MODES } from '../autodiff/pass.ts'
import { jacobian, primal } from '../core.ts'
import { entriesOf, exact } from '../notation/numbers.ts'
import { known, numberAt } from './frame.ts'
import { blockFill } from './jacobianFill.ts'
import { localJacobian, MOST_JACOBIAN_NUMBERS } from './localJacobian.ts'
import type { Pass, Term } from './pass.ts'
import { passes, seededPass } from './passes.ts'
import { runningSums, seedValue, termsAt } from './terms.ts'

const cases = Object.entries(ARRAY_PROGRAMS).flatMap(([name, source]) =>
  Object.entries(VIEWS).map(([view, options]) => [`${name}, ${view}`, source, options] as const),
)

function everyPass(source: string, options: (typeof cases)[number][2], check: (pass: Pass) => void): void {
  const graph = graphOf(source, options)
  const point = primal(graph)
  for (const mode of MODES) {
    const list = passes(point, mode)
    for (let index = 1; index < list.count; index++) check(list.get(index))
  }
}

describe.each(cases)('%s', (_name, source, options) => {
  test('the last running sum of each node is its tangent or adjoint, to the last bit', () => {
    everyPass(source, options, (pass) => {
      for (const node of pass.steps) {
        const last = runningSums(seedValue(pass, node), termsAt(pass, node)).at(-1)
        expect(last === undefined ? undefined : exact(last)).toBe(exact(numberAt(completeFrame(pass), node) as number))
      }
    })
  })

  test('a term is the local Jacobian times what it meets: J·u̇, or Jᵀ·v̄', () => {
    everyPass(source, options, (pass) => {
      for (const node of pass.steps) for (const term of termsAt(pass, node)) checkProduct(pass, term)
    })
  })

  test('both modes fill the Jacobian, entry by entry', () => {
    const graph = graphOf(source, options)
    const point = primal(graph)
    for (const mode of MODES) {
      const whole = jacobian(point, mode)
      for (const [i, output] of graph.outputs.entries())
        for (const [j, input] of graph.inputs.entries()) {
          const block = blockFill(passes(point, mode), { pass: Number.POSITIVE_INFINITY, step: 0 }, i, j)
          const rows = [...new Array(block.rows).keys()]
          const filled = rows.flatMap((row) =>
            [...new Array(block.columns).keys()].map((column) => block.at(row, column)?.value),
          )
          expect(filled).toEqual(entriesOf(whole[output.name][input.name]))
        }
    }
  })
})

function checkProduct(pass: Pass, { edge, source, factor, product }: Term): void {
  const { rows, columns, dense } = localJacobian(pass.primal, edge)
  const [met, added] = [entriesOf(factor), entriesOf(product)]
  const isTangent = pass.kind === 'tangent'
  const from = pass.primal.graph.offset[source]
  expect([met.length, added.length]).toEqual(isTangent ? [columns, rows] : [rows, columns])
  const sums = added.map((_, entry) =>
    met.reduce((sum, x, other) => {
      const partial = (dense as Float64Array)[isTangent ? entry * columns + other : other * columns + entry]
      // What is absent meets no partial.
      return pass.presentEntries[from + other] ? sum + partial * x : sum
    }, 0),
  )
  // A product of 0 and NaN in the matrix may be of a pair that the pass does not visit.
  if (!met.every(Number.isFinite) || !dense?.every(Number.isFinite)) return
  for (const [entry, sum] of sums.entries()) expect(added[entry]).toBeCloseTo(sum, 10)
}

test('forward mode takes a pass for each entry of the inputs, reverse mode one for each entry of the outputs', () => {
  const source = 'x = 2\nW = [[1, 2], [3, 4]]\nf = W @ [x, 1]'
  const [forward, reverse] = MODES.map((mode) => passesOf(source, mode))
  expect([forward.count, reverse.count]).toEqual([1 + 5, 1 + 2])
  expect([forward.seedOf(0), forward.seedOf(1)?.name, forward.seedOf(4)?.name]).toEqual([null, 'x', 'W[1,0]'])
  expect([forward.firstOf(0), forward.firstOf(1), reverse.firstOf(0)]).toEqual([1, 2, 1])
  expect(forward.get(4).seed).toBe('W[1,0]')
  expect(reverse.get(2).seed).toBe('f[1]')
})

test('a node is present where any of its entries is', () => {
  const pass = passNamed('x = [1, 2]\nf = x*x', 'reverse', 'f')
  const [x, f] = [pass.primal.graph.inputs[0].node, pass.primal.graph.outputs[0].node]
  expect([pass.present[x], pass.present[f]]).toEqual([1, 1])
  expect([...pass.presentEntries]).toEqual([1, 0, 1, 0])
  expect(numberAt(completeFrame(pass), x)).toEqual([2, 0])
})

test('an entry on which the seed does not act adds no term', () => {
  const pass = passNamed('x = [1, 2]\nf = x[0]\ng = x[1]', 'forward', 'x')
  const [f, g] = pass.primal.graph.outputs.map(({ node }) => node)
  expect(termsAt(pass, f)).toHaveLength(1)
  expect(termsAt(pass, g)).toEqual([])
  expect(known(completeFrame(pass), g)).toBe('absent')
})

test('while its terms arrive an array shows the sum so far', () => {
  const pass = passNamed('x = [1, 2]\nf = sum(x*x)', 'reverse', 'f')
  const before = frameAt(pass, pass.steps.length - 1, 1)
  expect(numberAt(before, 0)).toEqual([1, 2])
  expect(numberAt(completeFrame(pass), 0)).toEqual([2, 4])
})

test('a seed that is an array starts the sum of its node', () => {
  const { primal: point } = passesOf('x = [1, 2]\noutput u = 3*x\nf = u*u', 'reverse')
  const pass = seededPass(point, 'reverse', { u: [1, 0], f: [1, 1] })
  const [u] = point.graph.outputs.map(({ node }) => node)
  expect(runningSums(seedValue(pass, u), termsAt(pass, u)).map(exact)).toEqual(['[1,0]', '[4,6]', '[7,12]'])
  expect(pass.seed).toBe(null)
})

describe('the Jacobian fills by entries', () => {
  const SOURCE = 'x = [1, 2]\nW = [[1, 2], [3, 4], [5, 6]]\nf = W @ x'
  const shown = (mode: Mode, pass: number, step: number) => {
    const block = blockFill(passesOf(SOURCE, mode), { pass, step }, 0, 0)
    return [0, 1, 2].map((row) => [0, 1].map((column) => block.at(row, column)?.value ?? null))
  }
  test('a tangent pass a column, when the output is settled', () => {
    expect(shown('forward', 1, 1)[0]).toEqual([null, null])
    expect(shown('forward', 1, 2)).toEqual([
      [1, null],
      [3, null],
      [5, null],
    ])
  })
  test('an adjoint pass a row, when the input is settled', () => {
    expect(shown('reverse', 2, 2)).toEqual([
      [1, 2],
      [null, null],
      [null, null],
    ])
    expect(shown('reverse', 2, 3)).toEqual([
      [1, 2],
      [3, 4],
      [null, null],
    ])
  })
})

describe('the local Jacobian', () => {
  const of = (source: string, edge: number, options = {}) => {
    const graph = graphOf(source, options)
    return localJacobian(primal(graph), edge)
  }
  test('of W @ x by x is W, by W it has x in a row for each entry', () => {
    const source = 'W = [[1, 2], [3, 4]]\nx = [5, 6]\nf = W @ x'
    expect(of(source, 1)).toMatchObject({ rows: 2, columns: 2, structure: 'W', work: 4 })
    expect([...(of(source, 1).dense ?? [])]).toEqual([1, 2, 3, 4])
    expect([...(of(source, 0).dense ?? [])]).toEqual([5, 6, 0, 0, 0, 0, 5, 6])
  })
  test('of an elementwise operation is diagonal', () => {
    expect(of('x = [0, 1]\nf = exp(x)', 0)).toMatchObject({ structure: 'diagonal', work: 2 })
    expect([...(of('x = [0, 1]\nf = exp(x)', 0).dense ?? [])]).toEqual([1, 0, 0, Math.E])
  })
  test('has sizes and a structure, and no numbers, where it is large', () => {
    const { rows, columns, dense, work } = of('x = ones(100)\nf = x*x', 0)
    expect(rows * columns).toBeGreaterThan(MOST_JACOBIAN_NUMBERS)
    expect([dense, work]).toEqual([null, 100])
  })
  test('of a condition lets nothing pass', () => {
    expect(of('x = [1, -1]\nf = where(x > 0, x, 0)', 2).isLive).toBe(false)
  })
  test('of a closed module is the product of those inside', () => {
    const opened = of('x = [1, 2]\nf = 3*x*x', 0)
    const closed = of('g(a) = 3*a*a\nx = [1, 2]\nf = g(x)', 0, VIEWS.closed)
    expect(closed.structure).toMatch(/inside g/)
    expect([...(closed.dense ?? [])]).toEqual([6, 0, 0, 12])
    expect(opened.rows).toBe(closed.rows)
  })
})
