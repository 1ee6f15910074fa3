import { describe, expect, it } from 'vitest'
import { graphOf } from '../../verification/fixtures/compiled.ts'
import { primal } from '../autodiff/primal.ts'
import { type NodePattern, nodesWith, patternsOf } from './patterns.ts'

/** Patterns by the names of nodes. */
function patternsIn(source: string): Record<string, NodePattern> {
  const graph = graphOf(source)
  const patterns = patternsOf(primal(graph))
  return Object.fromEntries(Array.from(graph.names, ([node, [name]]) => [name, patterns[node]]))
}

describe('patterns in the adjoint pass', () => {
  it('are those of the lecture: add distributes, max routes, mul switches, a branch adds up', () => {
    const found = patternsIn('x = 3\ny = -4\nz = 2\np = x*y\nm = max(z, x)\ns = p + m\nf = sin(s)')
    expect(found.p.fires).toBe('switcher')
    expect(found.m.fires).toBe('router')
    expect(found.s.fires).toBe('distributor')
    expect(found.f.fires).toBe('scaler')
    expect(found.x).toEqual({ fires: null, gathers: 2 })
    expect(found.y).toEqual({ fires: null, gathers: 1 })
    // z loses the max: nothing comes back to it.
    expect(found.z.gathers).toBe(0)
  })

  it('count an operand that is read twice as a branch', () => {
    expect(patternsIn('x = 3\nf = x*x').x.gathers).toBe(2)
  })

  it('are none where no input acts', () => {
    const graph = graphOf('x = 1\nconst k = 3\nf = x + sin(k)')
    const patterns = patternsOf(primal(graph))
    expect(nodesWith(patterns, 'scaler')).toEqual([])
    expect(nodesWith(patterns, 'distributor')).toEqual([graph.outputs[0].node])
  })

  it('are found in programs of arrays', () => {
    const found = patternsIn('W = [[1, 2], [3, 4]]\nx = [1, 2]\ny = W @ x\nz = y[0]\nt = tanh(y)\ns = sum(t)')
    expect([found.y.fires, found.z.fires, found.t.fires, found.s.fires]).toEqual([
      ...['switcher', 'router', 'scaler', 'distributor'],
    ])
    expect(found.y.gathers).toBe(2)
  })

  it('are listed for all nodes at once', () => {
    const graph = graphOf('x = 1\ny = 2\na = x*y\nb = a*x\nf = a + b')
    expect(nodesWith(patternsOf(primal(graph)), 'switcher')).toHaveLength(2)
    expect(nodesWith(patternsOf(primal(graph)), 'adder').map((node) => graph.names.get(node)?.[0])).toEqual(['x', 'a'])
  })
})
