import type { Graph, Module, NodeIndex, Shape } from '../../../graph/graph.ts'
import { entryNamed } from '../../../graph/nodes.ts'
import type { Blocked } from '../../../layout/blocks/blocked.ts'
import type { Direction } from '../../../layout/layout.ts'
import { boxOf } from '../boxes.ts'
import { gridIn } from '../figure.ts'
import type { Structure } from '../structure.ts'

/** Smaller graphs are laid out node by node, which shows more of how they hang together. */
const MOST_AS_ONE = 600
/** Blocks are worth it where they have so many nodes on average. */
const LEAST_IN_BLOCK = 4

/** What the nodes of a graph stand in. */
export interface Grouping {
  /** The modules, then the arrays that are inputs. */
  readonly modules: readonly Group[]
  /** By node. */
  readonly block: Int32Array
  /** By block: the module that it is, or that its one node stands in; -1 for none. */
  readonly module: readonly number[]
  /** By block: whether it is a whole module. */
  readonly framed: readonly boolean[]
}

type Group = Pick<Module, 'name' | 'parent' | 'place' | 'shape'>

/** The blocks of a large graph: innermost modules, inputs that are arrays, and what stands alone; null if that is no help. */
export function groupingOf(graph: Graph): Grouping | null {
  if (graph.size <= MOST_AS_ONE) return null
  const arrays = inputArrays(graph)
  const modules = [...graph.modules, ...arrays.groups]
  const hasInner = new Set(modules.map(({ parent }) => parent))
  const known = new Map<number, number>()
  const [module, framed]: [number[], boolean[]] = [[], []]
  const add = (group: number, isFramed: boolean) => {
    framed.push(isFramed)
    return module.push(group) - 1
  }
  const block = graph.module.map((own, node) => {
    const group = arrays.of.get(node) ?? own
    if (group < 0 || hasInner.has(group)) return add(group, false)
    const found = known.get(group) ?? add(group, true)
    known.set(group, found)
    return found
  })
  return module.length * LEAST_IN_BLOCK > graph.size ? null : { modules, block, module, framed }
}

/** Inputs that are entries of one array, as groups that are numbered after the modules. */
function inputArrays({ inputs, modules }: Graph) {
  const groups: { name: string; parent: -1; place: number; shape: number[] }[] = []
  const known = new Map<string, number>()
  const of = new Map<NodeIndex, number>()
  for (const { name, node } of inputs) {
    const entry = entryNamed(name)
    if (!entry) continue
    const group = known.get(entry.array) ?? groups.push({ name: entry.array, parent: -1, place: -1, shape: [] }) - 1
    known.set(entry.array, group)
    of.set(node, modules.length + group)
    groups[group].shape = entry.indices.map((index, axis) => Math.max(index + 1, groups[group].shape[axis] ?? 0))
  }
  return { groups, of }
}

/** The graph as the layout of blocks takes it. */
export function blockedOf({ graph, figures }: Structure, grouping: Grouping, direction: Direction): Blocked {
  const kinds = new Map<string, number>()
  const boxes: Blocked['kinds'][number][] = []
  const kind = Int32Array.from(figures, (figure) => {
    const leaf = graph.firstEdge[figure.node] === graph.firstEdge[figure.node + 1]
    const key = `${figure.kind} ${figure.output} ${leaf} ${gridIn(figure) ? figure.shape : ''}`
    const found = kinds.get(key) ?? boxes.push(boxOf(figure, leaf, direction)) - 1
    kinds.set(key, found)
    return found
  })
  return {
    ...{ kinds: boxes, kind, block: grouping.block, from: graph.operand, to: graph.consumer },
    blocks: grouping.module.map((module, b) => ({
      shape: shapeIn(grouping, module, b),
      framed: grouping.framed[b],
    })),
    slot: graph.operand.map((_, edge) => edge - graph.firstEdge[graph.consumer[edge]]),
  }
}

const shapeIn = ({ modules, framed }: Grouping, module: number, block: number): Shape | null =>
  framed[block] ? (modules[module].shape ?? null) : null
