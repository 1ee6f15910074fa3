import { expect, it } from 'vitest'
import { compile } from '../../../core.ts'
import { syntax } from './syntax.ts'

it.each(syntax)('the reference’s program for “$write” compiles without a problem', ({ program }) => {
  const { graph, diagnostics } = compile(program)
  expect(diagnostics.filter(({ severity }) => severity !== 'note')).toEqual([])
  expect(graph?.outputs.length).toBeGreaterThan(0)
})
