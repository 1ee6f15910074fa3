import { adjoint } from '../autodiff/adjoint.ts'
import { primalFrom } from '../autodiff/primal.ts'
import { buildGraph } from '../graph/build.ts'
import type { Graph, Input, Output, Value } from '../graph/graph.ts'
import { entryCount } from '../graph/nodes.ts'
import { type Diagnostic, error } from '../language/diagnostic.ts'
import { parse } from '../language/parse.ts'
import { postorder } from '../language/postorder.ts'
import type { Expression, Span } from '../language/syntax.ts'
import { isFunctionName } from '../primitives/index.ts'
import { tensorOf } from '../primitives/value.ts'
import { roundingOf } from './rounding.ts'

/** Values by the names of a program's inputs. */
export type InputPoint = Readonly<Record<string, Value>>

/** An expression that was typed beside a program, in whose names it is written. */
export interface Typed {
  readonly evaluate: (at: InputPoint) => TypedValue
}

interface TypedValue {
  readonly value: number
  readonly rounding: number
  /** Its own derivatives, by the entries of the program's inputs in order. */
  readonly gradient: readonly number[]
}

/** Reads it; or says what is wrong, at places of the typed text. */
export function readTyped(source: string, inputs: readonly Input[], text: string): Typed | readonly Diagnostic[] {
  const expression = oneFormula(text, 'Write the derivative as a formula, such as 2*x.')
  if (!('kind' in expression)) return expression
  const name = freeName(source)
  // The program comes first, so that the formula can use what it defines.
  const before = `${source}\noutput ${name} = `
  const built = buildGraph(parse(before + text).program, { open: 'all' })
  const { graph } = built
  if (!graph) return moved(built.diagnostics, before.length, text)
  const unknown = unknownNames(graph, inputs, expression)
  if (unknown.length > 0) return unknown
  const output = graph.outputs.find((each) => each.name === name)
  if (!output || entryCount(graph, output.node) !== 1)
    return [error(expression, 'The derivative is one number, and this is an array. Pick an entry: x[0].')]
  return { evaluate: (at) => evaluated(graph, output, inputs, at) }
}

/** The formula that a text is; or what is wrong with it, such as that there is none. */
export function oneFormula(text: string, empty: string): Expression | readonly Diagnostic[] {
  const { program, diagnostics } = parse(text, isFunctionName)
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) return errors
  const [statement, ...others] = program.statements
  if (!statement) return [error({ from: 0, to: text.length }, empty)]
  if (statement.kind !== 'expression' || others.length > 0)
    return [error(others[0] ?? statement, 'Write one formula alone, without a name or “=” before it.')]
  return statement.value
}

export function freeName(source: string): string {
  let name = 'typed'
  while (source.includes(name)) name += '_'
  return name
}

/** Errors within the typed text, at their places there; what the program itself is told stays with the program. */
export function moved(diagnostics: readonly Diagnostic[], by: number, text: string): Diagnostic[] {
  const errors = diagnostics.filter(({ severity, from }) => severity === 'error' && from >= by)
  if (errors.length === 0) return [error({ from: 0, to: text.length }, 'This cannot be read beside the program.')]
  return errors.map(({ from, to, message }) => error({ from: from - by, to: to - by }, message))
}

/** A name that neither the program nor its inputs have would become an input; here it is a mistake. */
function unknownNames(graph: Graph, inputs: readonly Input[], expression: Expression): Diagnostic[] {
  const known = new Set(inputs.map(({ name }) => name))
  const added = new Set(graph.inputs.map(({ name }) => name).filter((name) => !known.has(name)))
  const listed = [...known].slice(0, 8).join(', ')
  return namesIn(expression)
    .filter(({ name }) => added.has(name))
    .map(({ name, from, to }) => error({ from, to }, `“${name}” is no name of the program. Its inputs are ${listed}.`))
}

export const namesIn = (expression: Expression): (Span & { readonly name: string })[] =>
  postorder(expression).filter((step) => step.kind === 'name')

function evaluated(graph: Graph, { name: output, node }: Output, inputs: readonly Input[], at: InputPoint): TypedValue {
  const values = graph.initial.slice()
  for (const { name, node: input } of graph.inputs) {
    const tensor = Object.hasOwn(at, name) ? tensorOf(at[name]) : null
    if (tensor) values.set(tensor.entries, graph.offset[input])
  }
  const pass = primalFrom(graph, values)
  const { inputs: gradients } = adjoint(pass, { [output]: 1 })
  const gradient = inputs.flatMap(({ name }) =>
    Object.hasOwn(gradients, name) ? Array.from(tensorOf(gradients[name])?.entries ?? []) : [Number.NaN],
  )
  return { value: pass.values[graph.offset[node]], rounding: roundingOf(pass, output), gradient }
}
