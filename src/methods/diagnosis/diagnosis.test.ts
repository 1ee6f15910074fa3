import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { graphOf } from '../../../verification/fixtures/compiled.ts'
import { programs } from '../../../verification/programs.ts'
import { adjoint } from '../../autodiff/adjoint.ts'
import type { Adjoint } from '../../autodiff/pass.ts'
import { absolute, primal } from '../../autodiff/primal.ts'
import { tangent } from '../../autodiff/tangent.ts'
import type { Value } from '../../graph/graph.ts'
import { type LocalMistake, localMistakes, localStep } from '../mistakes/index.ts'
import { type DerivativeSample, diagnose, type Exercise, isRight } from './index.ts'

const INPUT = 'x1'
const POINTS = 4

/** The first output by the first input. */
function questionOf(source: string): Exercise {
  const graph = graphOf(source)
  const input = graph.inputs.find(({ name }) => name === INPUT) ?? graph.inputs[0]
  return { source, graph, input, output: graph.outputs[0] }
}

/** Passes at several points around the one at hand. */
interface Around extends Pick<DerivativeSample, 'pass' | 'tangents'> {
  readonly adjoints: Adjoint
  readonly scale: number
}

function pointsAround({ graph, input, output }: Exercise, at: Readonly<Record<string, Value>>): Around[] {
  return Array.from({ length: POINTS }, (_, k) => {
    const moved = Object.entries(at).map(([name, x]) => [name, (x as number) * (1 - 0.15 * k) + 0.01 * k])
    const pass = primal(graph, Object.fromEntries(moved))
    const scale = tangent(absolute(pass), { [input.name]: 1 }).numbers[output.node]
    const tangents = tangent(pass, { [input.name]: 1 })
    return { pass, tangents, scale, adjoints: adjoint(pass, { [output.name]: 1 }) }
  })
}

/** The derivative with one slip made at one node, at each point; null where it cannot be made, or changes nothing. */
function mistaken(
  { input, output }: Exercise,
  points: readonly Around[],
  mistake: LocalMistake,
  node: number,
  slot: number,
) {
  const samples = points.flatMap(({ pass, tangents, adjoints, scale }): DerivativeSample[] => {
    if (!tangents.present[node] || !adjoints.present[node]) return []
    const step = localStep(pass, node, tangents.numbers, tangents.present, input.node)
    const wrong = step.varies[slot] ? mistake.tangent(step, slot) : null
    if (wrong === null || !Number.isFinite(wrong)) return []
    const derivative = tangents.numbers[output.node]
    const typed = derivative + adjoints.numbers[node] * (wrong - step.tangent)
    return [{ ...{ pass, tangents, typed, derivative, slope: Number.NaN }, tolerance: 1e-9 * scale }]
  })
  return samples.length === points.length && !samples.some(isRight) ? samples : null
}

/** Every slip at every node that it can be made at. */
function* allMistakes(question: Exercise, at: Readonly<Record<string, Value>>) {
  const points = pointsAround(question, at)
  for (const node of question.graph.op.keys())
    for (const [index, mistake] of question.graph.op[node] >= 0 ? localMistakes.entries() : []) {
      const samples = mistaken(question, points, mistake, node, 0)
      if (samples) yield { index, samples }
    }
}

describe('a slip at any node of any program', () => {
  it('is explained', () => {
    let explained = 0
    fc.assert(
      fc.property(programs, fc.nat(), ({ source, at }, which) => {
        const question = questionOf(source)
        const mistakes = [...allMistakes(question, at)]
        if (mistakes.length === 0) return
        const { samples } = mistakes[which % mistakes.length]
        explained++
        expect(diagnose(question, samples)?.says).toMatch(/\.$/)
      }),
      { seed: 31, numRuns: 200 },
    )
    expect(explained).toBeGreaterThan(50)
  })

  it('is explained by its own kind, or by one that comes before it', () => {
    const question = questionOf('x1 = 0.8\ny = 1.7\nf = y*sin(x1^3)*exp(x1) + cos(y*x1)/x1')
    for (const { index, samples } of allMistakes(question, { x1: 0.8, y: 1.7 })) {
      const kinds = localMistakes.slice(0, index + 1).map(({ kind }) => kind)
      expect(kinds).toContain(diagnose(question, samples)?.kind)
    }
  })
})
