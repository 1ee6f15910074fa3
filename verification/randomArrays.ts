import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MODES } from '../src/autodiff/pass.ts'
import { absolute } from '../src/autodiff/primal.ts'
import { type Graph, type Primal, primal } from '../src/core.ts'
import { operationOf } from '../src/graph/operations.ts'
import { parse } from '../src/language/parse.ts'
import { print } from '../src/language/print.ts'
import { arrayPrimitives, isWritten, primitives } from '../src/primitives/index.ts'
import {
  differences,
  distanceOf,
  dualityGap,
  gapToDifferences,
  type Matrix,
  matrixOf,
  passesOf,
  scaleOf,
  valuesOf,
} from './agreement.ts'
import { arrayPrograms } from './arrayPrograms.ts'
import { byEntry } from './entries.ts'
import { graphOf } from './fixtures/compiled.ts'
import { passOf } from './passOf.ts'
import type { RandomProgram } from './programs.ts'

const SEED = 20_211_171
/** Relative to the scale, which is `least` at least. */
interface Closeness {
  readonly bound: number
  readonly least?: number
}

/** Relative to the same pass over absolute partials. */
const ROUNDING = { bound: 1e-12 }
const DIFFERENCES = 1e-9
/** Values that differ by rounding have partials that differ by rounding, even where these would be 0. */
const REARRANGED = { bound: 1e-9, least: 1e-4 }
/** Beyond this a program is discarded: its rounding errors would say little. */
const LARGEST_VALUE = 1e6
/** What takes longest is done for one program in so many. */
const OPENED = 8
const DIFFERENCED = 4
/** Many times what one takes, for slow machines. */
const MS_PER_PROGRAM = 600

/** What takes one array and gives its sum, or the like. */
const reducing = primitives.filter((primitive) => 'reduces' in primitive && primitive.reduces)

const operationsOf = (graph: Graph): string[] =>
  [...graph.op.keys()].flatMap((node) => {
    const operation = graph.varied[node] && graph.plan[node] >= 0 ? operationOf(graph, node) : null
    return operation ? [operation.name] : []
  })

const repeatsAnOperand = ({ op, firstEdge, operand }: Graph): boolean =>
  [...op.keys()].some((node) => {
    const read = operand.subarray(firstEdge[node], firstEdge[node + 1])
    return new Set(read).size < read.length
  })

const fansOut = ({ firstConsumer, op }: Graph): boolean =>
  [...op.keys()].some((node) => op[node] >= 0 && firstConsumer[node + 1] - firstConsumer[node] > 1)

const ranksOf = ({ shape, shapes }: Graph): Set<number> => new Set(Array.from(shape, (index) => shapes[index].length))

function expectSameMatrix(matrix: Matrix, expected: Primal, { bound, least }: Closeness, about = ''): void {
  const gap = distanceOf(matrix, matrixOf(expected, 'reverse'), scaleOf(expected), least)
  expect(gap, about).toBeLessThan(bound)
}

function expectSameValues(pass: Primal, expected: Primal, about = ''): void {
  const values = valuesOf(expected)
  for (const [i, value] of valuesOf(pass).entries())
    expect(Math.abs(value - values[i]), about).toBeLessThanOrEqual(REARRANGED.bound * Math.max(1, Math.abs(values[i])))
}

/** What holds for every program over arrays, on so many random ones. */
export function describeRandomArrayPrograms(count: number): void {
  const holdFor = (holds: (program: RandomProgram) => void, numRuns = count) =>
    fc.assert(fc.property(arrayPrograms, holds), { seed: SEED, numRuns, endOnFailure: true })

  describe(`${count} random programs over arrays`, { timeout: count * MS_PER_PROGRAM }, () => {
    it('have each operation of arrays in one program of twenty or more, where an input acts on it', () => {
      const inPrograms = [...arrayPrimitives, ...reducing].filter(isWritten)
      const times = new Map(inPrograms.map(({ name }) => [name, 0]))
      holdFor((program) => {
        for (const name of operationsOf(passOf(program).graph)) {
          const before = times.get(name)
          if (before !== undefined) times.set(name, before + 1)
        }
      })
      const rare = [...times].filter(([, occurrences]) => occurrences < count / 20)
      const where = 'MAKERS in verification/arrayApplications.ts'
      expect(rare.map(([name, n]) => `${name} occurs ${n} times: add it to ${where}`)).toEqual([])
    })

    it('have every rank to 3, fan-out, operands that repeat, calls and several outputs, each in a quarter or more', () => {
      const kinds: ((graph: Graph) => boolean)[] = [
        (graph) => [0, 1, 2, 3].every((rank) => ranksOf(graph).has(rank)),
        fansOut,
        repeatsAnOperand,
        ({ modules }) => modules.length > 0,
        ({ outputs }) => outputs.length > 1,
      ]
      const graphs: Graph[] = []
      holdFor((program) => {
        graphs.push(passOf(program).graph)
      })
      for (const kind of kinds) expect(graphs.filter(kind).length).toBeGreaterThan(count / 4)
    })

    it('have the same Jacobian in forward and reverse mode', () => {
      holdFor((program) => {
        const pass = passOf(program)
        expectSameMatrix(matrixOf(pass, 'forward'), pass, ROUNDING)
      })
    })

    it('fulfil w·(Jv) = (Jᵀw)·v', () => {
      holdFor((program) => {
        expect(dualityGap(passOf(program), program.directions)).toBeLessThan(ROUNDING.bound)
      })
    })

    it('have the same values and derivatives at a point whether it stands in the graph or is given to the pass', () => {
      holdFor((program) => {
        const graph = graphOf(program.source)
        expect(primal(graph, program.at).values).toEqual(passOf(program).values)
      })
    })

    it('have the same values, and derivatives but for rounding, without shared subexpressions', () => {
      holdFor((program) => {
        const shared = passOf(program)
        const unshared = passOf(program, { shareSubexpressions: false })
        expect(Object.entries(unshared.outputs)).toEqual(Object.entries(shared.outputs))
        expectSameMatrix(matrixOf(unshared, 'reverse'), shared, ROUNDING)
      })
    })

    it('agree entry by entry, name by name, with their graphs in numbers alone', () => {
      holdFor((program) => {
        const arrays = passOf(program)
        const unrolled = passOf(program, { unrolled: true })
        expect([...unrolled.graph.offset].at(-1)).toBe(unrolled.graph.size)
        expect(Object.keys(unrolled.outputs)).toEqual(byEntry(arrays.outputs).map(([name]) => name))
        const inputs = unrolled.graph.inputs.map(({ name }) => name)
        expect(inputs.sort()).toEqual(byEntry(program.at).map(([name]) => name))
        expectSameValues(unrolled, arrays)
        for (const mode of MODES) expectSameMatrix(matrixOf(unrolled, mode), arrays, REARRANGED)
      })
    })

    it('have the same Jacobian when calls are closed, and when what stands at any one place is opened', () => {
      holdFor((program) => {
        const open = passOf(program)
        const closed = passOf(program, { open: new Set() })
        expectSameValues(closed, open)
        for (const mode of MODES) expectSameMatrix(matrixOf(closed, mode), open, ROUNDING)
        const expected = passesOf(open, program.directions)
        const scale = passesOf(absolute(open), program.directions.map(Math.abs))
        const { place, op } = closed.graph
        const firstNode = (at: number) => place.indexOf(at)
        const places = [...new Set(place)]
        const leaves = places.filter((at) => op[firstNode(at)] < 0)
        const operations = places.filter((at) => op[firstNode(at)] >= 0)
        // Inputs and constants have nothing to open, which shows when all of them are named.
        for (const together of [leaves, ...operations.map((at) => [at])]) {
          const opened = passOf(program, { open: new Set(together) })
          const about = together.map((at) => operationOf(closed.graph, firstNode(at))?.name).join()
          expectSameValues(opened, open, about)
          expect(
            distanceOf([passesOf(opened, program.directions)], [expected], [scale], REARRANGED.least),
            about,
          ).toBeLessThan(REARRANGED.bound)
        }
      }, count / OPENED)
    })

    it('have the same graph when printed and read again', () => {
      holdFor(({ source, at }) => {
        const printed = print(parse(source).program)
        const [again, before] = [passOf({ source: printed, at }), passOf({ source, at })]
        expect(again.values).toEqual(before.values)
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
        expect(gapToDifferences(exact, program, pass, 'reverse', DIFFERENCES)).toBeLessThan(DIFFERENCES)
      }, count / DIFFERENCED)
      expect(discarded).toBeLessThan(count / DIFFERENCED / 20)
    })
  })
}
