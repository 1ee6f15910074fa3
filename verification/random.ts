import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CompileOptions, Graph } from '../src/core.ts'
import { parse } from '../src/language/parse.ts'
import { print } from '../src/language/print.ts'
import { operations, primitives } from '../src/primitives/index.ts'
import { differences, distanceOf, dualityGap, gapToDifferences, matrixOf, scaleOf, valuesOf } from './agreement.ts'
import { isOfNumbers } from './applications.ts'
import { graphOf } from './fixtures/compiled.ts'
import { passOf } from './passOf.ts'
import { programs, type RandomProgram } from './programs.ts'

const SEED = 20_181_153
/** Relative to the same pass over absolute partials. */
const ROUNDING = 1e-13
const DIFFERENCES = 1e-9

/** Beyond this a program is discarded: its rounding errors would say little. */
const LARGEST_VALUE = 1e6

const UNSHARED: CompileOptions = { shareSubexpressions: false }

/** Many times what one takes, for slow machines. */
const MS_PER_PROGRAM = 150

/** All that is computed from, without ids and places in the text. */
const tapeOf = ({ op, firstEdge, operand, initial, inputs, outputs }: Graph) => ({
  op,
  firstEdge,
  operand,
  initial,
  inputs: inputs.map(({ name, node, role, value }) => ({ name, node, role, value })),
  outputs,
})

const operandsOf = ({ firstEdge, operand }: Graph, node: number) =>
  operand.subarray(firstEdge[node], firstEdge[node + 1])

const operationsOf = (graph: Graph): number[] => [...graph.op.keys()].filter((node) => graph.op[node] >= 0)

const repeatsAnOperand = (graph: Graph): boolean =>
  operationsOf(graph).some((node) => new Set(operandsOf(graph, node)).size < operandsOf(graph, node).length)

const fansOut = ({ firstConsumer, op }: Graph): boolean =>
  [...op.keys()].some((node) => op[node] >= 0 && firstConsumer[node + 1] - firstConsumer[node] > 1)

/** What holds for every program, on so many random ones. */
export function describeRandomPrograms(count: number): void {
  const holdFor = (holds: (program: RandomProgram) => void) =>
    fc.assert(fc.property(programs, holds), { seed: SEED, numRuns: count })

  describe(`${count} random programs`, { timeout: count * MS_PER_PROGRAM }, () => {
    it('have each primitive at least 100 times, where an input acts on it', () => {
      const times = new Map(primitives.filter(isOfNumbers).map(({ name }) => [name, 0]))
      holdFor(({ source }) => {
        const graph = graphOf(source)
        for (const node of operationsOf(graph).filter((operation) => graph.varied[operation])) {
          const { name } = operations[graph.op[node]]
          times.set(name, (times.get(name) ?? 0) + 1)
        }
      })
      const rare = [...times].filter(([, occurrences]) => occurrences < 100)
      expect(rare.map(([name, n]) => `${name} occurs ${n} times: add it to verification/applications.ts`)).toEqual([])
    })

    it('have fan-out, operands that repeat, calls and several outputs, each in a quarter of them or more', () => {
      const kinds: ((graph: Graph) => boolean)[] = [
        fansOut,
        repeatsAnOperand,
        ({ modules }) => modules.length > 0,
        ({ outputs }) => outputs.length > 1,
      ]
      const graphs: Graph[] = []
      holdFor(({ source }) => {
        graphs.push(graphOf(source))
      })
      for (const kind of kinds) expect(graphs.filter(kind).length).toBeGreaterThan(count / 4)
    })

    it('have the same Jacobian in forward and reverse mode', () => {
      holdFor((program) => {
        const pass = passOf(program)
        expect(distanceOf(matrixOf(pass, 'forward'), matrixOf(pass, 'reverse'), scaleOf(pass))).toBeLessThan(ROUNDING)
      })
    })

    it('fulfil w·(Jv) = (Jᵀw)·v', () => {
      holdFor((program) => {
        expect(dualityGap(passOf(program), program.directions)).toBeLessThan(ROUNDING)
      })
    })

    it('have the same values, and derivatives but for rounding, without shared subexpressions', () => {
      holdFor((program) => {
        const shared = passOf(program)
        const unshared = passOf(program, UNSHARED)
        expect(unshared.graph.size).toBeGreaterThanOrEqual(shared.graph.size)
        expect(Object.entries(unshared.outputs)).toEqual(Object.entries(shared.outputs))
        const gap = distanceOf(matrixOf(unshared, 'reverse'), matrixOf(shared, 'reverse'), scaleOf(shared))
        expect(gap).toBeLessThan(ROUNDING)
      })
    })

    it('have the same graph when printed and read again', () => {
      holdFor(({ source }) => {
        const printed = print(parse(source).program)
        expect(tapeOf(graphOf(printed))).toEqual(tapeOf(graphOf(source)))
        expect(print(parse(printed).program)).toBe(printed)
      })
    })

    it('have the values and the Jacobian of differences in 35 digits; under 5 % are discarded', () => {
      let discarded = 0
      holdFor((program) => {
        const pass = passOf(program)
        const exact = differences(program, pass.graph)
        if (!exact.values.every((value) => Math.abs(value) < LARGEST_VALUE)) {
          discarded++
          return
        }
        for (const [i, value] of valuesOf(pass).entries()) {
          const bound = DIFFERENCES * Math.max(1, Math.abs(exact.values[i]))
          expect(Math.abs(value - exact.values[i])).toBeLessThan(bound)
        }
        for (const mode of ['forward', 'reverse'] as const)
          expect(gapToDifferences(exact, program, pass, mode, DIFFERENCES)).toBeLessThan(DIFFERENCES)
      })
      expect(discarded).toBeLessThan(count / 20)
    })
  })
}
