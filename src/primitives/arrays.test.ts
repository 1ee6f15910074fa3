import fc from 'fast-check'
import katex from 'katex'
import { describe, expect, it } from 'vitest'
import { type Application, applicationsOf, countsIn, tensorIn } from './applications.ts'
import { keepPartials } from './apply.ts'
import { isArrayPrimitive, type Operation } from './arrayPrimitive.ts'
import { isDropped, partialAt } from './atOperands.ts'
import { applied, laidOut, sound } from './fixtures.ts'
import { arrayPrimitives, attributesOf, operations, planOf, primitives } from './index.ts'
import { pullAdjoints, pushTangents } from './loops.ts'
import { at, elementwise, groupsOf, indices, naive, reduced } from './naive.ts'
import { isReduction } from './plan.ts'
import type { Primitive } from './primitive.ts'
import { sizeOf } from './shape.ts'
import type { Tensor } from './value.ts'
import type { Attributes, Wiring } from './wiring.ts'

const RUNS = { seed: 7, numRuns: 40 }

const named = operations.flatMap((operation) =>
  countsIn(operation).map((count) => ({ name: `${operation.name} of ${count}`, operation, count })),
)

const expected = (operation: Operation, operands: readonly Tensor[], attributes: Attributes): Tensor => {
  if (isArrayPrimitive(operation)) return naive[operation.name](operands, attributes)
  return isReduction(operation, operands.length)
    ? reduced(operation, operands[0], attributes)
    : elementwise(operation, operands)
}

function expectClose(computed: ArrayLike<number>, exact: ArrayLike<number>, bound: number) {
  expect(computed.length).toBe(exact.length)
  for (let i = 0; i < exact.length; i++)
    if (Number.isFinite(exact[i]))
      expect(Math.abs(computed[i] - exact[i])).toBeLessThanOrEqual(bound * Math.max(1, Math.abs(exact[i])))
    else expect(computed[i]).toBe(exact[i])
}

/** Every pair that the wiring's loops visit. */
function pairsOf({ extents, row, column, partial }: Wiring) {
  return indices(extents).map((counters) => {
    const place = ({ start, strides }: typeof row) => counters.reduce((sum, i, loop) => sum + i * strides[loop], start)
    return { row: place(row), column: place(column), partial: place(partial) }
  })
}

/** One edge with all that a pass needs of it. */
function edgeOf(operation: Operation, slot: number, { operands, attributes }: Application) {
  const plan = sound(
    planOf(
      operation,
      operands.map(({ shape }) => shape),
      attributes,
    ),
  )
  const value = applied(operation, operands, attributes)
  const { values, starts, target } = laidOut(operands, value.entries.length)
  values.set(value.entries, target)
  const wiring = plan.wirings[slot]
  const partials = new Float64Array(wiring.kept)
  const live = new Uint8Array(wiring.kept)
  keepPartials(operation, plan, slot, values, starts, target, partials, live, 0)
  const { factor } = wiring
  const factors =
    factor === null ? { numbers: partials, live, from: 0 } : { numbers: values, live: null, from: starts[factor] }
  return { wiring, factors, value, plan }
}

type Edge = ReturnType<typeof edgeOf>

/** The local Jacobian in full: null where no pair is live. */
function jacobianOf({ wiring, factors, value }: Edge, operand: Tensor): (number | null)[][] {
  const jacobian = Array.from(value.entries, () => new Array<number | null>(operand.entries.length).fill(null))
  for (const { row, column, partial } of pairsOf(wiring))
    if (!factors.live || factors.live[partial])
      jacobian[row][column] = (jacobian[row][column] ?? 0) + factors.numbers[factors.from + partial]
  return jacobian
}

describe.each(named)('$name at random shapes', ({ operation, count }) => {
  const property = (check: (application: Application) => void) =>
    fc.assert(fc.property(applicationsOf(operation, count), check), RUNS)

  it('has the shape and the entries that NumPy’s definition gives', () => {
    property(({ operands, attributes }) => {
      const value = applied(operation, operands, attributes)
      const exact = expected(operation, operands, attributes)
      expect(value.shape).toEqual(exact.shape)
      expectClose(value.entries, exact.entries, 1e-14)
    })
  })

  it('has rows and columns in its wiring that exist, and keeps partials for each pair', () => {
    property((application) => {
      for (const [slot, { entries }] of application.operands.entries()) {
        const { wiring, value, factors } = edgeOf(operation, slot, application)
        for (const { row, column, partial } of pairsOf(wiring)) {
          expect(value.entries[row]).toBeDefined()
          expect(entries[column]).toBeDefined()
          expect(factors.numbers[factors.from + partial]).toBeDefined()
        }
      }
    })
  })

  it('pushes tangents and pulls adjoints by its local Jacobian, and what is absent stays so', () => {
    const bit = fc.array(fc.boolean(), { minLength: 100, maxLength: 100 })
    fc.assert(
      fc.property(applicationsOf(operation, count), bit, fc.boolean(), (application, bits, isDense) => {
        for (const [slot, operand] of application.operands.entries()) {
          const edge = edgeOf(operation, slot, application)
          const jacobian = jacobianOf(edge, operand)
          const size = operand.entries.length
          const isThere = (i: number): boolean => isDense || bits[i]
          expectTerms(edge, 'push', jacobian, size, isThere)
          expectTerms(edge, 'pull', transposed(jacobian, size), size, isThere)
        }
      }),
      RUNS,
    )
  })
})

const transposed = (jacobian: (number | null)[][], width: number): (number | null)[][] =>
  Array.from({ length: width }, (_, column) => jacobian.map((row) => row[column]))

/** The terms of a pass against a matrix: entry by entry, present where a live partial meets a present derivative. */
function expectTerms(
  { wiring, factors, value }: Edge,
  direction: 'push' | 'pull',
  matrix: (number | null)[][],
  size: number,
  isThere: (i: number) => boolean,
) {
  const [pass, source, target] = direction === 'push' ? [pushTangents, 0, size] : [pullAdjoints, size, 0]
  const numbers = new Float64Array(size + value.entries.length)
  const present = new Uint8Array(numbers.length)
  const width = direction === 'push' ? size : value.entries.length
  for (let i = 0; i < width; i++)
    if (isThere(i)) {
      numbers[source + i] = i + 1
      present[source + i] = 1
    }
  pass(wiring, factors, { numbers, present }, size, 0)
  for (const [i, row] of matrix.entries()) {
    const terms = row.flatMap((partial, j) => (partial !== null && isThere(j) ? [partial * (j + 1)] : []))
    expect(present[target + i]).toBe(terms.length > 0 ? 1 : 0)
    expectClose([numbers[target + i]], [terms.reduce((a, b) => a + b, 0)], 1e-13)
  }
}

const isPartial = (partial: number | null): boolean => partial !== null

describe.each(named.filter(({ operation }) => !isArrayPrimitive(operation)))('the partials of $name', (named) => {
  const { count } = named
  const operation = named.operation as Primitive

  it('are those of the record, for the operands that each entry is made of, and nothing for the others', () => {
    fc.assert(
      fc.property(applicationsOf(operation, count), (application) => {
        const { operands, attributes } = application
        for (const [slot, operand] of operands.entries()) {
          const edge = edgeOf(operation, slot, application)
          const jacobian = jacobianOf(edge, operand)
          const isWhole = isReduction(operation, count)
          const groups = isWhole
            ? groupsOf(operand, attributes.axis).groups
            : indices(edge.value.shape).map((index) => operands.map(() => index))
          for (const [row, group] of groups.entries()) {
            const numbers = group.map((index, i) => at(operands[isWhole ? 0 : i], index))
            const v = edge.value.entries[row]
            const own = isWhole
              ? group.map((index, place) => ({ index, place }))
              : [{ index: group[slot], place: slot }]
            const live = own.filter(({ place }) => !isDropped(operation, place, numbers, v))
            expect(jacobian[row].filter(isPartial)).toHaveLength(live.length)
            for (const { index, place } of live)
              expectClose(
                [jacobian[row][placeOf(operand, index)] ?? Number.NaN],
                [partialAt(operation, place, numbers, v)],
                1e-14,
              )
          }
        }
      }),
      RUNS,
    )
  })
})

/** Where the entry at an index stands. */
function placeOf({ shape }: Tensor, index: readonly number[]): number {
  const places = { shape, entries: Float64Array.from({ length: sizeOf(shape) }, (_, place) => place) }
  return at(places, index)
}

const multilinear = arrayPrimitives.filter(({ kind }) => kind !== 'blockwise')

describe.each(multilinear)('the partials of $name', (operation) => {
  it('are those of a function that is linear in each operand', () => {
    const { least } = operation.arity
    const withOther = applicationsOf(operation, least).chain((application) =>
      fc.tuple(fc.constant(application), fc.tuple(...application.operands.map(({ shape }) => tensorIn(shape)))),
    )
    fc.assert(
      fc.property(withOther, ([application, tangents]) => {
        const { operands, attributes } = application
        const isLinear = operation.kind === 'selection'
        for (const [slot, tangent] of tangents.entries()) {
          const jacobian = jacobianOf(edgeOf(operation, slot, application), operands[slot])
          const moved = operands.map((operand, i) => {
            if (i === slot) return tangent
            return isLinear ? { ...operand, entries: operand.entries.map(() => 0) } : operand
          })
          const product = jacobian.map((row) =>
            row.reduce<number>((sum, partial, column) => sum + (partial ?? 0) * tangent.entries[column], 0),
          )
          expectClose(product, expected(operation, moved, attributes).entries, 0)
        }
      }),
      RUNS,
    )
  })
})

describe.each(arrayPrimitives.filter(({ kind }) => kind === 'blockwise'))('the partials of $name', (operation) => {
  it('are those of central differences', () => {
    fc.assert(
      fc.property(applicationsOf(operation, 1), (application) => {
        const { operands, attributes } = application
        const jacobian = jacobianOf(edgeOf(operation, 0, application), operands[0])
        for (const column of operands[0].entries.keys()) {
          const beside = (step: number): Tensor => {
            const entries = operands[0].entries.map((x, i) => (i === column ? x + step : x))
            return expected(operation, [{ ...operands[0], entries }], attributes)
          }
          const [more, less] = [beside(1e-5).entries, beside(-1e-5).entries]
          const differences = Array.from(more, (value, row) => (value - less[row]) / 2e-5)
          expectClose(
            jacobian.map((row) => row[column] ?? 0),
            differences,
            1e-9,
          )
        }
      }),
      RUNS,
    )
  })

  it('keep their digits where one share is near 1', () => {
    const x = { shape: [2], entries: Float64Array.of(0, 60) }
    const jacobian = jacobianOf(edgeOf(operation, 0, { operands: [x], attributes: {} }), x)
    const small = Math.exp(-60)
    if (operation.name === 'softmax') expectClose(jacobian.flat() as number[], [small, -small, -small, small], 0)
    expect(Math.abs((jacobian[1][1] as number) / small - 1)).toBeLessThan(1e-15)
  })
})

describe.each(arrayPrimitives)('$name', (operation) => {
  it('has samples that fit', () => {
    for (const { shapes, fixed } of operation.samples) {
      const attributes = sound(attributesOf(operation, fixed ?? { operands: [], keywords: new Map() }))
      const operands = shapes.map((shape) => ({
        shape,
        entries: Float64Array.from({ length: sizeOf(shape) }, (_, i) => Math.sin(i + shapes.length)),
      }))
      const value = applied(operation, operands, attributes)
      const exact = naive[operation.name](operands, attributes)
      expect(value.shape).toEqual(exact.shape)
      expectClose(value.entries, exact.entries, 1e-14)
    }
  })

  it('says in words what it is, how it is called, and is typeset', () => {
    expect([...operation.symbol].length).toBeLessThanOrEqual(8)
    expect(operation.title).toMatch(/^[a-zA-Z0-9 ]+$/)
    expect(operation.meaning).toMatch(/.{10}\.$/)
    expect(operation.usage).toMatch(operation.name === 'index' ? /\[/ : new RegExp(`^${operation.name}\\(`))
    const count = Math.max(operation.arity.least, Math.min(operation.arity.most, 3))
    const latex = operation.latex(...Array.from({ length: count }, (_, i) => `x_{${i + 1}}`))
    expect(() => katex.renderToString(latex, { throwOnError: true, strict: 'error' })).not.toThrow()
    for (let i = 1; i <= count; i++) expect(latex).toContain(`x_{${i}}`)
  })
})

describe('a large reduction', () => {
  it.each(primitives.filter(({ name }) => ['sum', 'mean', 'prod', 'norm', 'max', 'min', 'logsumexp'].includes(name)))(
    'by $name keeps the partials of 100,000 entries without asking each about all',
    (operation) => {
      const x = { shape: [100_000], entries: new Float64Array(100_000).map((_, i) => 1 + i * 1e-9) }
      const { factors } = edgeOf(operation, 0, { operands: [x], attributes: {} })
      expect(factors.numbers).toHaveLength(100_000)
      expect(factors.numbers.some((partial) => partial > 0)).toBe(true)
    },
  )
})

describe('loops', () => {
  it('are one where the shapes are equal, and none for scalars', () => {
    const plan = (shapes: number[][]) => sound(planOf(primitives[0], shapes, {}))
    expect(
      plan([
        [2, 3, 4],
        [2, 3, 4],
      ]).wirings.map(({ extents }) => extents),
    ).toEqual([[24], [24]])
    expect(plan([[], []]).wirings.map(({ extents }) => extents)).toEqual([[], []])
    expect(plan([[2, 3, 4], []]).wirings[1].extents).toEqual([24])
    expect(plan([[2, 3, 4], [4]]).wirings[0].extents).toEqual([6, 4])
  })
})
