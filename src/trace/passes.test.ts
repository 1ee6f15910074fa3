import fc from 'fast-check'
import { expect, test } from 'vitest'
import { passesOf, passNamed, somePrograms } from '../../verification/fixtures/passes.ts'
import { LECTURE } from '../../verification/fixtures/programs.ts'
import { MODES } from '../autodiff/pass.ts'
import { CONSTANT } from '../graph/graph.ts'
import { seededPass } from './passes.ts'
import { runningSums, seedValue, termsAt, termsOf } from './terms.ts'

test('forward mode takes a pass for each input, reverse mode one for each output, each after the primal pass', () => {
  expect(passesOf(LECTURE, 'forward').count).toBe(3)
  expect(passesOf(LECTURE, 'reverse').count).toBe(2)
  expect(passesOf(LECTURE, 'reverse').get(0).kind).toBe('primal')
})

test('the steps are the nodes that take part: forward in tape order, backward in reverse', () => {
  expect([...passNamed(LECTURE, 'forward', 'x2').steps]).toEqual([1, 3, 4])
  expect([...passNamed(LECTURE, 'reverse', 'f').steps]).toEqual([4, 3, 2, 1, 0])
  expect(passNamed('x = 1\nf = 2*x', 'reverse', 'f').steps).toHaveLength(2)
})

test('a pass is computed once', () => {
  const list = passesOf(LECTURE, 'forward')
  expect(list.get(1)).toBe(list.get(1))
})

test('the last running sum of each node is its tangent or adjoint to the last bit, on random programs', () => {
  fc.assert(
    fc.property(somePrograms, (program) => {
      for (const mode of MODES) {
        const list = passesOf(program, mode)
        for (let index = 1; index < list.count; index++) {
          const pass = list.get(index)
          for (const node of pass.steps) {
            const sums = runningSums(seedValue(pass, node), termsAt(pass, node))
            expect(Object.is(sums.at(-1), pass.numbers[node])).toBe(true)
          }
          expect(pass.steps.length).toBe(pass.present.reduce((sum, present) => sum + present, 0))
        }
      }
    }),
    { numRuns: 300 },
  )
}, 30_000)

test('x*x brings two terms, along two edges', () => {
  const pass = passNamed('x = 3\nf = x*x', 'reverse', 'f')
  expect(termsOf(pass, 1).map(({ edge, product }) => [edge, product])).toEqual([
    [0, 3],
    [1, 3],
  ])
})

test('a seeded output that is read by another one adds the seed to its terms', () => {
  const { primal } = passesOf('x = 2\noutput g = x^2\nf = 5*g', 'reverse')
  const pass = seededPass(primal, 'reverse', { g: 0.5, f: 1 })
  const node = primal.graph.outputs.find(({ name }) => name === 'g')?.node as number
  expect(runningSums(seedValue(pass, node), termsAt(pass, node))).toEqual([0.5, 5.5])
  expect(pass.numbers[node]).toBe(5.5)
  expect(pass.seed).toBe(null)
})

test('the primal pass leaves out the constants and reads its operands', () => {
  const pass = passesOf('x = 2\nf = 3*x + 4', 'forward').get(0)
  expect([...pass.steps].some((node) => pass.primal.graph.op[node] === CONSTANT)).toBe(false)
  expect(termsOf(pass, 1).map(({ factor }) => factor)).toEqual([3, 2])
})

test('20,000 inputs cost nothing until their pass is asked for', () => {
  const names = Array.from({ length: 20_000 }, (_, i) => `x${i}`)
  const lines = names.map((name, i) => (i === 0 ? `s0 = ${name}` : `s${i} = s${i - 1} + ${name}`))
  const list = passesOf(lines.join('\n'), 'forward')
  expect(list.count).toBe(20_001)
  for (let index = 1; index < 600; index++) list.get(index)
  expect(list.get(20_000).steps).toHaveLength(2)
}, 30_000)
