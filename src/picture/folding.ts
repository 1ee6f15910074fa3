import { CONSTANT, type Graph, type NodeIndex } from '../graph/graph.ts'
import { shapeAt } from '../graph/nodes.ts'
import { operationOf } from '../graph/operations.ts'
import { displayName } from '../notation/names.ts'
import { short, superscript } from '../notation/numbers.ts'
import type { Operation } from '../primitives/arrayPrimitive.ts'

/** Constants that are written into the operations that read them, as `+ 1`, `1 ÷ ·`, `·²`. */
export interface Folding {
  /** By node: 1 where it is not drawn, since all that read it have it in their symbols. */
  readonly hidden: Uint8Array
  /** By edge: 1 where its constant stands in the consumer's symbol. */
  readonly inside: Uint8Array
  /** By node: its symbol with the constant in it. */
  readonly symbols: ReadonlyMap<NodeIndex, string>
}

/** Longer numbers and names stay nodes of their own, and longer symbols would outgrow their figure. */
const LONGEST_CONSTANT = 6
const LONGEST_SYMBOL = 11
/** Exponents up to this are raised. */
const MOST_RAISED = 99

/** Every constant is a node of its own. */
export const noFolding = ({ size, operand }: Graph): Folding => ({
  hidden: new Uint8Array(size),
  inside: new Uint8Array(operand.length),
  symbols: new Map(),
})

export function foldingOf(graph: Graph): Folding {
  const { hidden, inside } = noFolding(graph)
  const symbols = new Map<NodeIndex, string>()
  const { size, op, firstEdge, firstConsumer, consumerEdge } = graph
  for (let node = 0; node < size; node++) {
    const symbol = firstEdge[node + 1] - firstEdge[node] <= 2 ? symbolWithin(graph, node) : null
    if (symbol === null) continue
    symbols.set(node, symbol)
    for (const slot of constantSlots(graph, node)) inside[firstEdge[node] + slot] = 1
  }
  const outputs = new Set(graph.outputs.map(({ node }) => node))
  for (let node = 0; node < size; node++) {
    if (op[node] !== CONSTANT || outputs.has(node)) continue
    const edges = consumerEdge.subarray(firstConsumer[node], firstConsumer[node + 1])
    if (edges.length > 0 && edges.every((edge) => inside[edge] === 1)) hidden[node] = 1
  }
  return { hidden, inside, symbols }
}

/** The slots of constants. */
const constantSlots = ({ op, operand, firstEdge }: Graph, node: NodeIndex): number[] =>
  Array.from({ length: firstEdge[node + 1] - firstEdge[node] }, (_, slot) => slot).filter(
    (slot) => op[operand[firstEdge[node] + slot]] === CONSTANT,
  )

function symbolWithin(graph: Graph, node: NodeIndex): string | null {
  const operation = operationOf(graph, node)
  const slots = constantSlots(graph, node)
  if (!operation || slots.length === 0) return null
  const constants = slots.map((slot) => graph.operand[graph.firstEdge[node] + slot])
  if (constants.some((constant) => shapeAt(graph, constant).length > 0)) return null
  const texts = constants.map((constant) => constantText(graph, constant))
  if (texts.some((text) => text.length > LONGEST_CONSTANT)) return null
  const symbol =
    slots.length === graph.firstEdge[node + 1] - graph.firstEdge[node]
      ? writtenOf(operation, texts)
      : operation.operator === '^'
        ? powerSymbol(graph.initial[graph.offset[constants[0]]], texts[0], slots[0])
        : writtenAround(operation, texts[0], slots[0])
  return symbol.length <= LONGEST_SYMBOL ? symbol : null
}

function constantText(graph: Graph, constant: NodeIndex): string {
  const [name] = graph.names.get(constant) ?? []
  return name === undefined ? short(graph.initial[graph.offset[constant]]) : displayName(name)
}

function powerSymbol(value: number, text: string, slot: number): string {
  if (slot === 0) return `${text} ^ ·`
  return Number.isInteger(value) && Math.abs(value) <= MOST_RAISED && text === short(value)
    ? `·${superscript(value)}`
    : `· ^ ${text}`
}

/** Of constants alone. */
function writtenOf({ symbol, operator }: Operation, texts: readonly string[]): string {
  if (operator !== undefined && texts.length === 2) return texts.join(operator === '^' ? ' ^ ' : ` ${symbol} `)
  return symbol === '√' ? `√${texts[0]}` : `${symbol}(${texts.join(', ')})`
}

/** The operand that is no constant is a dot, where its place must be told. */
function writtenAround({ symbol, operator }: Operation, text: string, slot: number): string {
  const isSecond = slot === 1 || operator === '+' || operator === '*'
  if (operator !== undefined) return isSecond ? `${symbol} ${text}` : `${text} ${symbol} ·`
  return isSecond ? `${symbol}(·, ${text})` : `${symbol}(${text}, ·)`
}
