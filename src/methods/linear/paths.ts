import { boundedTotal } from '../counting.ts'
import { type Linearised, type Link, onPaths } from './linearised.ts'

/** A way from an input to an output, and the product of the local partials along it. */
export interface Path {
  readonly links: readonly Link[]
  readonly product: number
}

/** All paths between two vertices: how many there are, what it costs to follow each, and what the factored sum costs. */
export interface PathCount {
  readonly paths: bigint
  /** Of each path's partials, and of the products. */
  readonly multiplications: bigint
  readonly additions: bigint
  /** Of a pass over the same edges, which factors the sum: one multiplication for each edge after the first. */
  readonly factoredMultiplications: number
  readonly factoredAdditions: number
}

const NO_PATH: PathCount = {
  ...{ paths: 0n, multiplications: 0n, additions: 0n },
  ...{ factoredMultiplications: 0, factoredAdditions: 0 },
}

/** Counts exactly, up to MOST_COUNTED, in time linear in the graph. */
export function countPaths(linear: Linearised, from: number, to: number): PathCount {
  const on = onPaths(linear, [from], [to])
  if (!on[to]) return NO_PATH
  const paths = new Map<number, bigint>([[from, 1n]])
  const multiplications = new Map<number, bigint>([[from, 0n]])
  const at = (counts: Map<number, bigint>, node: number) => counts.get(node) ?? 0n
  let factoredMultiplications = 0
  let factoredAdditions = 0
  for (let node = from + 1; node <= to; node++) {
    if (!on[node]) continue
    const arriving = linear.into[node].filter(({ operand }) => on[operand]).map(({ operand }) => operand)
    // The first link of a path multiplies nothing.
    const later = arriving.filter((operand) => operand !== from)
    paths.set(node, boundedTotal(arriving.map((operand) => at(paths, operand))))
    multiplications.set(
      node,
      boundedTotal(later.flatMap((operand) => [at(multiplications, operand), at(paths, operand)])),
    )
    factoredMultiplications += later.length
    factoredAdditions += arriving.length - 1
  }
  return {
    paths: at(paths, to),
    multiplications: at(multiplications, to),
    additions: at(paths, to) - 1n,
    ...{ factoredMultiplications, factoredAdditions },
  }
}

/** Links that listed paths have together, so that listing never takes long. */
const MOST_LISTED = 1_000_000

/** The first paths between two vertices, at most so many, and fewer where they are very long; operands left to right from the output. */
export function listPaths(linear: Linearised, from: number, to: number, most: number): Path[] {
  const on = onPaths(linear, [from], [to])
  const found: Path[] = []
  if (!on[to]) return found
  if (from === to) return [{ links: [], product: 1 }]
  // A stack of links that lead back from the output; what stands on it is followed last to first.
  const way: Link[] = []
  const waiting: (Link | null)[] = choices(linear, to, on)
  let listed = 0
  while (waiting.length > 0 && found.length < most && listed < MOST_LISTED) {
    const link = waiting.pop() as Link | null
    if (link === null) way.pop()
    else {
      way.push(link)
      waiting.push(null)
      if (link.operand === from) {
        found.push(pathOf(way))
        listed += way.length
      } else waiting.push(...choices(linear, link.operand, on))
    }
  }
  return found
}

const choices = ({ into }: Linearised, node: number, on: Uint8Array): Link[] =>
  into[node].filter(({ operand }) => on[operand]).reverse()

/** From the input to the output, the partials multiplied in that order. */
function pathOf(back: readonly Link[]): Path {
  const links = [...back].reverse()
  return { links, product: links.reduce((product, { partial }) => product * partial, 1) }
}

/** ∂to/∂from as the sum over paths of the products of their partials (Bauer 1974), where all of them are listed. */
export const sumOverPaths = (paths: readonly Path[]): number => paths.reduce((sum, { product }) => sum + product, 0)
