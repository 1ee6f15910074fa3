import fc from 'fast-check'
import { layOut } from './index.ts'
import type { Box, Direction, Layout, Point, Wire } from './layout.ts'

export interface Sample {
  readonly names: readonly string[]
  readonly boxes: readonly Box[]
  readonly wires: readonly Wire[]
}

/** A graph as lines `name: operands`, each after its operands, as in `f: sin mul`. */
export function graph(text: string): Sample {
  const lines = text.trim().split('\n')
  const names = lines.map((line) => line.split(':')[0].trim())
  const wires = lines.flatMap((line, to) => {
    const operands = (line.split(':')[1] ?? '').split(' ').filter((name) => name !== '')
    return operands.map((name, slot) => ({ from: names.indexOf(name), to, slot }))
  })
  return { names, wires, boxes: boxesFor(names.length, wires) }
}

const boxesFor = (count: number, wires: readonly Wire[]): Box[] =>
  Array.from({ length: count }, (_, id) => {
    const leaf = wires.every(({ to }) => to !== id)
    return { id, leaf, width: 84, height: 96, outline: { shape: leaf ? 'square' : 'circle', extent: { x: 30, y: 30 } } }
  })

/** Places by name: how far along the flow, and how far across it. */
export function placesIn(
  sample: Sample,
  direction: Direction,
  layout = layOut(sample.boxes, sample.wires, { direction }),
) {
  return new Map(sample.names.map((name, v) => [name, turned(layout.centres[v], layout)]))
}

/** A point by its coordinates along and across the flow. */
export const turned = ({ x, y }: Point, { direction, height }: Layout) =>
  direction === 'right' ? { along: x, across: y } : { along: height - y, across: x }

export const directions = fc.constantFrom<Direction>('right', 'up')

const size = fc.integer({ min: 20, max: 120 })
const part = fc.double({ min: 0.3, max: 1, noNaN: true })

/** Graphs with shared values, repeated operands, several outputs, unused inputs and boxes of all sizes. */
export const graphs: fc.Arbitrary<Sample> = fc
  .array(
    fc.record({
      operands: fc.array(fc.nat(), { maxLength: 3 }),
      width: size,
      height: size,
      part,
      shape: fc.constantFrom('circle' as const, 'square' as const),
      plain: fc.boolean(),
    }),
    { maxLength: 30 },
  )
  .map((nodes) => {
    const wires = nodes.flatMap(({ operands }, to) =>
      to === 0 ? [] : operands.map((operand, slot) => ({ from: operand % to, to, slot })),
    )
    const boxes = nodes.map(({ width, height, part, shape, plain }, id) => ({
      id,
      width,
      height,
      leaf: wires.every(({ to }) => to !== id),
      ...(plain ? {} : { outline: { shape, extent: { x: (part * width) / 2, y: (part * height) / 2 } } }),
    }))
    return { names: boxes.map(({ id }) => String(id)), boxes, wires }
  })

/** Trees: every value is read once. */
export const trees: fc.Arbitrary<Sample> = fc
  .array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 40 })
  .map((arities) => {
    const open: number[] = []
    const wires: Wire[] = []
    arities.forEach((arity, to) => {
      const operands = arity > 0 ? open.splice(-arity) : []
      operands.forEach((from, slot) => {
        wires.push({ from, to, slot })
      })
      open.push(to)
    })
    return { names: arities.map((_, v) => String(v)), boxes: boxesFor(arities.length, wires), wires }
  })
