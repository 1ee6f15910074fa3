import type { PyExpression, PyStatement } from '../parse/pySyntax.ts'
import { bodiesOf, expressionsOf, partsOf } from '../parse/walk.ts'
import type { PyValue } from '../values/values.ts'

type ScopeKind = 'module' | 'function' | 'class' | 'comprehension'

/** Names and what they stand for, as Python's scopes have them: a name that a function assigns anywhere is its own. */
export class PyScope {
  readonly kind: ScopeKind
  readonly names = new Map<string, PyValue>()
  readonly parent: PyScope | null
  readonly #own: OwnNames

  constructor(kind: ScopeKind, parent: PyScope | null, own: OwnNames = NO_NAMES) {
    this.kind = kind
    this.parent = parent
    this.#own = own
  }

  /** What a name stands for here; `'unassigned'` where the function assigns it later only; undefined where it is unknown. */
  find(name: string): PyValue | 'unassigned' | undefined {
    const declared = this.#own.declared.get(name)
    if (declared === 'global') return this.module().names.get(name)
    const found = this.names.get(name)
    if (found !== undefined) return found
    if (this.kind === 'function' && !declared && this.#own.assigned.has(name)) return 'unassigned'
    return this.#enclosing()?.find(name)
  }

  /** The scope in which an assignment to the name takes place; null where `nonlocal` names none. */
  ownerOf(name: string): PyScope | null {
    const declared = this.#own.declared.get(name)
    if (declared === 'global') return this.module()
    if (declared !== 'nonlocal') return this
    let scope = this.#enclosing()
    while (scope && scope.kind !== 'module' && !scope.names.has(name) && !scope.#own.assigned.has(name))
      scope = scope.#enclosing()
    return scope && scope.kind !== 'module' ? scope : null
  }

  module(): PyScope {
    let scope: PyScope = this
    while (scope.parent) scope = scope.parent
    return scope
  }

  /** The scope around it whose names can be read: that of a class is left out. */
  #enclosing(): PyScope | null {
    let scope = this.parent
    while (scope?.kind === 'class') scope = scope.parent
    return scope
  }
}

/** Names that a function assigns, and those that it declares to stand outside; whether it has a `yield`. */
interface OwnNames {
  readonly yields: boolean
  readonly assigned: ReadonlySet<string>
  readonly declared: ReadonlyMap<string, 'global' | 'nonlocal'>
}

const NO_NAMES: OwnNames = { assigned: new Set(), declared: new Map(), yields: false }

const known = new WeakMap<readonly PyStatement[], OwnNames>()

export function ownNames(body: readonly PyStatement[]): OwnNames {
  const before = known.get(body)
  if (before) return before
  const assigned = new Set<string>()
  const declared = new Map<string, 'global' | 'nonlocal'>()
  collect(body, assigned, declared)
  for (const name of declared.keys()) assigned.delete(name)
  const own = { assigned, declared, yields: hasYield(body) }
  known.set(body, own)
  return own
}

const hasYield = (body: readonly PyStatement[]): boolean =>
  body.some(
    (statement) =>
      statement.kind === 'yield' || expressionsOf(statement).some(yields) || bodiesOf(statement).some(hasYield),
  )

const yields = (expression: PyExpression): boolean =>
  (expression.kind === 'unread' && expression.isYield === true) || partsOf(expression).some(yields)

function collect(
  body: readonly PyStatement[],
  assigned: Set<string>,
  declared: Map<string, 'global' | 'nonlocal'>,
): void {
  for (const statement of body) {
    if (statement.kind === 'scope') for (const name of statement.names) declared.set(name, statement.of)
    if (statement.kind === 'assign') for (const target of statement.targets) collectTarget(target, assigned)
    if (statement.kind === 'augment' || statement.kind === 'for') collectTarget(statement.target, assigned)
    if (statement.kind === 'with') for (const { as } of statement.managers) if (as) collectTarget(as, assigned)
    if (statement.kind === 'def') assigned.add(statement.function.name)
    if (statement.kind === 'class') assigned.add(statement.name)
    if (statement.kind === 'import')
      for (const { path, as } of statement.modules) assigned.add(as ?? path.split('.')[0])
    if (statement.kind === 'from' && statement.names !== 'all')
      for (const { path, as } of statement.names) assigned.add(as ?? path)
    for (const expression of expressionsOf(statement)) collectWalrus(expression, assigned)
    for (const inner of bodiesOf(statement)) collect(inner, assigned, declared)
  }
}

/** The names that an assignment to this binds. */
export function collectTarget(target: PyExpression, names: Set<string>): void {
  if (target.kind === 'name') names.add(target.name)
  if (target.kind === 'tuple' || target.kind === 'list') for (const item of target.items) collectTarget(item, names)
  if (target.kind === 'starred') collectTarget(target.value, names)
}

function collectWalrus(expression: PyExpression, assigned: Set<string>): void {
  if (expression.kind === 'walrus') collectTarget(expression.target, assigned)
  for (const part of partsOf(expression)) collectWalrus(part, assigned)
}
