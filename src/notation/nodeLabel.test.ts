import { expect, test } from 'vitest'
import { graphOf } from '../../verification/fixtures/compiled.ts'
import type { Graph } from '../graph/graph.ts'
import { nodeLabel } from './nodeLabel.ts'
import { nodeName, nodeNamed, nodeSymbol, tellingName } from './symbols.ts'

const at = (graph: Graph, name: string) => nodeNamed(graph, name) as number

test('a node is said as "v2, multiply, value 6, adjoint 1, operands x1 and x2"', () => {
  const graph = graphOf('x1 = 2\nparam w = 3\nf = sin(x1) + x1*w + logsumexp(x1, w, 4)')
  expect(nodeLabel(graph, at(graph, 'v2'), { value: 6, adjoint: 1 })).toBe(
    'v2, multiply, value 6, adjoint 1, operands x1 and w',
  )
  expect(nodeLabel(graph, at(graph, 'v1'), { value: -0.25 })).toBe('v1, sine, value minus 0.25, operand x1')
  expect(nodeLabel(graph, at(graph, 'x1'), { value: 2, tangent: 1 })).toBe('x1, input, value 2, tangent 1')
  expect(nodeLabel(graph, at(graph, 'w'), {})).toBe('w, input, parameter')
  expect(nodeLabel(graph, at(graph, 'f'), { absence: 'does not depend on w' })).toBe(
    'v5, add, does not depend on w, operands v3 and v4, output f',
  )
  expect(nodeLabel(graph, graph.op.indexOf(-2), { value: 4 })).toBe('constant 4')
})

test('v1, v2 … give way to names that the program uses for something else', () => {
  const graph = graphOf('v1 = 2\nf = v1*v1')
  expect(nodeName(graph, at(graph, 'f'))).toBe('w1')
  expect(nodeSymbol(graph, at(graph, 'v1'))).toBe('v₁')
  const same = graphOf('x = 2\nv1 = x*x\nv2 = sin(v1)')
  expect(nodeName(same, at(same, 'v2'))).toBe('v2')
})

test('nodes go by their input’s name, their definitions’ names and their number', () => {
  const graph = graphOf('x = 2\ny = x*x\nf = y + 1')
  expect(at(graph, 'y')).toBe(at(graph, 'v1'))
  expect(nodeNamed(graph, 'v9')).toBe(undefined)
  expect(nodeNamed(graph, 'constructor')).toBe(undefined)
})

test('away from the graph a node without a name is told with its operation, and never by a name that the program took', () => {
  const graph = graphOf('v2 = 2\nf = exp(sin(v2) + 1)')
  expect([...graph.op.keys()].map((node) => tellingName(graph, node))).toEqual([
    'v2',
    'w1 (sin)',
    'a constant',
    'w2 (add)',
    'f',
  ])
})
