import katex from 'katex'
import { describe, expect, it } from 'vitest'
import { differentiate } from '../../../core.ts'
import { primitives } from '../../../primitives/index.ts'
import { isOfArrays } from './arrayRules.ts'
import { partialFormulas, programFor, valueLatex } from './typeset.ts'

describe.each(primitives.filter((primitive) => !isOfArrays(primitive)))(
  'the reference’s card of $name',
  (primitive) => {
    it('has formulas that can be typeset', () => {
      for (const latex of [valueLatex(primitive), ...partialFormulas(primitive).map((formula) => formula.latex)])
        expect(() => katex.renderToString(latex, { throwOnError: true, strict: 'ignore' })).not.toThrow()
    })

    it('has a program that applies it', () => {
      const { outputs, diagnostics } = differentiate(programFor(primitive), { mode: 'reverse' })
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
      expect(outputs.f).not.toBeUndefined()
    })
  },
)
