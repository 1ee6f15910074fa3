import { expect, test } from 'vitest'
import { closedOf } from '../../../../../verification/fixtures/compiled.ts'
import { nodesWith, patternsOf } from '../../../../methods/patterns.ts'
import { ADJOINT_PATTERNS, litAt, litBy } from './kinds.ts'

const SLIDE = 'x = 3\ny = -4\nz = 2\nw = -1\nf = 2*(x*y + max(z, w))'

test('a router says on its edges which operand was taken', () => {
  const pass = closedOf(SLIDE)
  const { labels, nodes } = litBy(pass, patternsOf(pass), new Set(['router']))
  expect([...labels.values()]).toEqual(['taken', 'nothing'])
  expect([...nodes.values()].filter((tone) => tone === 'strong')).toHaveLength(1)
})

test('a switcher says on each edge the operand that it multiplies by', () => {
  const pass = closedOf('x = 3\ny = -4\nf = x*y')
  const { labels } = litBy(pass, patternsOf(pass), new Set(['switcher']))
  expect([...labels.values()]).toEqual(['× y', '× x'])
})

test('a node at hand shows both what it gathers and how it fires, and nothing steps back', () => {
  const pass = closedOf('x = 3\nu = sin(x)\nf = u + u*x')
  const patterns = patternsOf(pass)
  const node = nodesWith(patterns, 'adder').find((each) => patterns[each].fires === 'scaler') as number
  const { labels, isAlone } = litAt(pass, patterns[node], node)
  expect([...labels.values()].sort()).toEqual(['+', '+', '× cos x'])
  expect(isAlone).toBe(false)
})

test('every node through which a derivative comes has one of the patterns', () => {
  const pass = closedOf(SLIDE)
  const patterns = patternsOf(pass)
  const found = new Set(ADJOINT_PATTERNS.flatMap(({ kind }) => nodesWith(patterns, kind)))
  for (const [node, { fires }] of patterns.entries()) if (fires) expect(found.has(node)).toBe(true)
})
