import { countsOf, functionNamed, infixOperator, operations, opOf } from '../../primitives/index.ts'
import type { NodeIndex } from '../graph.ts'

/** Puts operations between numbers on the tape. */
export interface Writer {
  readonly apply: (op: number, operands: readonly NodeIndex[]) => NodeIndex
  readonly constant: (value: number) => NodeIndex
}

type Group = readonly NodeIndex[]
type WriteReduction = (writer: Writer, group: Group) => NodeIndex

const ADD = opOf(infixOperator('+'))
const SUB = opOf(infixOperator('-'))
const MUL = opOf(infixOperator('*'))
const DIV = opOf(infixOperator('/'))
const LESS = opOf(infixOperator('<'))
const GREATER = opOf(infixOperator('>'))
const EQUAL = opOf(infixOperator('=='))
const DIFFERS = opOf(infixOperator('!='))
const named = (name: string): number => opOf(functionNamed(name) as never)
const HYPOT = named('hypot')
const SQUARE = named('square')
const ABS = named('abs')
const MAX = named('max')
const MIN = named('min')
const WHERE = named('where')

/** The operation again and again, from the first entry on. */
export const chain = ({ apply }: Writer, op: number, [first, ...rest]: Group): NodeIndex =>
  rest.reduce((sum, entry) => apply(op, [sum, entry]), first)

const each = ({ apply }: Writer, op: number, group: Group): Group => group.map((entry) => apply(op, [entry]))

const mean: WriteReduction = (writer, group) =>
  writer.apply(DIV, [chain(writer, ADD, group), writer.constant(group.length)])

/** How far each entry is from their mean. */
function deviations(writer: Writer, group: Group): Group {
  const centre = mean(writer, group)
  return group.map((entry) => writer.apply(SUB, [entry, centre]))
}

/** Σ (x − mean)²/(n − ddof) */
const variance =
  (ddof: number): WriteReduction =>
  (writer, group) => {
    const squares = each(writer, SQUARE, deviations(writer, group))
    return writer.apply(DIV, [chain(writer, ADD, squares), writer.constant(group.length - ddof)])
  }

const length: WriteReduction = (writer, group) =>
  chain(writer, HYPOT, group.length > 1 ? group : [group[0], writer.constant(0)])

/** The length of the deviations by the root of n − ddof, so that it has a kink where the root of the variance has no slope. */
const deviation =
  (ddof: number): WriteReduction =>
  (writer, group) =>
    writer.apply(DIV, [length(writer, deviations(writer, group)), writer.constant(Math.sqrt(group.length - ddof))])

/** Then equal winners share the derivative equally, as long as one operation takes so many. */
function largest(writer: Writer, group: Group): NodeIndex {
  if (group.length === 1) return group[0]
  return group.length <= countsOf(operations[MAX]).most ? writer.apply(MAX, group) : chain(writer, MAX, group)
}

const count: WriteReduction = (writer, group) => {
  const zero = writer.constant(0)
  return chain(
    writer,
    ADD,
    group.map((entry) => writer.apply(DIFFERS, [entry, zero])),
  )
}

/** The place of the best so far, entry by entry. */
const place =
  (better: number, best: number): WriteReduction =>
  (writer, [first, ...rest]) => {
    let [at, extreme] = [writer.constant(0), first]
    for (const [i, entry] of rest.entries()) {
      const isBetter = writer.apply(better, [entry, extreme])
      at = writer.apply(WHERE, [isBetter, writer.constant(i + 1), at])
      extreme = writer.apply(best, [extreme, entry])
    }
    return at
  }

/** By name: how a reduction is written as operations between numbers, where its own operation does not take them all. */
export const reductionWriters: Readonly<Record<string, WriteReduction>> = {
  sum: (writer, group) => chain(writer, ADD, group),
  prod: (writer, group) => chain(writer, MUL, group),
  mean: (writer, group) => (group.length === 1 ? group[0] : mean(writer, group)),
  norm: length,
  norm1: (writer, group) => chain(writer, ADD, each(writer, ABS, group)),
  norminf: (writer, group) => largest(writer, each(writer, ABS, group)),
  var: variance(0),
  std: deviation(0),
  samplevar: variance(1),
  samplestd: deviation(1),
  argmax: place(GREATER, MAX),
  argmin: place(LESS, MIN),
  any: (writer, group) => writer.apply(GREATER, [count(writer, group), writer.constant(0)]),
  all: (writer, group) => writer.apply(EQUAL, [count(writer, group), writer.constant(group.length)]),
  count_nonzero: count,
}
