import { expect, it } from 'vitest'
import type { Sample } from '../../verification/fixtures/layouts.ts'
import { layOut } from './index.ts'
import type { Layout, Wire } from './layout.ts'

/** Park and Miller's generator: the same programs in every run. */
function generator(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

/** A program of so many nodes: each node reads one just before it, half of them another one, often an input. */
function program(size: number, seed: number): Sample {
  const random = generator(seed)
  const inputs = Math.ceil(Math.sqrt(size))
  const wires: Wire[] = []
  for (let to = inputs; to < size; to++) {
    wires.push({ from: to - 1 - random(2), to, slot: 0 })
    if (random(2) === 0) wires.push({ from: random(3) === 0 ? random(inputs) : random(to), to, slot: 1 })
  }
  return withBoxes(size, wires)
}

const withBoxes = (size: number, wires: readonly Wire[]): Sample => ({
  names: [],
  wires,
  boxes: Array.from({ length: size }, (_, id) => ({
    id,
    width: 84,
    height: 96,
    leaf: wires.every((w) => w.to !== id),
  })),
})

/** Wraps what a wire reads in a function: one operator more. */
function wrapped({ boxes, wires }: Sample, wire: number): Sample {
  const added = boxes.length
  const { from } = wires[wire]
  const rewired = wires.map((w, i) => (i === wire ? { ...w, from: added } : w))
  return withBoxes(added + 1, [...rewired, { from, to: added, slot: 0 }])
}

/** How far across the flow each node has moved, less what all have moved. */
function moves(before: Layout, after: Layout): number[] {
  const by = before.centres.map(({ y }, box) => after.centres[box].y - y)
  const common = [...by].sort((a, b) => a - b)[by.length >> 1]
  return by.map((y) => Math.abs(y - common))
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

it.each([30, 60, 120])('after one more operator in a program of %i nodes, nearly all nodes stay', (size) => {
  const all: number[] = []
  for (let seed = 1; seed <= 4; seed++) {
    const sample = program(size, seed)
    const before = layOut(sample.boxes, sample.wires, { direction: 'right' })
    for (let wire = 0; wire < sample.wires.length; wire += Math.ceil(size / 8)) {
      const edited = wrapped(sample, wire)
      const options = { direction: 'right', previous: before.memory } as const
      all.push(...moves(before, layOut(edited.boxes, edited.wires, options)))
    }
  }
  expect(mean(all)).toBeLessThan(3)
  expect(all.filter((by) => by > 8).length / all.length).toBeLessThan(0.15)
})

it('typing a program node by node bends edges hardly more than drawing it at once', () => {
  const sample = program(40, 9)
  const at = (size: number) =>
    withBoxes(
      size,
      sample.wires.filter(({ to }) => to < size),
    )
  let typed = layOut([], [], { direction: 'right' })
  for (let size = 1; size <= 40; size++)
    typed = layOut(at(size).boxes, at(size).wires, { direction: 'right', previous: typed.memory })
  const drawn = layOut(sample.boxes, sample.wires, { direction: 'right' })
  const bends = ({ routes }: Layout) =>
    mean(routes.flatMap((route) => route.slice(1).map(({ y }, i) => Math.abs(y - route[i].y))))
  expect(bends(typed)).toBeLessThan(1.5 * bends(drawn) + 12)
})
