import { describe, expect, it } from 'vitest'
import { graphOf } from '../../../verification/fixtures/compiled.ts'
import { primal } from '../../autodiff/primal.ts'
import { allBracketings, cheapest, fromTheLeft, fromTheRight, multipliedOut } from './bracketing.ts'
import { firstLayers, type Layer, layersOf, MOST_LAYERS, MOST_WIDE } from './layers.ts'
import { linearised } from './linearised.ts'

const cut = (source: string) => layersOf(linearised(primal(graphOf(source))))
const layersIn = (source: string) => cut(source) as Layer[]

describe('a program cut into layers', () => {
  it('has a layer for each link of the longest way, and rows of the identity for what passes through', () => {
    const [first, second] = layersIn('x = 2\ny = 3\na = x*y\nf = a + y')
    expect(first.to.length).toBe(2)
    // y passes: a 1 in its own column, and nothing at all beside it.
    expect([...first.matrix.numbers]).toEqual([0, 1, 3, 2])
    expect([...first.matrix.present]).toEqual([0, 1, 1, 1])
    expect([...second.matrix.numbers]).toEqual([1, 1])
  })

  it('has one layer at least', () => {
    const [only, ...others] = layersIn('x = 2\noutput x')
    expect(others).toEqual([])
    expect([...only.matrix.numbers]).toEqual([1])
  })

  it('is not cut where it is too deep or too wide', () => {
    const deep = `x = 0.5\nf = ${'sin('.repeat(MOST_LAYERS + 1)}x${')'.repeat(MOST_LAYERS + 1)}`
    expect(cut(deep)).toBeNull()
    const wide = Array.from({ length: MOST_WIDE + 1 }, (_, i) => `f${i} = sin(${i + 1}*x)`)
    expect(cut(`x = 0.5\n${wide.join('\n')}`)).toBeNull()
    const inner = Array.from({ length: MOST_WIDE + 1 }, (_, i) => `sin(${i + 1}*x)`)
    expect(cut(`x = 0.5\nf = ${inner.join(' + ')}`)).toBeNull()
  })
})

describe('the layers of one input', () => {
  it('have its columns alone', () => {
    const graph = graphOf('data x = [0.5, -1]\nW = [[0.1, 0.2], [0.4, -0.5], [0.3, 0.7]]\nf = sum(tanh(W @ x))')
    const cut = firstLayers(linearised(primal(graph)), graph, { input: 'x', output: null })
    expect(cut?.layers[0].from).toHaveLength(2)
    expect(cut?.scope).toEqual({ input: 'x', output: null })
  })

  it('are taken where those of all are too wide', () => {
    const graph = graphOf(`X = zeros(1, ${MOST_WIDE})\ny = 2\nf = y*sin(y)`)
    const cut = firstLayers(linearised(primal(graph)), graph, { input: null, output: null })
    expect(cut?.scope).toEqual({ input: 'X', output: null })
  })
})

describe('the product of the layers’ Jacobians', () => {
  it('is bracketed from the right as in forward mode, from the left as in reverse mode', () => {
    expect(fromTheRight(3)).toEqual([2, [1, 0]])
    expect(fromTheLeft(3)).toEqual([[2, 1], 0])
    expect(fromTheLeft(1)).toBe(0)
  })

  it('costs d columns for each layer from the right, c rows from the left', () => {
    const layers = layersIn('x = 2\ny = 3\nz = 4\na = x*y\nb = y*z\nc = a*b\nf = sin(c)')
    const matrices = layers.map(({ matrix }) => matrix)
    const cost = (way: ReturnType<typeof cheapest>) => multipliedOut(matrices, way).multiplications
    expect(layers.map(({ to }) => to.length)).toEqual([2, 1, 1])
    expect(cost(fromTheRight(3))).toBe(1 * 2 * 3 + 1 * 1 * 3)
    expect(cost(fromTheLeft(3))).toBe(1 * 1 * 2 + 1 * 2 * 3)
    expect(cost(cheapest(matrices))).toBe(Math.min(...allBracketings(0, 2).map(cost)))
  })

  it('has as many bracketings as the Catalan numbers say', () => {
    expect([1, 2, 3, 4, 5].map((count) => allBracketings(0, count - 1).length)).toEqual([1, 1, 2, 5, 14])
  })

  it('lets nothing meet an infinity that it does not depend on', () => {
    const layers = layersIn('x = 0\ny = 2\na = sqrt(x)\nb = sin(y)\nf = a + b')
    const matrices = layers.map((layer) => layer.matrix)
    const { matrix } = multipliedOut(matrices, fromTheRight(layers.length))
    expect([...matrix.numbers]).toEqual([Number.POSITIVE_INFINITY, Math.cos(2)])
  })
})
