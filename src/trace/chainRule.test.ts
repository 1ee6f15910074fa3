import { expect, test } from 'vitest'
import { compile, primal } from '../core.ts'
import { layersOf } from '../methods/linear/layers.ts'
import { type Between, betweenEntries } from './betweenEntries.ts'
import { type ChainFormula, chainRuleOf } from './chainRule.ts'

function chainRuleIn(source: string): ChainFormula[] {
  const { graph } = compile(source, { open: new Set() })
  if (!graph) throw new Error(source)
  const between = betweenEntries(primal(graph)) as Between
  const layers = layersOf(between.linear)
  if (!layers) throw new Error(source)
  return chainRuleOf(between, layers)
}

test('the chain rule is written five ways with the names of the program', () => {
  const formulas = chainRuleIn('x1 = 2\nx2 = 3\nf = sin(x1) + x1*x2')
  expect(formulas.map(({ view }) => view)).toEqual([
    'Composite',
    'Scalar, along one path',
    'Vector',
    'Jacobian',
    'Cascaded',
  ])
  expect(formulas[2].speech).toBe('df by dx1 is df by dv1 times dv1 by dx1 plus df by dv2 times dv2 by dx1')
})

test('entries of arrays are written by their indices', () => {
  const jacobian = chainRuleIn('x = [1, 2]\nf = x @ x').find(({ view }) => view === 'Jacobian')
  expect(jacobian?.latex).toEqual(['\\frac{\\partial f}{\\partial (x[0]\\,,\\,x[1])}'])
})

test('a program without an output has no formulas', () => {
  expect(chainRuleIn('x = 2')).toEqual([])
})

test('what is too large to be shown entry by entry says so, with what to do', () => {
  const { graph } = compile('x = ones(100, 100)\nf = sum(exp(x))', {})
  expect(graph && betweenEntries(primal(graph))).toMatch(/20,001 numbers.*Make its arrays smaller/)
})
