import type { Block, Step } from '../../graph/traced/traced.ts'
import type { Nesting } from './nesting.ts'
import type { NamedValue, RunTrace, TracedValue } from './trace.ts'

/** The main block, and by value of the trace its place among the values of the main block. */
interface Nested {
  readonly main: Block
  readonly places: ReadonlyMap<TracedValue, number>
}

/**
 * The needed lines of a trace in nested blocks. A block's parameters are what it reads from outside; its results, what is
 * read outside, or is an output.
 */
export function nestedBlocks(
  trace: RunTrace,
  inputs: readonly TracedValue[],
  outputs: readonly TracedValue[],
  nesting: Nesting,
  names: readonly NamedValue[],
): Nested {
  const passing = passingOf(trace, nesting, outputs)
  const contents = contentsOf(trace, nesting)
  const named = namesByBlock(nesting, passing, names)
  const build = (block: number, parameters: readonly TracedValue[]): Nested => {
    const places = new Map<TracedValue, number>(parameters.map((value, place) => [value, place]))
    const steps: Step[] = []
    let next = parameters.length
    for (const item of contents[block]) {
      if (item.kind === 'line') {
        places.set(item.value, next++)
        steps.push(stepOf(trace, item.value, places))
      } else {
        const inner = build(item.block, passing.parameters[item.block])
        steps.push({
          kind: 'block',
          block: inner.main,
          operands: passing.parameters[item.block].map((value) => places.get(value) as number),
        })
        for (const value of passing.results[item.block]) places.set(value, next++)
      }
    }
    const { name, at } = trace.blocks[block]
    const results = block === 0 ? [] : passing.results[block].map((value) => places.get(value) as number)
    const shown = (named.get(block) ?? []).flatMap(({ value, name: shownName, at: where }) => {
      const place = places.get(value)
      return place === undefined ? [] : [{ name: shownName, value: place, at: where }]
    })
    return { main: { name, at, parameters: parameters.length, steps, results, names: shown }, places }
  }
  return build(0, inputs)
}

function stepOf(trace: RunTrace, value: TracedValue, places: ReadonlyMap<TracedValue, number>): Step {
  const line = trace.lines[value]
  if (line.kind === 'constant') return { kind: 'constant', value: line.value, at: line.at }
  if (line.kind === 'input') throw new Error('An input is a parameter of the main block')
  const { op, operands, attributes, at } = line
  return { kind: 'operation', op, operands: operands.map((operand) => places.get(operand) as number), attributes, at }
}

interface Passing {
  readonly parameters: readonly (readonly TracedValue[])[]
  readonly results: readonly (readonly TracedValue[])[]
}

/** By block: what it reads from outside, and what is read of it outside; in the order of the trace. */
function passingOf(trace: RunTrace, nesting: Nesting, outputs: readonly TracedValue[]): Passing {
  const parameters = trace.blocks.map(() => new Set<TracedValue>())
  const results = trace.blocks.map(() => new Set<TracedValue>())
  const pass = (value: TracedValue, reader: number): void => {
    let from = nesting.blockOf[value]
    let to = reader
    while (from !== to)
      if (nesting.depthOf[from] > nesting.depthOf[to]) {
        results[from].add(value)
        from = nesting.parentOf[from]
      } else {
        parameters[to].add(value)
        to = nesting.parentOf[to]
      }
  }
  for (const value of nesting.needed) {
    const line = trace.lines[value]
    if (line.kind === 'operation') for (const operand of line.operands) pass(operand, nesting.blockOf[value])
  }
  for (const output of outputs) pass(output, 0)
  const sorted = (values: Set<TracedValue>) => [...values].sort((a, b) => a - b)
  return { parameters: parameters.map(sorted), results: results.map(sorted) }
}

type Item = { readonly kind: 'line'; readonly value: TracedValue } | { readonly kind: 'block'; readonly block: number }

/**
 * By block: its lines and blocks in order. A block stands where its last line does: what the main program got meanwhile, such
 * as an entry of an input that the block asked for first, comes before it.
 */
function contentsOf(trace: RunTrace, nesting: Nesting): Item[][] {
  const items = trace.blocks.map((): { item: Item; last: TracedValue }[] => [])
  const last = trace.blocks.map(() => -1)
  for (const value of [...nesting.needed].sort((a, b) => a - b)) {
    if (trace.lines[value].kind === 'input') continue
    const block = nesting.blockOf[value]
    items[block].push({ item: { kind: 'line', value }, last: value })
    for (let around = block; around >= 0; around = nesting.parentOf[around]) last[around] = value
  }
  for (let block = 1; block < trace.blocks.length; block++)
    if (nesting.isKept[block]) {
      const around = nesting.parentOf[block]
      items[around].push({ item: { kind: 'block', block }, last: last[block] })
    }
  return items.map((inside) => inside.sort((a, b) => a.last - b.last).map(({ item }) => item))
}

/**
 * Names stand in the block in which the text gives them, and in the loops around it that see the value, which share its
 * names; where it is not seen at all, where it is computed.
 */
function namesByBlock(
  nesting: Nesting,
  { parameters, results }: Passing,
  names: readonly NamedValue[],
): Map<number, NamedValue[]> {
  const isSeen = (value: TracedValue, block: number): boolean => {
    if (parameters[block].includes(value)) return true
    let inner = nesting.blockOf[value]
    if (inner === block) return true
    while (inner > 0 && nesting.parentOf[inner] !== block) inner = nesting.parentOf[inner]
    return inner > 0 && results[inner].includes(value)
  }
  const named = new Map<number, NamedValue[]>()
  for (const name of names) {
    if (!nesting.needed.has(name.value)) continue
    const seenIn = sharing(nesting, name.block).filter((block) => isSeen(name.value, block))
    for (const block of seenIn.length > 0 ? seenIn : [nesting.blockOf[name.value]]) {
      const inBlock = named.get(block)
      if (inBlock) inBlock.push(name)
      else named.set(block, [name])
    }
  }
  return named
}

/** A block and the loops around it, up to the call or the main program that its names belong to. */
function sharing({ parentOf, kindOf }: Nesting, block: number): number[] {
  const blocks = [block]
  for (let around = block; kindOf[around] !== 'call'; ) {
    around = parentOf[around]
    blocks.push(around)
  }
  return blocks
}
