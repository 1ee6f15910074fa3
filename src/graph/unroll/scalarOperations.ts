import { type Blockwise, isArrayPrimitive } from '../../primitives/arrayPrimitive.ts'
import { countsOf, infixOperator, operations, opOf } from '../../primitives/index.ts'
import { places } from '../../primitives/places.ts'
import { sizeOf } from '../../primitives/shape.ts'
import type { Plan, VectorBlocks } from '../../primitives/wiring.ts'
import type { Graph, NodeIndex } from '../graph.ts'
import { operationOf } from '../operations.ts'
import { chain, reductionWriters, type Writer } from './reductions.ts'

/** Operations that unrolled ones are made of. */
const ADD = opOf(infixOperator('+'))
const MUL = opOf(infixOperator('*'))
const opNamed = (name: string): number => operations.findIndex((operation) => operation.name === name)
const LOGADDEXP = opNamed('logaddexp')

/** The node of an entry of the operand in a slot. */
type EntryOf = (slot: number, entry: number) => NodeIndex

/** Writes the operations between numbers that compute each entry of an array operation. */
export function scalarOperations(graph: Graph, node: NodeIndex, operand: EntryOf, writer: Writer): NodeIndex[] {
  const operation = operationOf(graph, node)
  const plan = graph.plans[graph.plan[node]]
  const entries: NodeIndex[] = []
  if (plan.kind === 'contraction') contract(plan, operand, writer, entries)
  else if (plan.kind === 'elementwise')
    for (const [row, ...columns] of places(plan))
      entries[row] = writer.apply(
        graph.op[node],
        columns.map((column, slot) => operand(slot, column)),
      )
  else if (plan.kind === 'selection') select(plan, operand, writer, entries)
  else if (plan.kind === 'reduction') {
    const name = operation?.name ?? ''
    for (const [row, group] of groups(plan, operand)) entries[row] = reduced(graph.op[node], name, group, writer)
  } else if (operation && isArrayPrimitive(operation) && operation.kind === 'blockwise')
    inBlocks(operation, plan, operand, writer, entries)
  return entries
}

/** v[row] = Σ x[column]·y[column], added in the order of the loops. */
function contract(plan: Plan, operand: EntryOf, { apply }: Writer, entries: NodeIndex[]): void {
  const [first, second] = plan.wirings
  for (const [row, left, right] of places({ ...plan, wirings: [first, second] })) {
    const product = apply(MUL, [operand(0, left), operand(1, right)])
    entries[row] = entries[row] === undefined ? product : apply(ADD, [entries[row], product])
  }
}

/** Copies, which may add up; what nothing is copied to is a constant. */
function select(plan: Plan, operand: EntryOf, { apply, constant }: Writer, entries: NodeIndex[]): void {
  for (const [slot, wiring] of plan.wirings.entries())
    for (const [row, column] of places({ ...plan, wirings: [wiring] })) {
      const copied = operand(slot, column)
      entries[row] = plan.adds && entries[row] !== undefined ? apply(ADD, [entries[row], copied]) : copied
    }
  for (let row = 0; row < sizeOf(plan.shape); row++) entries[row] ??= constant(plan.rest ?? 0)
}

/** The entries that a reduction takes together, by the row that they give. */
function groups(plan: Plan, operand: EntryOf): Map<number, NodeIndex[]> {
  const found = new Map<number, NodeIndex[]>()
  for (const [row, column] of places(plan)) {
    const entry = operand(0, column)
    const group = found.get(row)
    if (group) group.push(entry)
    else found.set(row, [entry])
  }
  return found
}

function reduced(op: number, name: string, group: readonly NodeIndex[], writer: Writer): NodeIndex {
  const written = reductionWriters[name]?.(writer, group)
  if (written !== undefined) return written
  if (group.length === 1) return group[0]
  // One operation of all entries if it takes so many: then equal winners share the derivative equally.
  return allAtOnce(op, group, writer) ?? chain(writer, name === 'logsumexp' ? LOGADDEXP : op, group)
}

/** A vector function, block by block, as its record writes it in numbers. */
function inBlocks(
  operation: Blockwise,
  { blocks }: Plan,
  operand: EntryOf,
  writer: Writer,
  entries: NodeIndex[],
): void {
  const write = {
    number: writer.constant,
    call: (name: string, ...given: NodeIndex[]) => called(opNamed(name), given, writer),
  }
  for (const [block, start] of blocks?.value.starts.entries() ?? []) {
    const given = (blocks as VectorBlocks).operands.map((own, slot) =>
      own.places.map((place) => operand(slot, own.starts[block] + place)),
    )
    const { places: within } = (blocks as VectorBlocks).value
    const found = operation.inNumbers(write, given, within.length)
    for (const [i, place] of within.entries()) entries[start + place] = found[i]
  }
}

/** One operation if it takes so many operands, else a chain of them. */
const called = (op: number, operands: readonly NodeIndex[], writer: Writer): NodeIndex =>
  allAtOnce(op, operands, writer) ?? chain(writer, op, operands)

const allAtOnce = (op: number, operands: readonly NodeIndex[], { apply }: Writer): NodeIndex | null =>
  operands.length <= countsOf(operations[op]).most ? apply(op, operands) : null
