import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CompiledProgram } from '../src/autodiff/compiled/program.ts'
import { Gradient } from '../src/autodiff/gradient.ts'
import type { Graph } from '../src/core.ts'
import { unroll } from '../src/graph/unroll/unroll.ts'
import { arrayPrograms } from './arrayPrograms.ts'
import { closedGraphOf, graphOf } from './fixtures/compiled.ts'
import { programs } from './programs.ts'

const SEED = 20_261_130
/** Of graphs that become larger the arrays are not written out here. */
const MOST_NODES = 1000

/** Moves every input, each time by other factors; the last points leave the finite numbers. */
const POINTS: readonly ((x: number, i: number) => number)[] = [
  (x) => x,
  (x, i) => x * (1.1 - 0.37 * (i % 4)),
  (x, i) => (i % 3 === 1 ? -x : x * x),
  (x, i) => (i % 2 === 0 ? 0 : -0 * x),
  (x, i) => (i % 5 === 0 ? Number.POSITIVE_INFINITY : x),
  (x, i) => (i % 4 === 2 ? Number.NaN : 1e200 * x),
]

/** Where the bits differ, but for the many ways to be NaN; −1 if nowhere. */
const differenceOf = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.prototype.findIndex.call(a, (x, i) => !Object.is(x, b[i]))

/** Compiled passes of the first and of the last output, held against those of the plain tape at several points, one after another. */
function expectSamePasses(graph: Graph, said: string): void {
  const inputs = graph.inputs.flatMap(({ node }) =>
    Array.from({ length: graph.offset[node + 1] - graph.offset[node] }, (_, i) => graph.offset[node] + i),
  )
  const { outputs } = graph
  for (const { name, node } of outputs.length > 1 ? [outputs[0], outputs[outputs.length - 1]] : outputs) {
    const tape = new Gradient(graph, node, Number.POSITIVE_INFINITY)
    const compiled = new CompiledProgram(graph, node).slot()
    compiled.values.set(graph.initial)
    for (const [at, move] of POINTS.entries()) {
      for (const [i, entry] of inputs.entries()) {
        const x = move(graph.initial[entry], i)
        tape.values[entry] = x
        compiled.values[entry] = x
      }
      const [wanted, got] = [tape.evaluate(), compiled.evaluate()]
      tape.pull()
      compiled.pull()
      const where = `${name} at point ${at} of\n${said}`
      if (!Object.is(got, wanted)) expect(got, where).toBe(wanted)
      if (differenceOf(compiled.values, tape.values) >= 0) expect([...compiled.values], where).toEqual([...tape.values])
      const [ours, theirs] = [compiled.adjoints, tape.adjoints].map((all) => inputs.map((entry) => all[entry]))
      if (differenceOf(ours, theirs) >= 0) expect(ours, where).toEqual(theirs)
    }
  }
}

/** As it stands, with functions closed, and with its arrays written out as numbers. */
export function expectSamePassesOf(source: string): void {
  const graph = graphOf(source)
  expectSamePasses(graph, source)
  const closed = closedGraphOf(source)
  if (closed.closed.length > 0) expectSamePasses(closed, `closed:\n${source}`)
  if (graph.offset[graph.size] === graph.size) return
  const written = unroll(graph, () => true)
  if (written.size <= MOST_NODES) expectSamePasses(written, `written out:\n${source}`)
}

/** One line of a recurrence: an operation, and which earlier numbers it takes. */
const line = fc.record({
  kind: fc.nat({ max: 6 }),
  operands: fc.tuple(
    ...Array.from({ length: 2 }, () => fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 4 }), fc.nat({ max: 3 }))),
  ),
})

const LINES: readonly ((a: string, b: string) => string)[] = [
  (a, b) => `${a} + ${b}`,
  (a, b) => `${a}*${b}`,
  (a, b) => `0.3*${a} - ${b}`,
  (a, b) => `${a}/(2 + ${b}^2)`,
  (a) => `sin(${a})`,
  (a, b) => `max(${a}, ${b})`,
  (a) => `where(${a} > 0, ${a}, 0.1)`,
]

/**
 * Programs in which a few lines come again and again, each time with other numbers in even steps: of the same round, of
 * rounds before, of inputs at several strides, and always the same ones.
 */
const recurrences = fc
  .record({ lines: fc.array(line, { minLength: 1, maxLength: 5 }), rounds: fc.integer({ min: 8, max: 30 }) })
  .map(({ lines, rounds }) => {
    const inputs = 3 * rounds + 8
    const made: string[] = Array.from({ length: inputs }, (_, i) => `x${i} = ${Math.sin(i + 1).toFixed(3)}`)
    for (let round = 0; round < rounds; round++)
      for (const [k, { kind, operands }] of lines.entries()) {
        const [a, b] = operands.map(([of, back, stride]) => {
          if (of === 5) return `x${back}`
          if (of >= lines.length || round < back || (back === 0 && of >= k)) return `x${stride * round + back}`
          return `v${of}_${round - back}`
        })
        made.push(`v${k}_${round} = ${LINES[kind](a, b)}`)
      }
    const ends = lines.map((_, k) => `v${k}_${rounds - 1}`)
    return { source: [...made, `f = ${ends.join(' + ')}`].join('\n') }
  })

export function describeCompiledPasses(ofNumbers: number, ofArrays: number, ofRounds: number): void {
  describe('compiled passes are those of the tape to the last bit', () => {
    it(`on ${ofNumbers} random programs`, { timeout: 200 * ofNumbers }, () => {
      const holds = ({ source }: { readonly source: string }) => expectSamePassesOf(source)
      fc.assert(fc.property(programs, holds), { seed: SEED, numRuns: ofNumbers })
    })

    it(`on ${ofRounds} random recurrences`, { timeout: 500 * ofRounds }, () => {
      const holds = ({ source }: { readonly source: string }) => expectSamePassesOf(source)
      fc.assert(fc.property(recurrences, holds), { seed: SEED, numRuns: ofRounds })
    })

    it(`on ${ofArrays} random programs of arrays`, { timeout: 1000 * ofArrays }, () => {
      const holds = ({ source }: { readonly source: string }) => expectSamePassesOf(source)
      fc.assert(fc.property(arrayPrograms, holds), { seed: SEED, numRuns: ofArrays })
    })
  })
}
