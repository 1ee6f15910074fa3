import { expect, test } from 'vitest'
import { compile } from '../../src/core.ts'
import { opening } from '../../src/state/opening.ts'
import { written } from './opening.ts'

test('the graph that is built into the page is the one that the compiler makes', () => {
  expect(new Function(`return ${written(opening)}`)()).toEqual(opening)
})

test('the opening graph is the same however the program is looked at', () => {
  const { source, graph } = opening
  const open = new Set(graph?.place)
  expect(compile(source, { open, unrolled: true, shareSubexpressions: false })).toEqual(compile(source))
})
