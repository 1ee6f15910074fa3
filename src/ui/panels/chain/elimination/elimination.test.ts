import { expect, test } from 'vitest'
import { compile, primal } from '../../../../core.ts'
import { eliminateAll } from '../../../../methods/linear/elimination.ts'
import { forwardOrder } from '../../../../methods/linear/eliminationOrders.ts'
import type { Fit } from '../../../../picture/fitting.ts'
import { fitOn, nextFit, sceneOn } from '../../../graph/arranging/fitOn.ts'
import { linearOf } from '../linearised/linear.ts'
import { type Board, boardOf, remainingGraph } from './board.ts'
import { eliminationVerdict } from './verdict.ts'

function boardOn(source: string): Board {
  const { graph } = compile(source, { open: new Set() })
  const board = graph && boardOf(primal(graph))
  if (!board || typeof board === 'string') throw new Error(board ?? source)
  return board
}

const BOOK = 'x1 = 1.5\nx2 = 0.5\ny = (sin(x1/x2) + x1/x2 - exp(x2))*(x1/x2 - exp(x2))'

test('at the end only inputs and outputs are drawn, with an edge for each derivative', () => {
  const board = boardOn(BOOK)
  const { vertices, arcs } = remainingGraph(board, eliminateAll(board.game.start, forwardOrder(board.game.start)))
  expect(vertices.map(({ name }) => name)).toEqual(['x₁', 'x₂', 'y'])
  expect(arcs).toHaveLength(2)
})

test('entries of arrays are vertices', () => {
  const board = boardOn('W = [[1, 2], [3, 4]]\nx = [1, -1]\nf = sum(tanh(W @ x))')
  const { vertices } = remainingGraph(board, board.game.start)
  expect(vertices.map(({ name }) => name)).toContain('W[1,0]')
  expect(board.game.start.inner).toHaveLength(4)
})

test('too many vertices are refused with what to do', () => {
  const { graph } = compile('x = ones(30, 30)\nf = sum(exp(x))', {})
  expect(graph && boardOf(primal(graph))).toMatch(/Make its arrays smaller/)
})

test('the verdict says how near a game came to the best', () => {
  const rivals = [
    { name: 'Forward mode', order: [], multiplications: 9 },
    { name: 'Best', order: [], multiplications: 5 },
  ]
  expect(eliminationVerdict(5, rivals)).toBe('No order takes fewer.')
  expect(eliminationVerdict(6, rivals)).toBe('The best order takes 5: 1 multiplication fewer.')
  expect(eliminationVerdict(8, [rivals[0], { name: 'Best', order: null, multiplications: null }])).toBe(
    'Fewer than any order listed here: 1 multiplication less.',
  )
})

const PANE = { width: 600, height: 600, reading: 1 }

/** The graph that is left after the first eliminations of an order, as the stage takes it. */
function linearAfter(board: Board, order: readonly number[]) {
  const { vertices, arcs } = remainingGraph(board, eliminateAll(board.game.start, order))
  return linearOf(vertices, arcs)
}

test('what stays keeps its place across the flow after an elimination', () => {
  const board = boardOn('a = 1\nb = 2\nf = sin(a) + cos(b)\ng = exp(a)*b')
  const [start, after] = [linearAfter(board, []), linearAfter(board, [board.game.start.inner[0]])]
  const fit = fitOn(start.structure, [], PANE, 'up')
  const before = sceneOn(start.structure, fit, null, PANE)
  const { scene } = sceneOn(after.structure, fit, before.memory, PANE)
  const order = ({ structure, centres }: typeof scene) =>
    structure.graph.inputs.map(({ node }) => centres[node].x).reduce((a, b) => Math.sign(b - a))
  expect(order(scene)).toBe(order(before.scene))
})

test('a vertex has the figure of its node, and an output the ring', () => {
  const board = boardOn('data x = 1\nparam w = 2\noutput f = w*x\noutput g = f + 1')
  const { figures } = linearAfter(board, []).structure
  expect(figures.map(({ symbol, kind, output }) => [symbol, kind, output])).toEqual([
    ['x', 'data', false],
    ['w', 'param', false],
    ['×', 'primitive', false],
    ['+ 1', 'primitive', true],
    ['copy', 'primitive', true],
  ])
})

test('a graph is turned where all of it can be seen then, and stays so while it can', () => {
  const inputs = Array.from({ length: 9 }, (_, i) => `x${i}`)
  const chain = inputs.map((x, i) => `s${i} = sin(${i > 0 ? `s${i - 1} + ` : ''}${x})`)
  const board = boardOn([...inputs.map((x) => `${x} = 1`), ...chain].join('\n'))
  const order = board.game.start.inner
  const fitAfter = (count: number, last: Fit | null): Fit => {
    const { structure } = linearAfter(board, order.slice(0, count))
    return last ? nextFit(last, structure, [], PANE, null) : fitOn(structure, [], PANE, 'up')
  }
  const start = fitAfter(0, null)
  const nearEnd = fitAfter(order.length - 1, start)
  const end = fitAfter(order.length, nearEnd)
  expect([start.fits, start.style.direction]).toEqual([false, 'up'])
  expect([nearEnd.fits, nearEnd.style.direction]).toEqual([true, 'right'])
  expect(end).toBe(nearEnd)
})
