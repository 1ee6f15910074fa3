import fc from 'fast-check'
import { expect, test } from 'vitest'
import { graphOf } from '../../verification/fixtures/compiled.ts'
import { passNamed, somePrograms, standingAt } from '../../verification/fixtures/passes.ts'
import type { Mode } from '../autodiff/pass.ts'
import { MODES } from '../autodiff/pass.ts'
import { adjoint, compile, primal, tangent } from '../core.ts'
import { SPEECH, TEXT } from '../notation/media.ts'
import { nodeNamed } from '../notation/symbols.ts'
import { formulaSum, sumAt } from './equations.ts'
import { columnsOf, frameOfColumn, isAtHand, rowAt, type Standing, traceNodes } from './table.ts'

const BAYDIN = 'x1 = 2\nx2 = 5\ny = ln(x1) + x1*x2 - sin(x2)'
const END = Number.POSITIVE_INFINITY

const columnsAt = (standings: readonly Standing[]) => standings.flatMap((standing) => columnsOf(standing))
const rowsAt = (...standings: readonly Standing[]) =>
  traceNodes(standings[0].list.primal.graph).map((node) =>
    rowAt(standings, columnsAt(standings).map(frameOfColumn), node),
  )
/** Both modes of a program, each at a pass and a step. */
function both(source: string, ...at: readonly (readonly [number, number])[]): Standing[] {
  const graph = graphOf(source)
  const values = primal(graph)
  return MODES.map((mode, i) => standingAt(values, mode, ...at[i]))
}

// Baydin, Pearlmutter, Radul, Siskind 2018, Tables 2 and 3: the sum of both contributions stands in one row.
test('at the end the table is that of the survey: values, each tangent and each adjoint, in tape order', () => {
  const standings = both(BAYDIN, [2, END], [1, END])
  const rows = rowsAt(...standings)
  expect(columnsAt(standings).map(({ number, name }) => `${number} ${name}`)).toEqual([
    'tangent x1',
    'tangent x2',
    'adjoint y',
  ])
  expect(rows.map(({ symbol, number, operation }) => [symbol, number, operation])).toEqual([
    ['x₁', null, null],
    ['x₂', null, null],
    ['v₁', null, 'log(x₁)'],
    ['v₂', null, 'x₁·x₂'],
    ['v₃', null, 'v₁ + v₂'],
    ['v₄', null, 'sin(x₂)'],
    ['y', 'v₅', 'v₃ − v₄'],
  ])
  expect(rows.map(({ cells }) => cells[0]?.value)).toEqual([1, 0, 0.5, 5, 5.5, 0, 5.5])
  expect(rows.map(({ cells }) => cells[0]?.absent)).toEqual([false, true, false, false, false, true, false])
  expect(rows.map(({ cells }) => Number(Number(cells[2]?.value).toFixed(3)))).toEqual([5.5, 1.716, 1, 1, 1, -1, 1])
})

test('each row’s formula is the sum over its edges', () => {
  const formula = (mode: Mode, seed: string, name: string, source = BAYDIN) => {
    const pass = passNamed(source, mode, seed)
    const sum = sumAt(pass, nodeNamed(pass.primal.graph, name) as number)
    return { speech: formulaSum(sum, SPEECH), text: formulaSum(sum, TEXT).normalize('NFC') }
  }
  expect(formula('reverse', 'y', 'x1').speech).toBe('x1 bar equals v2 bar times x2, plus v1 bar times 1 over x1')
  expect(formula('reverse', 'y', 'v4').text).toBe('v̄₄ = −ȳ'.normalize('NFC'))
  expect(formula('forward', 'x', 'v1', 'x = 3\nf = -2*x^3').text).toBe('v̇₁ = ẋ·3·x²'.normalize('NFC'))
})

test('what is not yet known has no number', () => {
  const primal = rowsAt(...both(BAYDIN, [0, 3], [0, 3]))
  expect(primal.map(({ value }) => value !== null)).toEqual([true, true, true, false, false, false, false])
  expect(primal.flatMap(({ cells }) => cells).every((cell) => cell === null)).toBe(true)
  const seeded = rowsAt(...both(BAYDIN, [1, 0], [1, 2]))
  expect(seeded.every(({ value }) => value !== null)).toBe(true)
  expect(seeded.map(({ cells: [, , cell] }) => cell?.value ?? null)).toEqual([null, null, null, null, null, -1, 1])
})

test('constants have no row, but stand in the operations', () => {
  const rows = rowsAt(...both('x = 3\nf = -2*x^3', [1, END], [1, END]))
  expect(rows.map(({ operation }) => operation)).toEqual([null, 'x³', '−2·v₁'])
})

test('a node that several definitions name goes by the first, and has the others beside it', () => {
  const [, row] = rowsAt(...both('x = 3\na = x^2\nb = a', [0, END], [0, END]))
  expect([row.symbol, row.number, row.others]).toEqual(['a', 'v₁', ['b']])
})

test('both modes mark the row of their step, and the column of their pass, unless they wait', () => {
  const standings = both(BAYDIN, [2, 2], [1, 2])
  expect(rowsAt(...standings).map(({ active }) => active)).toEqual([[], [], [], ['forward'], [], ['reverse'], []])
  expect(columnsAt(standings).map(isAtHand)).toEqual([false, true, true])
  const waiting = standings.map((standing, i) => ({ ...standing, waits: i === 1 }))
  expect(rowsAt(...waiting).flatMap(({ active }) => active)).toEqual(['forward'])
  expect(columnsAt(waiting).map(isAtHand)).toEqual([false, true, false])
})

test('wherever the passes stand, each cell has the core’s number, none, or a part of its sum, on random programs', () => {
  const places = fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat())
  fc.assert(
    fc.property(somePrograms, places, (source, [f, fStep, r, rStep]) => {
      const { graph } = compile(source)
      if (!graph) return
      const values = primal(graph)
      const standings = [standingAt(values, 'forward', f, fStep), standingAt(values, 'reverse', r, rStep)]
      const columns = columnsAt(standings)
      const swept = [
        ...graph.inputs.map(({ name }) => tangent(values, { [name]: 1 })),
        ...graph.outputs.map(({ name }) => adjoint(values, { [name]: 1 })),
      ]
      expect(columns.map(({ name }) => name)).toEqual([...graph.inputs, ...graph.outputs].map(({ name }) => name))
      const rows = rowsAt(...standings)
      for (const [i, node] of traceNodes(graph).entries()) {
        const row = rows[i]
        columns.forEach(({ standing, index }, column) => {
          const cell = row.cells[column]
          const isActive = row.active.includes(standing.list.mode) && index === standing.index
          if (index > standing.index) expect(cell).toBe(null)
          if (index < standing.index) expect(cell).not.toBe(null)
          if (cell && !isActive) expect(Object.is(cell.value, swept[column].numbers[node])).toBe(true)
          if (cell?.absent) expect(swept[column].present[node]).toBe(0)
        })
      }
    }),
    { numRuns: 100 },
  )
}, 30_000)
