import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkpointedAdjoint } from '../src/autodiff/checkpointing/adjoint.ts'
import { checkpointed } from '../src/autodiff/checkpointing/schedule.ts'
import { MODES } from '../src/autodiff/pass.ts'
import { primalFrom } from '../src/autodiff/primal.ts'
import { hessianVector } from '../src/autodiff/second/hessian.ts'
import { colouredJacobian } from '../src/autodiff/sparse/colouredJacobian.ts'
import {
  adjoint,
  type CompileOptions,
  compile,
  type Mode,
  type Numbers,
  type Primal,
  passCount,
  seedAt,
  tangent,
  unitSeed,
} from '../src/core.ts'
import { OperationTally } from '../src/costs/counts.ts'
import { memoryOf } from '../src/costs/memory.ts'
import { modeCounts } from '../src/costs/modeCounts.ts'
import { countsOfPass } from '../src/costs/passCounts.ts'
import { withAnotherInput, withAnotherOutput } from '../src/graph/growing/another.ts'
import { nested } from '../src/primitives/value.ts'
import { matrixOf } from './agreement.ts'
import { arrayPrograms } from './arrayPrograms.ts'
import { passOf } from './passOf.ts'
import type { RandomProgram } from './programs.ts'

const RUNS = 150
const MS_PER_PROGRAM = 600
/** Functions written out, functions as closed modules, arrays written out. */
const LOOKS: readonly CompileOptions[] = [{}, { open: new Set() }, { unrolled: true }]

const passesOf = (pass: Primal, mode: Mode) =>
  Array.from({ length: passCount(pass.graph, mode) }, (_, i) => {
    const seed = unitSeed(pass.graph, seedAt(pass.graph, mode, i))
    return mode === 'forward' ? tangent(pass, seed) : adjoint(pass, seed)
  })

/** A number of the list for each entry of the inputs or outputs. */
function filled({ graph }: Primal, kind: 'inputs' | 'outputs', numbers: readonly number[]): Numbers {
  return Object.fromEntries(
    graph[kind].map(({ name, node }, k) => {
      const size = graph.offset[node + 1] - graph.offset[node]
      const entries = Array.from({ length: size }, (_, i) => numbers[(i + 3 * k) % numbers.length])
      return [name, nested(graph.shapes[graph.shape[node]], entries)]
    }),
  )
}

const STEP = 1e-4

/** The gradient's derivative along the direction, by central differences of fourth order. */
function byDifferences(pass: Primal, weights: Numbers, direction: Numbers): Float64Array {
  const moves = tangent(pass, direction).numbers
  const gradient = (steps: number) => {
    const values = pass.values.slice()
    for (const { node } of pass.graph.inputs)
      for (let i = pass.graph.offset[node]; i < pass.graph.offset[node + 1]; i++) values[i] += steps * STEP * moves[i]
    return adjoint(primalFrom(pass.graph, values), weights).numbers
  }
  const [before2, before, after, after2] = [-2, -1, 1, 2].map(gradient)
  return before.map((_, i) => (before2[i] - after2[i] + 8 * (after[i] - before[i])) / (12 * STEP))
}

describe(`${RUNS} random programs of arrays`, { timeout: RUNS * MS_PER_PROGRAM }, () => {
  const holdFor = (holds: (program: RandomProgram) => void) =>
    fc.assert(fc.property(arrayPrograms, holds), { seed: 20_211_171, numRuns: RUNS })

  const holdForLooks = (holds: (pass: Primal, program: RandomProgram) => void) =>
    holdFor((program) => {
      for (const look of LOOKS) holds(passOf(program, look), program)
    })

  it('cost in a mode what its passes cost, one by one', () => {
    holdForLooks((pass) => {
      for (const mode of MODES)
        for (const model of [{}, { partials: 'each pass' }] as const) {
          const passes = new OperationTally()
          for (const each of passesOf(pass, mode)) passes.add(countsOfPass(each, model))
          expect(modeCounts(pass, mode, model).sweeps).toEqual(passes.counts)
        }
    })
  })

  it('have at each step the numbers alive that are listed there', () => {
    holdForLooks((pass) => {
      for (const mode of MODES) {
        const { alive, at, peakStep, peak } = memoryOf(pass, mode)
        for (const step of [0, peakStep, alive.length - 1])
          expect(at(step).reduce((sum, { entries }) => sum + entries, 0)).toBe(alive[step])
        expect(alive[peakStep]).toBe(peak)
      }
    })
  })

  it('have bit-identical adjoints with checkpoints', () => {
    holdForLooks((pass, { directions }) => {
      const weights = filled(pass, 'outputs', directions)
      const { numbers, present } = adjoint(pass, weights)
      for (const kept of [0, 7]) {
        const sums = checkpointedAdjoint(pass, checkpointed(pass.graph, kept), weights)
        expect(sums).toEqual({ numbers, present })
      }
    })
  })

  it('have the same Jacobian from one pass for each colour', () => {
    holdForLooks((pass) => {
      for (const mode of MODES) {
        const rows = colouredJacobian(pass, mode)?.entries.map((row) => Array.from(row, (entry) => entry + 0))
        expect(rows).toEqual(matrixOf(pass, mode).map((row) => row.map((entry) => entry + 0)))
      }
    })
  })

  it('have Hessian-vector products that are differences of gradients', () => {
    holdForLooks((pass, { directions }) => {
      const weights = filled(pass, 'outputs', directions)
      const direction = filled(pass, 'inputs', directions.toReversed())
      const { adjointTangents } = hessianVector(pass, weights, direction)
      const expected = byDifferences(pass, weights, direction)
      for (const { name, node } of pass.graph.inputs)
        for (let i = pass.graph.offset[node]; i < pass.graph.offset[node + 1]; i++) {
          const distance = Math.abs(adjointTangents.numbers[i] - expected[i]) / Math.max(1, Math.abs(expected[i]))
          expect([name, i, distance < 1e-6]).toEqual([name, i, true])
        }
    })
  })

  it('get one number more as input, or as output', () => {
    holdFor(({ source }) => {
      const shapeOf = (text: string | null): number[] => {
        const { graph } = compile(text ?? '')
        return graph ? [passCount(graph, 'forward'), passCount(graph, 'reverse')] : []
      }
      const [d, c] = shapeOf(source)
      expect(shapeOf(withAnotherInput(source))).toEqual([d + 1, c])
      expect(shapeOf(withAnotherOutput(source))).toEqual([d, c + 1])
    })
  })
})
