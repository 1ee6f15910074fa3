import { parse } from '../../language/parse.ts'
import type { Expression } from '../../language/syntax.ts'
import { operandNames, operations } from '../../primitives/index.ts'
import type { Shape } from '../../primitives/shape.ts'
import type { Attributes } from '../../primitives/wiring.ts'
import type { Code } from './code.ts'
import type { Declaration, Scope } from './declarations.ts'
import { ProgramProblems } from './problems.ts'
import { resolve } from './resolve.ts'

/** An operation in simpler ones: the steps that compute it from its operands. */
export interface OperationDefinition {
  readonly name: string
  readonly code: Code
  readonly range: { readonly start: number; readonly end: number }
}

const known = new Map<string, OperationDefinition>()

/** What opening an operation shows; null if it is as simple as any. */
export function definitionOf(op: number, shapes: readonly Shape[], attributes: Attributes): OperationDefinition | null {
  const { definition } = operations[op]
  if (definition === undefined) return null
  const text = typeof definition === 'string' ? definition : definition(shapes, attributes)
  const key = `${op} ${shapes.length} ${text}`
  const made = known.get(key) ?? resolved(op, text, shapes.length)
  known.set(key, made)
  return made
}

const NOWHERE = { from: 0, to: 0 }

function resolved(op: number, text: string, count: number): OperationDefinition {
  const operation = operations[op]
  const statement = parse(text).program.statements[0]
  if (statement?.kind !== 'expression') throw new Error(`Not a definition: ${text}`)
  const declaration = asFunction(operation.name, operandNames(operation, count), statement.value)
  const scope: Scope = { source: text, declarations: [declaration], byName: new Map(), outputs: [] }
  const problems = new ProgramProblems()
  const code = resolve(scope, problems)
  if (problems.failed) throw new Error(`${text}: ${problems.list[0].message}`)
  return { name: operation.name, code, range: code.range(0) }
}

const asFunction = (name: string, parameters: readonly string[], expression: Expression): Declaration => ({
  ...{ kind: 'function', name, role: null, at: NOWHERE, statement: NOWHERE, isBuiltIn: true, expression },
  parameters: parameters.map((parameter) => ({ name: parameter, ...NOWHERE })),
})
