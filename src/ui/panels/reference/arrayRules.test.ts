import katex from 'katex'
import { describe, expect, it } from 'vitest'
import { differentiate } from '../../../core.ts'
import { isWritten, operations } from '../../../primitives/index.ts'
import { arrayProgram, isOfArrays, rulesOf, shapesShown } from './arrayRules.ts'

const named = (name: string) => {
  const operation = operations.find((candidate) => candidate.name === name)
  if (!operation) throw new Error(`no operation is called ${name}`)
  return operation
}

describe.each(operations.filter((operation) => isOfArrays(operation) && isWritten(operation)))(
  'the reference’s card of $name',
  (operation) => {
    it('has rules that can be typeset, or words', () => {
      for (const { push, pull } of rulesOf(operation))
        for (const rule of [push, pull])
          if (typeof rule !== 'string')
            expect(() => katex.renderToString(rule.latex, { throwOnError: true, strict: 'ignore' })).not.toThrow()
    })

    it('has a program that applies it', () => {
      const { outputs, diagnostics } = differentiate(arrayProgram(operation), { mode: 'reverse' })
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
      expect(outputs.f).not.toBeUndefined()
    })

    it('shows shapes that it takes', () => {
      expect(shapesShown(operation).length).toBeGreaterThan(0)
    })
  },
)

it('the matrix product says what it does to the adjoint of each operand', () => {
  const [x, y] = rulesOf(named('matmul'))
  expect(x.pull).toMatchObject({ latex: '\\bar{x} \\mathrel{+}= \\bar{v}\\,{y}^{\\top}' })
  expect(y.pull).toMatchObject({ latex: '\\bar{y} \\mathrel{+}= {x}^{\\top}\\,\\bar{v}' })
  expect(shapesShown(named('matmul'))).toContain('2×3, 3×4 → 2×4')
})
