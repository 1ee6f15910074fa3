import type { BigNumber } from 'mathjs'
import { parse } from '../src/language/parse.ts'
import type { Expression, FunctionDefinition } from '../src/language/syntax.ts'
import { primitives } from '../src/primitives/index.ts'
import type { Cost, Primitive } from '../src/primitives/primitive.ts'
import { partialAt } from './fixtures/operations.ts'
import { big, oracleOf } from './oracle.ts'

/**
 * A second counter, from the cost model alone: over the syntax tree, with the oracle's values, and sets of what is present.
 * No graph, no tape and no pass is in it, and of a record only its cost.
 */

/** Additions, multiplications, divisions, calls. */
export type Four = readonly [number, number, number, number]

export const four = ({ additions = 0, multiplications = 0, divisions = 0, calls = 0 }: Cost): Four => [
  ...([additions, multiplications, divisions, calls] as const),
]

interface PartialCost {
  readonly cost: Four
  /** Whether it can only be −1, 0 or 1, so that a term takes no multiplication. */
  readonly isSign: boolean
}

interface Row {
  readonly value: Four
  readonly partials: readonly PartialCost[]
}

/** What the record says, which `recordCosts.test.ts` counts where it runs. */
function rowOf(name: string, count: number): Row {
  const primitive = primitives.find((each) => each.name === name)
  if (!primitive) throw new Error(`No primitive is named ${name}`)
  const cost = typeof primitive.cost === 'function' ? primitive.cost(count) : primitive.cost
  const partials = 'partials' in cost ? cost.partials : new Array<Cost>(count).fill(cost.partial)
  return {
    value: four(cost.value),
    partials: partials.map((partial, slot) => ({ cost: four(partial), isSign: isSign(primitive, slot, count) })),
  }
}

/** By its numbers, at the samples and where operands tie; the engine reads it off the formula. */
function isSign(primitive: Primitive, slot: number, count: number): boolean {
  return [...primitive.samples, new Array<number>(count).fill(1)]
    .filter(({ length }) => slot < length)
    .every((operands) => [-1, 0, 1].includes(partialAt(primitive, slot, operands)))
}

const STEPS_WITHOUT_TERMS = new Set([
  'less',
  'less_equal',
  'greater',
  'greater_equal',
  'equal',
  'not_equal',
  'stop_gradient',
])

interface Node {
  /** Null for an input or a constant. */
  readonly name: string | null
  readonly operands: readonly Node[]
  readonly value: BigNumber
  readonly isVaried: boolean
}

const INFIX: Readonly<Record<string, string>> = {
  ...{ '+': 'add', '-': 'sub', '*': 'mul', '/': 'div', '^': 'pow' },
  ...{ '<': 'less', '<=': 'less_equal', '>': 'greater', '>=': 'greater_equal', '==': 'equal', '!=': 'not_equal' },
}
const ALIASES: Readonly<Record<string, string>> = { ln: 'log' }

interface Reading {
  readonly nodes: readonly Node[]
  readonly inputs: readonly Node[]
  readonly outputs: readonly Node[]
}

/** The nodes of a program, each structure once, operands before consumers. */
function read(source: string, at: Readonly<Record<string, number>>): Reading {
  const values = new Map<string, Expression>()
  const roles = new Map<string, string | null>()
  const functions = new Map<string, FunctionDefinition>()
  const declared = new Set<string>()
  for (const statement of parse(source).program.statements)
    if (statement.kind === 'function') functions.set(statement.name, statement)
    else if (statement.kind === 'output') declared.add(statement.name)
    else if (statement.kind === 'definition') {
      values.set(statement.name, statement.value)
      roles.set(statement.name, statement.role)
    }

  const nodes = new Map<string, Node>()
  const keys = new Map<Node, string>()
  const inputs: Node[] = []
  const used = new Set<string>()

  function node(key: string, make: () => Node): Node {
    const made = nodes.get(key) ?? make()
    nodes.set(key, made)
    keys.set(made, key)
    return made
  }

  const leaf = (key: string, value: number, isVaried: boolean): Node =>
    node(key, () => ({ name: null, operands: [], value: big(value), isVaried }))

  function applied(name: string, operands: readonly Node[]): Node {
    return node(`${name}(${operands.map((operand) => keys.get(operand)).join(',')})`, () => ({
      ...{ name, operands, value: oracleOf(name)(...operands.map(({ value }) => value)) },
      isVaried: operands.some(({ isVaried }) => isVaried),
    }))
  }

  function constant(e: Expression): number | null {
    if (e.kind === 'number') return e.value
    if (e.kind === 'prefix' && e.operand.kind === 'number')
      return e.operator === '-' ? -e.operand.value : e.operand.value
    return null
  }

  function named(name: string): Node {
    used.add(name)
    const e = values.get(name)
    if (!e) return leaf(`#${name}`, { pi: Math.PI, e: Math.E }[name] as number, false)
    const value = constant(e)
    if (value !== null && roles.get(name) === 'const') return leaf(`#${value}`, value, false)
    if (value !== null) return leaf(name, at[name] ?? value, true)
    return evaluate(e, named)
  }

  function evaluate(e: Expression, lookUp: (name: string) => Node): Node {
    const value = constant(e)
    if (value !== null) return leaf(`#${value}`, value, false)
    if (e.kind === 'name') return lookUp(e.name)
    if (e.kind === 'prefix') {
      const operand = evaluate(e.operand, lookUp)
      return e.operator === '-' ? applied('neg', [operand]) : operand
    }
    if (e.kind === 'infix') return applied(INFIX[e.operator], [evaluate(e.left, lookUp), evaluate(e.right, lookUp)])
    if (e.kind !== 'call') throw new Error(`not counted: ${e.kind}`)
    const operands = e.operands.map((operand) => evaluate(operand, lookUp))
    const called = functions.get(e.callee)
    if (!called) return applied(ALIASES[e.callee] ?? e.callee, operands)
    const given = new Map(called.parameters.map(({ name }, i) => [name, operands[i]]))
    return evaluate(called.body, (name) => given.get(name) ?? named(name))
  }

  const made = new Map<string, Node>()
  for (const [name, e] of values) {
    const isInput = constant(e) !== null && roles.get(name) !== 'const'
    const own = isInput ? leaf(name, at[name] ?? (constant(e) as number), true) : evaluate(e, named)
    made.set(name, own)
    if (isInput) inputs.push(own)
  }
  const isOutput = (name: string) =>
    declared.has(name) || (!used.has(name) && constant(values.get(name) as Expression) === null)
  const outputs = [...made].filter(([name]) => isOutput(name)).map(([, own]) => own)
  return { nodes: [...nodes.values()], inputs, outputs }
}

/** Whether a term can pass from the operand in that slot. */
function isLive({ name, operands, value }: Node, slot: number): boolean {
  if (!operands[slot].isVaried || STEPS_WITHOUT_TERMS.has(name as string)) return false
  if (name === 'max' || name === 'min') return operands[slot].value.eq(value)
  if (name === 'where') return slot === (operands[0].value.isZero() ? 2 : 1)
  if (name === 'prelu' && slot === 1) return !operands[0].value.gt(0)
  if (name === 'heaviside' && slot === 1) return operands[0].value.isZero()
  if (name === 'polygamma') return slot === 1
  if (name !== 'clamp') return true
  const [x, low, high] = operands.map((operand) => operand.value)
  return slot === (x.gt(high) || low.gt(high) ? 2 : x.lt(low) ? 1 : 0)
}

const plus = (a: Four, b: Four): Four => a.map((n, i) => n + b[i]) as never
const NONE: Four = [0, 0, 0, 0]

interface SecondCount {
  readonly values: Four
  readonly partials: Four
  /** By pass. */
  readonly forward: readonly Four[]
  readonly reverse: readonly Four[]
}

export function countBySecondCounter(source: string, at: Readonly<Record<string, number>>): SecondCount {
  const { nodes, inputs, outputs } = read(source, at)
  const operations = nodes.filter(({ name }) => name !== null)
  const rows = new Map(operations.map((node) => [node, rowOf(node.name as string, node.operands.length)]))
  const row = (node: Node) => rows.get(node) as Row
  const edges = operations.flatMap((node) =>
    node.operands.flatMap((operand, slot) =>
      isLive(node, slot) ? [{ node, operand, partial: row(node).partials[slot] }] : [],
    ),
  )
  const multiplications = (terms: typeof edges) => terms.filter(({ partial }) => !partial.isSign).length

  /** Of one pass: its terms along edges from what is present, and by target one addition less than terms and seeds. */
  function passOf(seeded: Node, from: 'operand' | 'node', to: 'operand' | 'node', order: readonly Node[]): Four {
    const present = new Set([seeded])
    let additions = 0
    let products = 0
    for (const target of order) {
      const terms = edges.filter((edge) => edge[to] === target && present.has(edge[from]))
      const count = terms.length + (target === seeded ? 1 : 0)
      if (count === 0) continue
      present.add(target)
      additions += count - 1
      products += multiplications(terms)
    }
    return [additions, products, 0, 0]
  }

  return {
    values: operations.map((node) => row(node).value).reduce(plus, NONE),
    partials: edges.map(({ partial }) => partial.cost).reduce(plus, NONE),
    forward: inputs.map((input) => passOf(input, 'operand', 'node', nodes)),
    reverse: outputs.map((output) => passOf(output, 'node', 'operand', nodes.toReversed())),
  }
}
