import { beforeAll, describe, expect, it } from 'vitest'
import type { Fixed } from '../src/primitives/arrayPrimitive.ts'
import { arrayPrimitives, attributesOf, planOf, primitives } from '../src/primitives/index.ts'
import type { Cost, Nary } from '../src/primitives/primitive.ts'
import type { VectorBlocks } from '../src/primitives/wiring.ts'
import { four } from './costs.ts'
import { type Counted, countedPrimitives, type Log, logged } from './counting.ts'
import { sound } from './fixtures/operations.ts'

/** Additions, multiplications, divisions, calls. */
type Four = readonly number[]

const KINDS: Readonly<Record<string, number>> = { '+': 0, '-': 0, '*': 1, '/': 2 }
const SIGN_ALONE = new Set(['abs', 'sign'])

/** What ran, by kind: operators, and all else as calls. A change of sign is free where it is not the operation itself. */
function kinds(log: Log, name: string): Four {
  const four = [0, 0, 0, 0]
  for (const [operation, count] of log)
    if (!SIGN_ALONE.has(operation) || operation === name) four[KINDS[operation] ?? 3] += count
  return four
}

/** The most of each kind, since of two branches the longer one is counted. */
const most = (all: readonly Four[]): Four => [0, 1, 2, 3].map((kind) => Math.max(...all.map((each) => each[kind])))

const NOTHING: Fixed = { operands: [], keywords: new Map() }

/** What is counted otherwise than it runs, for n operands, and why. */
interface Reasoned {
  readonly why: string
  readonly value?: (n: number) => Four
  readonly partials?: (n: number) => readonly Four[]
}

const comparison: Reasoned = { why: 'a comparison is a difference whose sign is looked at', value: () => [1, 0, 0, 0] }

const extreme: Reasoned = {
  why: 'the share of a winner is 1 over their number, to which n operands add 0 or 1',
  partials: (n) => new Array(n).fill([n - 1, 0, 1, 0]),
}

const found: Reasoned = { why: 'a comparison is a difference whose sign is looked at', value: (n) => [n, 0, 0, 0] }
const placed: Reasoned = { ...found, value: (n) => [n - 1, 0, 0, 0] }

const spread = (value: Four, partial: Four): Reasoned => ({
  why: 'the divisor is known before the program runs, and the mean from the value',
  value: (n) => [3 * n - 2, n, 2, 0].map((count, kind) => count + value[kind]),
  partials: (n) => new Array(n).fill(partial),
})
const variance = spread([0, 0, 0, 0], [1, 1, 1, 0])
const deviation = spread([0, 0, 0, 1], [1, 0, 2, 0])

const REASONED: Readonly<Record<string, Reasoned>> = {
  ...Object.fromEntries(
    ['less', 'less_equal', 'greater', 'greater_equal', 'equal', 'not_equal'].map((name) => [name, comparison]),
  ),
  ...{ max: extreme, min: extreme },
  abs: { why: 'its partial is a sign that is taken, as by sign itself', partials: () => [[0, 0, 0, 1]] },
  where: { why: 'it chooses, as max does: a call', value: () => [0, 0, 0, 1] },
  round: {
    why: 'one call as floor is, though JavaScript has none that rounds halves away from 0',
    value: () => [0, 0, 0, 1],
  },
  rint: { why: 'one call as floor is', value: () => [0, 0, 0, 1] },
  heaviside: { why: 'it chooses, as where does: a call', value: () => [0, 0, 0, 1] },
  floordiv: { why: 'a quotient and its floor, whatever keeps it exact', value: () => [0, 0, 1, 1] },
  sinc: {
    why: 'sin(πx)/(πx) and (cos(πx) − v)/x, whatever keeps their digits at large x and near 0',
    value: () => [0, 1, 1, 1],
    partials: () => [[1, 1, 1, 1]],
  },
  logit: { why: 'log(x/(1 − x)), whatever keeps its digits around ½', value: () => [1, 0, 1, 1] },
  tanhshrink: { why: 'x − tanh(x), whatever keeps its digits near 0', value: () => [1, 0, 0, 1] },
  mod: { why: 'x − y·floor(x/y), whatever % takes', value: () => [1, 1, 1, 1] },
  norm: {
    why: 'n quotients by the largest, their squares, a root and its product; the square of the largest itself is 1, which runs as a copy',
    value: (n) => [n - 1, n + 1, n, n],
  },
  norm1: {
    why: 'sizes are taken, as by abs itself, and added',
    value: (n) => [n - 1, 0, 0, n],
    partials: (n) => new Array(n).fill([0, 0, 0, 1]),
  },
  norminf: {
    why: 'sizes are taken, as by abs itself; a sign over the number of winners, to which n entries add 0 or 1',
    value: (n) => [0, 0, 0, 2 * n - 1],
    partials: (n) => new Array(n).fill([n - 1, 0, 1, 1]),
  },
  ...{ var: variance, samplevar: variance, std: deviation, samplestd: deviation },
  ...{ argmax: placed, argmin: placed, any: found, all: found, count_nonzero: found },
  prod: {
    why: 'each partial is a product of n − 1 others, or of the products before and after, which take 3 for each',
    partials: (n) => new Array(n).fill([0, Math.min(Math.max(n - 2, 0), 3), 0, 0]),
  },
  logsumexp: {
    why: 'the largest operand and the sum of exponentials are known from the value: exp(x − m)/sum is left',
    partials: (n) => new Array(n).fill([1, 0, 1, 1]),
  },
}

const NUMBERS = [0.7, -1.3, 2.4, 0.35, 3.1]

/** Operands for functions of several: as many as they take, up to five. */
const operandsOf = ({ arity: { least, most }, reduces }: Nary): number[][] =>
  [1, 2, 3, 4, 5].filter((n) => (reduces && n > 1) || (n >= least && n <= most)).map((n) => NUMBERS.slice(0, n))

let counted: Counted

beforeAll(async () => {
  counted = await countedPrimitives()
})

/** What the value and each partial take where they run. */
function ran(index: number, samples: readonly (readonly number[])[]): { value: Four; partials: readonly Four[] } {
  const primitive = counted.primitives[index]
  const { name } = primitive
  const runs = samples.map((operands) => {
    let v = 0
    const isNary = 'partial' in primitive
    const value = logged(() => {
      v = isNary ? primitive.value(operands) : (primitive.value as (...x: number[]) => number)(...operands)
    })
    const partials = operands.map((_, slot) =>
      logged(() =>
        isNary ? primitive.partial(slot, operands, v) : primitive.partials[slot](...(operands as [number, number]), v),
      ),
    )
    return [value, ...partials].map((log) => kinds(log, name))
  })
  const [value, ...partials] = runs[0].map((_, i) => most(runs.map((run) => run[i])))
  return { value, partials }
}

/** What stands in a row. */
const COUNTED = 'additions, multiplications, divisions, calls'

describe('the cost that a record says is what runs, its value and each of its partials', () => {
  it.each(primitives.map((primitive, i) => [primitive.name, primitive, i] as const))('%s', (name, primitive, index) => {
    const { cost } = primitive
    const reasoned = REASONED[name]
    const groups =
      typeof cost === 'function' ? operandsOf(primitive as Nary).map((each) => [each]) : [primitive.samples]
    for (const samples of groups) {
      const [{ length: n }] = samples
      const said = typeof cost === 'function' ? cost(n) : cost
      const partials = 'partials' in said ? said.partials : new Array<Cost>(n).fill(said.partial)
      const measured = ran(index, samples)
      expect(four(said.value), reasoned?.why ?? COUNTED).toEqual(reasoned?.value?.(n) ?? measured.value)
      expect(partials.map(four), reasoned?.why ?? COUNTED).toEqual(reasoned?.partials?.(n) ?? measured.partials)
    }
  })

  it.each(
    arrayPrimitives.flatMap((primitive, i) =>
      primitive.kind === 'blockwise' ? [[primitive.name, primitive, i] as const] : [],
    ),
  )('%s, of a block and of all its partials', (name, record, index) => {
    const { cost, samples } = record
    const primitive = counted.arrayPrimitives[index]
    if (primitive.kind !== 'blockwise') throw new Error(name)
    for (const { shapes, fixed } of samples) {
      const plan = sound(planOf(record, shapes, sound(attributesOf(record, fixed ?? NOTHING))))
      // One number alone is a case of its own: there is nothing to divide by, or to add.
      if (plan.group === 1) continue
      const { value, operands, pairs } = plan.blocks as VectorBlocks
      const given = operands.map(({ places }) => places.map((_, i) => NUMBERS[i % NUMBERS.length] + i * 0.37 + (i % 3)))
      let v: readonly number[] = []
      const values = logged(() => {
        v = primitive.value(given, value.places.length)
      })
      const said = cost(plan.group)
      expect(four(said.value), COUNTED).toEqual(kinds(values, name))
      for (const [slot, own] of operands.entries()) {
        const all = pairs ?? value.places.flatMap((_, row) => own.places.map((__, column) => [row, column] as const))
        const measured = logged(() => {
          const partial = primitive.partials?.(slot, given, v)
          for (const [row, column] of all) partial?.(row, column)
        })
        expect(four(said.partials[slot]), COUNTED).toEqual(kinds(measured, name))
      }
    }
  })
})
