import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MODES } from '../src/autodiff/pass.ts'
import { type Graph, primal } from '../src/core.ts'
import type { BuildOptions } from '../src/graph/build.ts'
import { isClosed } from '../src/graph/operations.ts'
import { sameStructure } from '../src/graph/tape/identity.ts'
import { buildTraced } from '../src/graph/traced/buildTraced.ts'
import type { Block, Traced } from '../src/graph/traced/traced.ts'
import { unroll } from '../src/graph/unroll/unroll.ts'
import { unrollsWhole } from '../src/graph/unroll/unrolling.ts'
import { distance, distanceOf, matrixOf, scaleOf, valuesOf } from './agreement.ts'
import { byDuals } from './duals.ts'
import { randomRuns } from './randomRuns.ts'

const RUNS = { seed: 20_191_205, numRuns: 200 }
const ROUNDING = 1e-12

function graphOf(traced: Traced, options: Omit<BuildOptions, 'at'> = {}): Graph {
  const { graph, diagnostics } = buildTraced(traced, options)
  if (!graph) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  return graph
}

/** Some of what can be opened, and some of what is then there. */
function someOpen(traced: Traced, chosen: (place: number) => boolean): ReadonlySet<number> {
  const open = new Set<number>()
  for (let depth = 0; depth < 3; depth++)
    for (const place of graphOf(traced, { open }).place) if (chosen(place)) open.add(place)
  return open
}

const CHOICES: readonly ((traced: Traced) => BuildOptions)[] = [
  () => ({ open: 'all' }),
  () => ({ open: new Set() }),
  (traced) => ({ open: someOpen(traced, () => true) }),
  (traced) => ({ open: someOpen(traced, (place) => place % 2 === 0) }),
  (traced) => ({ open: someOpen(traced, (place) => place % 3 === 0) }),
]

function expectAgreement(graph: Graph, { values, jacobian }: ReturnType<typeof byDuals>): void {
  const pass = primal(graph)
  for (const [i, value] of valuesOf(pass).entries())
    expect(distance(value, values[i], 1 + Math.abs(value))).toBeLessThan(ROUNDING)
  for (const mode of MODES) expect(distanceOf(matrixOf(pass, mode), jacobian, scaleOf(pass), 1)).toBeLessThan(ROUNDING)
}

const isMultiple = (graph: Graph): boolean =>
  [...graph.op.keys()].some(
    (node) => isClosed(graph, node) && graph.firstConsumer[node + 1] - graph.firstConsumer[node] > 1,
  )

describe('random runs', { timeout: 120_000 }, () => {
  it('have blocks, blocks in blocks, blocks of several results and constants, each in a quarter of them or more', () => {
    const kinds: ((closed: Graph, opened: Graph, traced: Traced) => boolean)[] = [
      (closed) => closed.closed.length > 0,
      (_, { modules }) => modules.some(({ parent }) => parent >= 0),
      isMultiple,
      (_, __, { main }) => constantsIn(main).length > 0,
    ]
    const found = kinds.map(() => 0)
    fc.assert(
      fc.property(randomRuns, (traced) => {
        const graphs = [graphOf(traced, { open: new Set() }), graphOf(traced)] as const
        for (const [i, kind] of kinds.entries()) if (kind(...graphs, traced)) found[i]++
      }),
      RUNS,
    )
    for (const count of found) expect(count).toBeGreaterThan(RUNS.numRuns / 4)
  })

  it('have the values and the Jacobian of dual numbers, whatever is open and shared', () => {
    fc.assert(
      fc.property(randomRuns, (traced) => {
        const independent = byDuals(traced)
        for (const choice of CHOICES)
          for (const shareSubexpressions of [true, false])
            expectAgreement(graphOf(traced, { ...choice(traced), shareSubexpressions }), independent)
      }),
      RUNS,
    )
  })

  it('have them with all arrays written out', () => {
    fc.assert(
      fc.property(randomRuns, (traced) => {
        const graph = graphOf(traced)
        if (unrollsWhole(graph))
          expectAgreement(
            unroll(graph, () => true),
            byDuals(traced),
          )
      }),
      RUNS,
    )
  })

  it('keep all ids where one of their numbers changes', () => {
    fc.assert(
      fc.property(randomRuns, fc.nat(), (traced, which) => {
        for (const choice of CHOICES) {
          const options = choice(traced)
          const before = graphOf(traced, options)
          const after = graphOf(withAnother(traced, which), { ...options, previous: before })
          expect(after.id).toEqual(before.id)
          expect(sameStructure(before, after)).toBe(true)
        }
      }),
      RUNS,
    )
  })

  it('have each id, and without sharing each place, once', () => {
    fc.assert(
      fc.property(randomRuns, (traced) => {
        for (const choice of CHOICES) {
          const { id, place, size } = graphOf(traced, { ...choice(traced), shareSubexpressions: false })
          expect(new Set(id).size).toBe(size)
          expect(new Set(place).size).toBe(size)
        }
      }),
      RUNS,
    )
  })
})

/** The same run with another number for one constant. */
function withAnother(traced: Traced, which: number): Traced {
  const constants = [...new Set(constantsIn(traced.main))]
  if (constants.length === 0) return traced
  const changed = constants[which % constants.length]
  return { ...traced, main: replaced(traced.main, changed, new Map()) }
}

type Constant = Extract<Block['steps'][number], { kind: 'constant' }>

const constantsIn = ({ steps }: Block): Constant[] =>
  steps.flatMap((step) => (step.kind === 'constant' ? [step] : step.kind === 'block' ? constantsIn(step.block) : []))

function replaced(block: Block, changed: Constant, known: Map<Block, Block>): Block {
  const steps = block.steps.map((step) => {
    if (step.kind === 'block') return { ...step, block: known.get(step.block) ?? replaced(step.block, changed, known) }
    if (step !== changed) return step
    return { ...step, value: { ...step.value, entries: changed.value.entries.map((entry) => entry + 0.123) } }
  })
  const made = { ...block, steps }
  known.set(block, made)
  return made
}
