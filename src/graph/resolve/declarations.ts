import type { Expression, FunctionDefinition, OutputDeclaration, Program, Role, Span } from '../../language/syntax.ts'
import { quote } from '../../language/words.ts'
import type { Value } from '../../primitives/value.ts'
import type { Block } from '../traced/traced.ts'
import type { ProgramProblems } from './problems.ts'

/** Something that the program names, by its place in `Scope.declarations`. */
export type DeclarationIndex = number

/**
 * A definition, a function, a bare expression (an output that gets its name later),
 * or a name that the program uses without defining it.
 */
export interface Declaration {
  readonly kind: 'value' | 'function' | 'bare' | 'implicit'
  name: string
  readonly role: Role | null
  /** Where the name is declared; where an implicit one first appears. */
  readonly at: Span
  /** The statement that it stands in. */
  readonly statement: Span
  readonly parameters: FunctionDefinition['parameters']
  /** What it is computed from; null if it is implicit. */
  readonly expression: Expression | null
  /** Whether the language comes with it: its places are not in the program's text. */
  readonly isBuiltIn?: boolean
  /** Of its last parameters, if a call leaves them out. */
  readonly defaults?: readonly number[]
  /** What it does, where it is a part of a run. */
  readonly block?: Block
}

export interface Scope {
  readonly source: string
  /** As written; implicit ones at the end. */
  readonly declarations: Declaration[]
  readonly byName: Map<string, DeclarationIndex>
  /** The lines that say `output f1`. */
  readonly outputs: OutputDeclaration[]
  /** Values, and with them shapes, that inputs have instead of those in the text. */
  readonly at?: Readonly<Record<string, Value>>
}

const NO_PARAMETERS: Declaration['parameters'] = []

/** Gathers what the program declares. A name that is declared twice is an error at the second place. */
export function declare(program: Program, problems: ProgramProblems, at: Scope['at'] = {}): Scope {
  const scope: Scope = { source: program.source, declarations: [], byName: new Map(), outputs: [], at }
  for (const statement of program.statements) {
    if (statement.kind === 'output') scope.outputs.push(statement)
    else if (statement.kind === 'expression')
      scope.declarations.push({
        kind: 'bare',
        name: '',
        role: null,
        at: statement.value,
        statement,
        parameters: NO_PARAMETERS,
        expression: statement.value,
      })
    else {
      const isFunction = statement.kind === 'function'
      const declaration: Declaration = {
        kind: isFunction ? 'function' : 'value',
        name: statement.name,
        role: statement.role,
        at: statement.nameSpan,
        statement,
        parameters: isFunction ? statement.parameters : NO_PARAMETERS,
        expression: isFunction ? statement.body : statement.value,
      }
      if (isNew(declaration, scope, problems)) define(declaration, scope)
    }
  }
  return scope
}

/** Adds a declaration under its name. */
export function define(declaration: Declaration, scope: Scope): DeclarationIndex {
  const index = scope.declarations.push(declaration) - 1
  scope.byName.set(declaration.name, index)
  return index
}

/** The declaration of a name; an implicit one if there is none yet. */
export function declarationOf(name: Span & { name: string }, statement: Span, scope: Scope): number {
  const known = scope.byName.get(name.name)
  if (known !== undefined) return known
  const { from, to } = name
  const implicit: Declaration = {
    kind: 'implicit',
    name: name.name,
    role: null,
    at: { from, to },
    statement,
    parameters: NO_PARAMETERS,
    expression: null,
  }
  return define(implicit, scope)
}

function isNew({ name, at }: Declaration, scope: Scope, problems: ProgramProblems): boolean {
  const first = scope.byName.get(name)
  if (first === undefined) return true
  if (problems.isFull('error')) return false
  const line = lineOf(scope.declarations[first].at.from, scope.source)
  problems.error(`${quote(name)} has a definition already, on line ${line}. Give this one another name.`, at)
  return false
}

/** The line of an offset; the first is line 1. */
export function lineOf(offset: number, source: string): number {
  return source.slice(0, offset).split(/\r\n|\r|\n/).length
}

/** Gives each bare expression, other than those in `except`, the first name of f, f1, f2 … that is free. */
export function nameBareExpressions(
  { declarations, byName }: Scope,
  except: { has(declaration: DeclarationIndex): boolean },
): void {
  let tried = 0
  declarations.forEach((declaration, index) => {
    if (declaration.kind !== 'bare' || except.has(index)) return
    do declaration.name = tried === 0 ? 'f' : `f${tried}`
    while (++tried && byName.has(declaration.name))
    byName.set(declaration.name, index)
  })
}
