import { primal } from '../../autodiff/primal.ts'
import { buildGraph } from '../../graph/build.ts'
import { NAMED_CONSTANTS } from '../../graph/constants.ts'
import { CONSTANT, type Graph, type NodeIndex } from '../../graph/graph.ts'
import { valueAt } from '../../graph/nodes.ts'
import { type Diagnostic, error } from '../../language/diagnostic.ts'
import { parse } from '../../language/parse.ts'
import { postorder } from '../../language/postorder.ts'
import { printExpression } from '../../language/print.ts'
import type { Call, Expression, FunctionDefinition } from '../../language/syntax.ts'
import { listedUpTo, quote } from '../../language/words.ts'
import { freeName, moved, namesIn, oneFormula } from '../../methods/typed.ts'
import { exact } from '../../notation/numbers.ts'
import { nodeNamed } from '../../notation/symbols.ts'
import { type Tensor, tensorOf, type Value } from '../../primitives/value.ts'
import { plainName } from '../keys/places.ts'
import { type Decimal, decimalsIn } from './decimals.ts'
import { pointOf, type Setting } from './setting.ts'

/** A formula beside a program, at its point. */
export interface ValuedFormula {
  readonly tensor: Tensor
  /** By entry: the decimal that was written; null where it was computed. */
  readonly decimals: readonly (Decimal | null)[]
  /** The largest number met on the way, which says how far rounding can go. */
  readonly size: number
  /** Whether it reads anything that changes with the inputs. */
  readonly varies: boolean
}

/** What calls that are no functions stand for: `adjoint(v1)`. It gets the operands as they are written, and may throw. */
type SpecialCalls = Readonly<Record<string, (operands: readonly string[]) => Value>>

export interface FormulaOptions {
  readonly calls?: SpecialCalls
  /** The node that is asked for: its name, and what is computed from it, must not be used. */
  readonly withheld?: NodeIndex | undefined
}

const LONGEST = 5000
/** Arrays of more entries are given beside the text. */
const LARGEST_LITERAL = 64
const EMPTY = 'Write a number or a formula, such as 3, 1/3 or cos(2) + 1.'

/**
 * The value of a formula in the names of a program: its inputs, what its definitions name, nodes of the tape, its own
 * functions. What cannot be read is told with its place.
 */
export function valueFormula(
  setting: Setting,
  text: string,
  { calls = {}, withheld }: FormulaOptions = {},
): ValuedFormula | readonly Diagnostic[] {
  if (text.length > LONGEST) return [error({ from: LONGEST, to: text.length }, 'This is too long to read.')]
  const formula = oneFormula(text, EMPTY)
  if (!('kind' in formula)) return formula
  const special = specialCalls(formula, calls)
  const functions = functionsCalled(setting, formula)
  const bound = new Map<string, Value>()
  const names = [...namesIn(formula), ...functions.flatMap(freeNames)]
  const scope = scopeOf(setting)
  const unknown: Diagnostic[] = []
  let varies = special.length > 0
  for (const { name, from, to } of names) {
    const found = bound.has(name) ? null : scope.find(name)
    if (!found) continue
    if (withheld !== undefined && found.node !== null && dependsOn(setting.graph, found.node, withheld))
      unknown.push(error({ from, to }, `${quote(name)} is what is asked for, or computed from it: write what it is.`))
    bound.set(name, found.value)
    varies ||= found.varies
  }
  if (unknown.length > 0) return unknown
  return evaluated({ text, formula, special, functions, bound, scope, varies })
}

/** Whether a node is computed from another, or is the same. */
function dependsOn({ firstEdge, operand }: Graph, node: NodeIndex, on: NodeIndex): boolean {
  const depends = new Set([on])
  for (let each = on + 1; each <= node; each++)
    for (let edge = firstEdge[each]; edge < firstEdge[each + 1]; edge++)
      if (depends.has(operand[edge])) depends.add(each)
  return depends.has(node)
}

interface Prepared {
  readonly text: string
  readonly formula: Expression
  readonly special: readonly Replacement[]
  readonly functions: readonly FunctionDefinition[]
  readonly bound: Map<string, Value>
  readonly scope: NamedValues
  readonly varies: boolean
}

function evaluated({ text, formula, special, functions, bound, scope, varies }: Prepared) {
  let written = text
  for (const [i, { call, value }] of special.entries()) {
    const name = freeName(`${text}special${i}`)
    bound.set(name, value)
    written = written.slice(0, call.from) + name + written.slice(call.to)
  }
  const output = freeName(written + [...bound.keys()].join())
  const before = [...[...bound].map(definition), ...functions.map(definitionOfFunction), `output ${output} = `].join(
    '\n',
  )
  const at = Object.fromEntries([...bound].filter(([, value]) => !isLiteral(value)))
  const { graph, diagnostics } = buildGraph(parse(before + written).program, { at })
  if (!graph) return moved(diagnostics, before.length, text)
  const unknown = graph.inputs.filter(({ name }) => !bound.has(name)).map(({ name }) => name)
  if (unknown.length > 0) return unknownNames(unknown, formula, scope)
  const pass = primal(graph)
  const node = graph.outputs.find(({ name }) => name === output)?.node
  const tensor = node === undefined ? null : tensorOf(valueAt(graph, node, pass.values))
  if (!tensor) return [error(formula, 'This has no value beside the program.')]
  const size = pass.values.reduce((most, x) => (Number.isFinite(x) ? Math.max(most, Math.abs(x)) : most), 0)
  return { tensor, decimals: decimalsIn(text, formula, tensor.entries.length), size, varies }
}

/** Constants are written out, so that shapes and indices are known by them. */
const isLiteral = (value: Value): boolean => {
  const entries = tensorOf(value)?.entries
  return entries !== undefined && entries.length <= LARGEST_LITERAL && entries.every(Number.isFinite)
}

const definition = ([name, value]: readonly [string, Value]): string =>
  `${name} = ${isLiteral(value) ? exact(value) : 0}`

const definitionOfFunction = ({ name, parameters, body }: FunctionDefinition): string =>
  `${name}(${parameters.map((each) => each.name).join(', ')}) = ${printExpression(body)}`

interface Replacement {
  readonly call: Call
  readonly value: Value
}

/** The last in the text first, so that replacing one moves no other. */
const specialCalls = (formula: Expression, calls: SpecialCalls): Replacement[] =>
  postorder(formula)
    .filter((each): each is Call => each.kind === 'call' && Object.hasOwn(calls, each.callee))
    .map((call) => ({ call, value: calls[call.callee](call.operands.map(printExpression)) }))
    .sort((a, b) => b.call.from - a.call.from)

/** The program’s own functions that a formula calls, and those that these call. */
function functionsCalled({ source, language }: Setting, formula: Expression): FunctionDefinition[] {
  if (language !== 'gradual') return []
  const own = new Map<string, FunctionDefinition>()
  for (const statement of parse(source).program.statements)
    if (statement.kind === 'function') own.set(statement.name, statement)
  const called = new Set<FunctionDefinition>()
  const pending = [formula]
  for (let next = pending.pop(); next; next = pending.pop())
    for (const each of postorder(next)) {
      const callee = each.kind === 'call' ? own.get(each.callee) : undefined
      if (!callee || called.has(callee)) continue
      called.add(callee)
      pending.push(callee.body)
    }
  return [...called]
}

const freeNames = ({ parameters, body }: FunctionDefinition) =>
  namesIn(body).filter(({ name }) => parameters.every((parameter) => parameter.name !== name))

interface NamedValue {
  /** Null for an array of which the graph has the entries. */
  readonly node: NodeIndex | null
  readonly value: Value
  readonly varies: boolean
}

interface NamedValues {
  readonly find: (name: string) => NamedValue | null
  readonly names: readonly string[]
}

function scopeOf(setting: Setting): NamedValues {
  const { graph, primal: pass, inputs } = setting
  const find = (name: string): NamedValue | null => {
    const node = nodeNamed(graph, name) ?? nodeNamed(graph, plainName(name))
    if (node !== undefined)
      return {
        node,
        value: valueAt(graph, node, pass.values),
        varies: graph.varied[node] === 1 && graph.op[node] !== CONSTANT,
      }
    const whole = inputs.find((input) => input.name === name)
    return whole ? { node: null, value: pointOf(setting)[name], varies: true } : null
  }
  return { find, names: inputs.map(({ name }) => name) }
}

function unknownNames(unknown: readonly string[], formula: Expression, { names }: NamedValues): Diagnostic[] {
  const inputs = names.length === 0 ? '' : ` Its inputs are ${listedUpTo(8, names, (name) => name)}.`
  const told = namesIn(formula).filter(({ name }) => unknown.includes(name) && !NAMED_CONSTANTS.has(name))
  const places = told.length > 0 ? told : [{ ...formula, name: unknown[0] }]
  return places.map(({ name, from, to }) => error({ from, to }, `${quote(name)} is no name of the program.${inputs}`))
}
