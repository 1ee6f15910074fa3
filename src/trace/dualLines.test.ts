import { describe, expect, it } from 'vitest'
import { compile, type Graph, primal, tangent } from '../core.ts'
import { type DualStep, dualStep } from '../methods/dual.ts'
import { operations } from '../primitives/index.ts'
import type { Primitive } from '../primitives/primitive.ts'
import { numberLines, ruleLines } from './dualLines.ts'

describe('the rule of a step on dual numbers', () => {
  const pass = primal(compile('x1 = 2\nx2 = 3\nf = sin(x1) + x1*x2').graph as Graph)
  const step = dualStep(tangent(pass, { x1: 1 }), 3) as DualStep
  const multiply = operations[pass.graph.op[3]] as Primitive

  it('is written with tangents in their colour, and with its numbers', () => {
    const dot = (letter: string) => `\\htmlClass{tangent}{\\dot{${letter}}}`
    const [left, right] = ruleLines(step, multiply).map(({ latex }) => latex)
    expect(left).toContain(`x + ${dot('x')}`)
    expect(right).toContain(`y \\cdot ${dot('x')} + x \\cdot ${dot('y')}`)
    expect(numberLines(step, multiply).at(-1)?.latex).toBe('= 6 + \\htmlClass{tangent}{3}\\,\\varepsilon')
  })

  it('is said in words', () => {
    const [, right] = ruleLines(step, multiply)
    expect(right.speech).toMatch(/^equals x times y plus .*y times x dot plus x times y dot.* epsilon$/)
  })
})
