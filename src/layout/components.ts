import { allApart, join, rootOf } from '../graph/unionFind.ts'
import type { Wire } from './layout.ts'

/** A connected part of the graph: positions in the lists of boxes and wires. */
export interface Component {
  readonly boxes: readonly number[]
  readonly wires: readonly number[]
}

/** The connected parts, in the order of their first boxes; those of one box alone, such as unused inputs, come last. */
export function componentsOf(size: number, wires: readonly Wire[]): Component[] {
  const root = allApart(size)
  for (const { from, to } of wires) join(root, from, to)
  const parts = new Map<number, { boxes: number[]; wires: number[] }>()
  for (let v = 0; v < size; v++) {
    const r = rootOf(root, v)
    if (r === v) parts.set(v, { boxes: [], wires: [] })
    parts.get(r)?.boxes.push(v)
  }
  wires.forEach(({ from }, wire) => {
    parts.get(rootOf(root, from))?.wires.push(wire)
  })
  const found = [...parts.values()]
  return [...found.filter(({ boxes }) => boxes.length > 1), ...found.filter(({ boxes }) => boxes.length === 1)]
}
