import { expect, it } from 'vitest'
import { compile } from '../../../core.ts'
import { builtIns } from './builtIns.ts'

it.each(builtIns)('the reference’s program for $name compiles without a problem', ({ name, program }) => {
  const { graph, diagnostics } = compile(program)
  expect(diagnostics.filter(({ severity }) => severity !== 'note')).toEqual([])
  expect(graph?.outputs.length).toBe(1)
  expect(program).toContain(`${name}(`)
})
