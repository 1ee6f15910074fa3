import { describe, expect, it } from 'vitest'
import { compile, type Input } from '../../../core.ts'
import { inOrderOf } from './useSteadyOrder.ts'

const inputsOf = (source: string): readonly Input[] => compile(source).graph?.inputs ?? []
const shown = (inputs: readonly Input[] | null) => inputs?.map(({ name, value }) => [name, value])

describe('the order of the rows', () => {
  it('holds still when an input gets its line, and shows the new value', () => {
    expect(shown(inOrderOf(inputsOf('y = 4\nf = x + y'), inputsOf('f = x + y')))).toEqual([
      ['x', 1],
      ['y', 4],
    ])
  })

  it('is the program’s where inputs come or go', () => {
    expect(inOrderOf(inputsOf('f = x + y + z'), inputsOf('f = x + y'))).toBeNull()
    expect(inOrderOf(inputsOf('f = x'), inputsOf('f = x + y'))).toBeNull()
  })
})
