import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile, jacobian, primal } from '../core.ts'
import { accept, NOTHING_YET } from './compilation.ts'
import { inOrder } from './order.ts'

const source = 'x1 = 1.5\nx2 = 0.5\ny = (sin(x1/x2) + x1/x2 - exp(x2))*(x1/x2 - exp(x2))'
const own = accept(NOTHING_YET, source, compile(source))

test('in any order the tape has the same nodes and the same derivatives, and operands come first', () => {
  fc.assert(
    fc.property(fc.nat({ max: 1000 }), (order) => {
      const { graph } = inOrder(own, order)
      if (!graph || !own.graph) throw new Error('no graph')
      expect([...graph.id].sort()).toEqual([...own.graph.id].sort())
      for (const [edge, operand] of graph.operand.entries()) expect(operand).toBeLessThan(graph.consumer[edge])
      const [a, b] = [graph, own.graph].map((each) => jacobian(primal(each), 'reverse').y)
      for (const name of ['x1', 'x2']) expect(a[name]).toBeCloseTo(b[name] as number, 12)
    }),
    { numRuns: 50, seed: 1 },
  )
})

test('the same number gives the same order, and null the tape’s own', () => {
  expect(inOrder(own, 7).graph?.id).toEqual(inOrder(own, 7).graph?.id)
  expect(inOrder(own, null)).toBe(own)
})

test('a text with errors keeps the order that its last graph has', () => {
  const before = inOrder(own, 3)
  const broken = accept(before, 'y = (', compile('y = ('))
  expect(inOrder(broken, 3).graph).toBe(before.graph)
})
