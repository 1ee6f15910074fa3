import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { closedGraphOf } from '../../verification/fixtures/compiled.ts'
import { passesOf, passNamed, somePrograms } from '../../verification/fixtures/passes.ts'
import { MODES } from '../autodiff/pass.ts'
import { primal } from '../core.ts'
import { nodeNamed } from '../notation/symbols.ts'
import { dependenceOf, pathsOf } from './dependence.ts'
import { blockFill } from './jacobianFill.ts'
import { passes } from './passes.ts'

const DONE = { pass: Number.POSITIVE_INFINITY, step: 0 }

/** ∂f/∂x by both modes, as the Jacobian shows it. */
const shown = (source: string): (number | '–')[] =>
  MODES.map((mode) => {
    const cell = blockFill(passesOf(source, mode), DONE, 0, 0).at(0, 0)
    return cell === null ? Number.NaN : cell.absent ? '–' : cell.value
  })

describe('a derivative is 0 where a path leads, though none passes at this point', () => {
  test.each([
    ['the loser of max', 'x = -1\ny = 2\nf = max(x, y)'],
    ['outside of clamp', 'x = 0.4\nf = clamp(3*x, -1, 1)'],
    ['the branch that where did not take', 'x = 1\nf = where(x > 0, 2, x)'],
    ['a comparison', 'x = 1\nf = x > 1'],
    ['relu where it is flat', 'x = -1\nf = relu(x)'],
    ['floor', 'x = 1.5\nf = floor(x)'],
    ['times 0', 'x = 1\nf = 0*x'],
    ['inside a closed function', 'g(a) = max(a, 3)\nx = 1\nf = g(x)'],
  ])('%s', (_name, source) => expect(shown(source)).toEqual([0, 0]))
})

test('there is a dash where no path leads', () => {
  expect(shown('x = 1\ny = 2\nf = y^2\ng = x')).toEqual(['–', '–'])
})

test('of arrays, entry by entry', () => {
  const pass = passNamed('x = [1, 5, 2]\nf = max(x[0], x[1])', 'reverse', 'f')
  const { graph } = pass.primal
  const x = graph.inputs[0].node
  expect([0, 1, 2].map((entry) => dependenceOf(pass, x, graph.offset[x] + entry))).toEqual([
    'stopped',
    'number',
    'none',
  ])
  expect(dependenceOf(pass, x)).toBe('number')
})

test('paths lead through closed functions of arrays', () => {
  const graph = closedGraphOf('g(a) = max(a, 3)\nx = [1, 2]\ny = [1, 2]\nf = g(x)')
  const pass = passes(primal(graph), 'reverse').get(1)
  const at = (name: string, entry: number) => dependenceOf(pass, nodeNamed(graph, name) as number, entry)
  expect([at('x', 0), at('y', 2)]).toEqual(['stopped', 'none'])
})

test('both modes agree where a path leads, and every number stands on one, on random programs', () => {
  fc.assert(
    fc.property(somePrograms, (program) => {
      const [forward, reverse] = MODES.map((mode) => passesOf(program, mode))
      const { inputs, outputs } = forward.primal.graph
      for (const [i, input] of inputs.entries())
        for (const [j, output] of outputs.entries()) {
          const [tangent, adjoint] = [forward.get(forward.firstOf(i)), reverse.get(reverse.firstOf(j))]
          expect(dependenceOf(tangent, output.node)).toBe(dependenceOf(adjoint, input.node))
          expect(pathsOf(tangent).every((path, entry) => path >= tangent.presentEntries[entry])).toBe(true)
        }
    }),
    { numRuns: 60 },
  )
})
