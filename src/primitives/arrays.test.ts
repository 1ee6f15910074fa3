import fc from 'fast-check'
import katex from 'katex'
import { describe, expect, it } from 'vitest'
import { subscript } from '../../verification/arrangements.ts'
import { ArrayFunctions } from '../../verification/evaluateArrays.ts'
import { type AppliedEdge, type EntryDerivative, edgeOf, pulled, pushed } from '../../verification/fixtures/edge.ts'
import { at, groupsOf, indices } from '../../verification/fixtures/indices.ts'
import { applied, sound } from '../../verification/fixtures/operations.ts'
import {
  type Application,
  applicationsOf,
  countsIn,
  fitting,
  tensorIn,
} from '../../verification/fixtures/randomOperands.ts'
import { entriesOf, shaped, shapeOf } from '../../verification/nested.ts'
import { big } from '../../verification/oracle.ts'
import { isArrayPrimitive, type Operation } from './arrayPrimitive.ts'
import { isDropped, partialAtOperands, valueAtOperands } from './atOperands.ts'
import { arrayPrimitives, attributesOf, operations, planOf, primitives, subscripting } from './index.ts'
import { isReduction } from './plan.ts'
import type { Primitive } from './primitive.ts'
import { sizeOf } from './shape.ts'
import type { Tensor } from './value.ts'
import type { Attributes, Wiring } from './wiring.ts'

const RUNS = { seed: 7, numRuns: 40 }

const named = operations.flatMap((operation) =>
  countsIn(operation).map((count) => ({ name: `${operation.name} of ${count}`, operation, count })),
)

/** Numbers by their records, arranged in arrays by an interpreter that knows neither plan nor wiring. */
const arrays = new ArrayFunctions((name, operands) => {
  const primitive = primitives.find((each) => each.name === name) as Primitive
  return big(
    valueAtOperands(
      primitive,
      operands.map((operand) => operand.toNumber()),
    ),
  )
})

function expected(operation: Operation, operands: readonly Tensor[], attributes: Attributes): Tensor {
  const nested = operands.map(({ shape, entries }) => shaped(shape, Array.from(entries, big)))
  const { index = [] } = attributes
  const value =
    operation === subscripting ? subscript(nested[0], index) : arrays.apply(operation.name, nested, attributes)
  return { shape: shapeOf(value), entries: Float64Array.from(entriesOf(value), (entry) => entry.toNumber()) }
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
    const place = ({ start, strides, table }: typeof row): number => {
      const own = counters.reduce((sum, i, loop) => sum + i * strides[loop], start)
      return table ? table[own] : own
    }
    return { row: place(row), column: place(column), partial: place(partial) }
  })
}

/** The local Jacobian in full: null where no pair is live. */
function jacobianOf({ wiring, partials, operand, value }: AppliedEdge): EntryDerivative[][] {
  const jacobian = Array.from(value.entries, () => new Array<EntryDerivative>(operand.entries.length).fill(null))
  for (const { row, column, partial } of pairsOf(wiring))
    if (!partials.live || partials.live[partial])
      jacobian[row][column] = (jacobian[row][column] ?? 0) + partials.numbers[partials.from + partial]
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

  it('has rows and columns in its wiring that exist, and a partial for each pair', () => {
    property((application) => {
      for (const slot of application.operands.keys()) {
        const { wiring, operand, value, partials } = edgeOf(operation, slot, application)
        for (const { row, column, partial } of pairsOf(wiring)) {
          expect(value.entries[row]).toBeDefined()
          expect(operand.entries[column]).toBeDefined()
          expect(partials.numbers[partials.from + partial]).toBeDefined()
        }
      }
    })
  })

  it('pushes tangents and pulls adjoints by its local Jacobian, and what is absent stays so', () => {
    const applications = applicationsOf(operation, count)
    const absence = fc.oneof(fc.constant([]), fc.array(fc.boolean(), { minLength: 100, maxLength: 100 }))
    fc.assert(
      fc.property(applications, absence, (application, isAbsent) => {
        for (const slot of application.operands.keys()) {
          const edge = edgeOf(operation, slot, application)
          const jacobian = jacobianOf(edge)
          const derivatives = ({ entries }: Tensor): EntryDerivative[] =>
            Array.from(entries, (_, i) => (isAbsent[i] ? null : i + 1))
          const [tangents, adjoints] = [derivatives(edge.operand), derivatives(edge.value)]
          expectEntries(pushed(edge, tangents), product(jacobian, tangents))
          expectEntries(pulled(edge, adjoints), product(transposed(jacobian, tangents.length), adjoints))
        }
      }),
      RUNS,
    )
  })
})

const transposed = (jacobian: EntryDerivative[][], width: number): EntryDerivative[][] =>
  Array.from({ length: width }, (_, column) => jacobian.map((row) => row[column]))

/** A matrix times a vector, absent where no live partial meets a present entry. */
const product = (matrix: EntryDerivative[][], vector: readonly EntryDerivative[]): EntryDerivative[] =>
  matrix.map((row) => {
    const terms = row.flatMap((partial, j) => {
      const entry = vector[j]
      return partial === null || entry === null ? [] : [partial * entry]
    })
    return terms.length > 0 ? terms.reduce((a, b) => a + b) : null
  })

function expectEntries(computed: EntryDerivative[], exact: EntryDerivative[]) {
  expect(computed.map(isPartial)).toEqual(exact.map(isPartial))
  expectClose(computed.filter(isPartial), exact.filter(isPartial), 1e-13)
}

const isPartial = (partial: EntryDerivative): partial is number => partial !== null

describe.each(named.filter(({ operation }) => !isArrayPrimitive(operation)))('the partials of $name', (named) => {
  const { count } = named
  const operation = named.operation as Primitive

  it('are those of the record, for the operands that each entry is made of, and nothing for the others', () => {
    fc.assert(
      fc.property(applicationsOf(operation, count), (application) => {
        const { operands, attributes } = application
        for (const [slot, operand] of operands.entries()) {
          const edge = edgeOf(operation, slot, application)
          const jacobian = jacobianOf(edge)
          const isWhole = isReduction(operation, count)
          const groups = isWhole
            ? groupsOf(operand, attributes.axes ?? (attributes.axis === undefined ? undefined : [attributes.axis]))
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
                [partialAtOperands(operation, place, numbers, v)],
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
  it('are those of a function that is linear in each operand, but for a constant', () => {
    const { least } = operation.arity
    const withOther = applicationsOf(operation, least).chain((application) =>
      fc.tuple(fc.constant(application), fc.tuple(...application.operands.map(({ shape }) => tensorIn(shape)))),
    )
    fc.assert(
      fc.property(withOther, ([application, tangents]) => {
        const { operands, attributes } = application
        const isLinear = operation.kind === 'selection'
        for (const [slot, tangent] of tangents.entries()) {
          const jacobian = jacobianOf(edgeOf(operation, slot, application))
          const moved = operands.map((operand, i) => {
            if (i === slot) return tangent
            return isLinear ? { ...operand, entries: operand.entries.map(() => 0) } : operand
          })
          const terms = product(jacobian, Array.from(tangent.entries)).map((term) => term ?? 0)
          expectClose(terms, expected(operation, moved, { ...attributes, value: 0 }).entries, 0)
        }
      }),
      RUNS,
    )
  })
})

describe.each(arrayPrimitives.filter(({ kind }) => kind === 'blockwise'))('the partials of $name', (operation) => {
  it('are those of central differences', () => {
    fc.assert(
      fc.property(applicationsOf(operation, operation.arity.least), (application) => {
        const { operands, attributes } = application
        for (const [slot, operand] of operands.entries()) {
          const jacobian = jacobianOf(edgeOf(operation, slot, application))
          for (const column of operand.entries.keys()) {
            const beside = (step: number): Tensor => {
              const entries = operand.entries.map((x, i) => (i === column ? x + step : x))
              return expected(operation, operands.with(slot, { ...operand, entries }), attributes)
            }
            const [more, less] = [beside(1e-5).entries, beside(-1e-5).entries]
            const differences = Array.from(more, (value, row) => (value - less[row]) / 2e-5)
            expectClose(
              jacobian.map((row) => row[column] ?? 0),
              differences,
              1e-8,
            )
          }
        }
      }),
      RUNS,
    )
  })
})

describe.each(arrayPrimitives.filter(({ name }) => name.endsWith('softmax')))('the partials of $name', (operation) => {
  it('keep their digits where one share is near 1', () => {
    const x = { shape: [2], entries: Float64Array.of(0, 60) }
    const jacobian = jacobianOf(edgeOf(operation, 0, { operands: [x], attributes: {} }))
    const small = Math.exp(-60)
    if (operation.name === 'softmax') expectClose(jacobian.flat() as number[], [small, -small, -small, small], 0)
    expect(Math.abs((jacobian[1][1] as number) / small - 1)).toBeLessThan(1e-15)
  })
})

describe.each(arrayPrimitives)('$name', (operation) => {
  it('has samples that fit', () => {
    for (const { shapes, fixed, attributes: own } of operation.samples) {
      const attributes = own ?? sound(attributesOf(operation, fixed ?? { operands: [], keywords: new Map() }))
      const numbers = shapes.map((shape) => ({
        shape,
        entries: Float64Array.from({ length: sizeOf(shape) }, (_, i) => Math.sin(i + shapes.length)),
      }))
      const operands = fitting(operation, numbers)
      const value = applied(operation, operands, attributes)
      const exact = expected(operation, operands, attributes)
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
      const { partials } = edgeOf(operation, 0, { operands: [x], attributes: {} })
      expect(partials.numbers).toHaveLength(100_000)
      expect(partials.numbers.some((partial) => partial > 0)).toBe(true)
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

describe('a sum of products', () => {
  it('starts with its first term, as a sum of scalars does: −0 stays −0', () => {
    const operands = [-0, 1].map((x) => ({ shape: [1], entries: Float64Array.of(x) }))
    const dot = arrayPrimitives.find(({ name }) => name === 'dot') as Operation
    expect(applied(dot, operands).entries[0]).toBe(-0)
    expect(pulled(edgeOf(dot, 0, { operands, attributes: {} }), [-0])).toEqual([-0])
  })
})
