import { CONSTANT, type Graph, type Module, type NodeIndex, type Shape } from '../graph/graph.ts'
import { entryNamed } from '../graph/nodes.ts'
import type { Blocked } from '../layout/blocks/blocked.ts'
import { anatomyOf } from './anatomy.ts'
import { boxOf } from './boxes.ts'
import type { Structure } from './structure.ts'
import type { Style } from './style.ts'

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
  const modules: Group[] = [...graph.modules, ...arrays.groups]
  const hasInner = new Set(modules.map(({ parent }) => parent))
  const isWhole = (group: number) => group >= 0 && !hasInner.has(group)
  const groups = graph.module.map((own, node) => arrays.of.get(node) ?? own)
  gatherConstants(graph, groups, isWhole, modules)
  const known = new Map<number, number>()
  const [module, framed]: [number[], boolean[]] = [[], []]
  const block = groups.map((group) => {
    const found = isWhole(group) ? known.get(group) : undefined
    if (found !== undefined) return found
    framed.push(isWhole(group))
    known.set(group, module.push(group) - 1)
    return module.length - 1
  })
  return module.length * LEAST_IN_BLOCK > graph.size ? null : { modules, block, module, framed }
}

/** So many constants that stand alone and are read in the same block become a block. */
const LEAST_CONSTANTS = 4

function gatherConstants(
  graph: Graph,
  groups: Int32Array,
  isWhole: (group: number) => boolean,
  modules: Group[],
): void {
  const { op, firstConsumer, consumerEdge, consumer } = graph
  const gathered = new Map<number, NodeIndex[]>()
  for (let node = 0; node < graph.size; node++) {
    if (op[node] !== CONSTANT || isWhole(groups[node])) continue
    const readers = new Set<number>()
    for (let i = firstConsumer[node]; i < firstConsumer[node + 1]; i++) readers.add(groups[consumer[consumerEdge[i]]])
    const [reader] = readers
    if (readers.size === 1 && isWhole(reader)) gathered.set(reader, [...(gathered.get(reader) ?? []), node])
  }
  for (const nodes of gathered.values()) {
    if (nodes.length < LEAST_CONSTANTS) continue
    const group = modules.push({ name: 'constants', parent: -1, place: -1 }) - 1
    for (const node of nodes) groups[node] = group
  }
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
export function blockedOf({ graph, figures }: Structure, grouping: Grouping, style: Style): Blocked {
  const kinds = new Map<string, number>()
  const boxes: Blocked['kinds'][number][] = []
  const kind = Int32Array.from(figures, (figure) => {
    const leaf = graph.firstEdge[figure.node] === graph.firstEdge[figure.node + 1]
    const key = `${figure.kind} ${figure.output} ${figure.title !== ''} ${leaf} ${figure.shape}`
    const found = kinds.get(key) ?? boxes.push(boxOf(figure, anatomyOf(figure, style), leaf)) - 1
    kinds.set(key, found)
    return found
  })
  return {
    ...{ kinds: boxes, kind, block: grouping.block, from: graph.operand, to: graph.consumer },
    blocks: grouping.module.map((module, b) => ({
      shape: shapeIn(grouping, module, b),
      framed: grouping.framed[b],
      group: outermost(grouping, module),
    })),
    slot: graph.operand.map((_, edge) => edge - graph.firstEdge[graph.consumer[edge]]),
  }
}

function outermost({ modules }: Grouping, module: number): number {
  let at = module
  while (at >= 0 && modules[at].parent >= 0) at = modules[at].parent
  return at
}

const shapeIn = ({ modules, framed }: Grouping, module: number, block: number): Shape | null =>
  framed[block] ? (modules[module].shape ?? null) : null
