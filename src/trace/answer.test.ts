import { expect, test } from 'vitest'
import { graphOf } from '../../verification/fixtures/compiled.ts'
import { passesOf } from '../../verification/fixtures/passes.ts'
import { LECTURE } from '../../verification/fixtures/programs.ts'
import { primal } from '../core.ts'
import { answerOf } from './answer.ts'
import { ownPass } from './ownPass.ts'
import { passes } from './passes.ts'
import { secondPasses } from './secondPasses.ts'

const listsOf = (source: string) => [passesOf(source, 'forward'), passesOf(source, 'reverse')]
const texts = (source: string) => answerOf(listsOf(source)).derivatives.map(({ text }) => text)

test('the answer is every derivative', () => {
  expect(texts(LECTURE)).toEqual(['∂f/∂x₁ = 2.584', '∂f/∂x₂ = 2'])
  const [first] = answerOf(listsOf(LECTURE)).derivatives
  expect([first.output, first.input, first.value]).toEqual(['f', 'x1', 3 + Math.cos(2)])
  expect(first.speech).toBe('the partial of f by x1 equals 2.584')
  expect(first.latex).toBe('\\frac{\\partial f}{\\partial x_{1}} = 2.584')
})

test('either mode alone gives the same answer', () => {
  const [forward, reverse] = listsOf('x = 2\ny = 3\nf = x*y\ng = max(x, y)')
  expect(answerOf([forward])).toEqual(answerOf([reverse]))
})

test('0 at this point is a number; where no path leads it says so', () => {
  expect(texts('x = 1\ny = 2\nz = 3\nf = max(x, y)\ng = z')).toEqual([
    '∂f/∂x = 0',
    '∂f/∂y = 1',
    '∂f/∂z: no path',
    '∂g/∂x: no path',
    '∂g/∂y: no path',
    '∂g/∂z = 1',
  ])
})

test('of arrays the whole block; data that are held are left out', () => {
  const graph = graphOf('data X = [[1, 2], [3, 4]]\nw = [1, 2]\nf = sum(X @ w)', { holdsData: true })
  const answer = answerOf([passes(primal(graph), 'reverse')])
  expect(answer.derivatives.map(({ text, value }) => [text, value])).toEqual([['∂f/∂w = [4, 6]', [4, 6]]])
})

test('of a seed of the user’s own, what its passes make', () => {
  const { primal: point } = passesOf(LECTURE, 'forward')
  const along = answerOf([ownPass(point, 'forward', { x1: 1, x2: 1 })])
  expect(along.derivatives.map(({ text }) => text)).toEqual(['J·v at f = 4.584'])
  const second = answerOf([secondPasses(point, { x1: 1 }, 0)])
  expect(second.derivatives.map(({ text }) => text)).toEqual(['H·v at x₁ = −0.9093', 'H·v at x₂ = 1'])
})

test('many are counted, not listed', () => {
  const names = Array.from({ length: 70 }, (_, i) => `x${i}`)
  const { derivatives, omitted } = answerOf(listsOf(`f = ${names.join(' + ')}`))
  expect([derivatives.length, omitted]).toEqual([60, 10])
})
