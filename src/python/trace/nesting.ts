import type { BlockKind, RunTrace, TracedValue } from './trace.ts'

/** The blocks of a trace that become nodes, and which lines stand in each, of those that are needed. */
export interface Nesting {
  /** By line: the block it stands in, dissolved ones left out. */
  readonly blockOf: readonly number[]
  /** By block: itself, or where it is dissolved the one that its lines stand in. */
  readonly keptAround: readonly number[]
  /** By block: the one around it, dissolved ones left out. */
  readonly parentOf: readonly number[]
  readonly depthOf: readonly number[]
  readonly isKept: readonly boolean[]
  readonly kindOf: readonly BlockKind[]
  readonly needed: ReadonlySet<TracedValue>
}

/** Operations that a block has at least; one with fewer is no node. */
const LEAST = 2

/** What the values are computed from, and they themselves. */
export function neededFor(trace: RunTrace, values: Iterable<TracedValue>): Set<TracedValue> {
  const needed = new Set(values)
  for (const value of needed) {
    const line = trace.lines[value]
    if (line.kind === 'operation') for (const operand of line.operands) needed.add(operand)
  }
  return needed
}

/**
 * Blocks that hold too little to be nodes, and loops of one round, are dissolved into those around them; so are loops that
 * are all that a round or a function does, since opening it would show nothing but one more node to open.
 */
export function nestingOf(trace: RunTrace, needed: ReadonlySet<TracedValue>): Nesting {
  const { blocks } = trace
  const sizes = new Array<number>(blocks.length).fill(0)
  for (const value of needed)
    if (trace.lines[value].kind === 'operation')
      for (let block = trace.blockOf[value]; block >= 0; block = blocks[block].parent) sizes[block]++
  const rounds = new Array<number>(blocks.length).fill(0)
  for (const [block, { kind, parent }] of blocks.entries()) if (kind === 'round' && sizes[block] > 0) rounds[parent]++
  const isKept: boolean[] = []
  for (const [block, { kind, parent }] of blocks.entries()) {
    const isOfOneRound = (kind === 'loop' && rounds[block] < 2) || (kind === 'round' && rounds[parent] < 2)
    const isAllOfAnother = kind === 'loop' && parent > 0 && isKept[parent] && sizes[block] === sizes[parent]
    isKept.push(block === 0 || (!isOfOneRound && !isAllOfAnother && sizes[block] >= LEAST))
  }
  const keptAround = blocks.map((_, block) => {
    let kept = block
    while (!isKept[kept]) kept = blocks[kept].parent
    return kept
  })
  const parentOf = blocks.map(({ parent }) => (parent < 0 ? -1 : keptAround[parent]))
  const depthOf: number[] = []
  for (const block of blocks.keys()) depthOf.push(block === 0 ? 0 : depthOf[parentOf[block]] + 1)
  return {
    blockOf: trace.blockOf.map((block) => keptAround[block]),
    keptAround,
    parentOf,
    depthOf,
    isKept,
    kindOf: blocks.map(({ kind }) => kind),
    needed,
  }
}
