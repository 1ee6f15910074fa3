import { expect, test } from 'vitest'
import { compile } from '../../src/core.ts'
import { START_CHOICES } from '../../src/state/choices/start.ts'
import { opening } from '../../src/state/opening.ts'
import { written } from './made.ts'

test('what is built into the page is what the modules make: the graph of the opening, the choices as at first', () => {
  expect(new Function(`return ${written(opening)}`)()).toEqual(opening)
  expect(new Function(`return ${written(START_CHOICES)}`)()).toEqual(START_CHOICES)
})

test('the opening graph is the same however the program is looked at', () => {
  const { source, graph } = opening
  const open = new Set(graph?.place)
  expect(compile(source, { open, unrolled: true, shareSubexpressions: false })).toEqual(compile(source))
})
