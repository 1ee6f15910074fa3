import type { PyExpression, PyStatement } from '../parse/pySyntax.ts'
import { bodiesOf, walk } from '../parse/walk.ts'
import { collectTarget } from './scope.ts'

/** Names that are no inputs though the text gives them a constant: a loop adds to them, or fills them. */
export interface FixedNames {
  /** `s += …`, `i = i + 1` in a loop. */
  readonly accumulators: ReadonlySet<string>
  /** `out[i] = …` */
  readonly buffers: ReadonlySet<string>
  /** `for i in …`: what nothing else gives a value to. */
  readonly counters: ReadonlySet<string>
}

const MEMBERS = new Set('requires_grad requires_grad_ backward Parameter'.split(' '))
const CALLED = new Set(
  'grad value_and_grad jacfwd jacrev jacobian jvp vjp hessian elementwise_grad make_vjp make_jvp Value requires_grad_ backward'.split(
    ' ',
  ),
)

/** Whether the text asks for derivatives in any way; then only what is asked for becomes an input. Its own functions of such names do not ask. */
export function asksForDerivatives(body: readonly PyStatement[]): boolean {
  const own = new Set<string>()
  walk(
    body,
    () => undefined,
    (statement) => {
      if (statement.kind === 'def') own.add(statement.function.name)
      if (statement.kind === 'class') own.add(statement.name)
      if (statement.kind === 'assign') for (const target of statement.targets) collectTarget(target, own)
    },
  )
  let asks = false
  const asked = (name: string, names: ReadonlySet<string>) => names.has(name) && !own.has(name)
  walk(body, (expression) => {
    if (expression.kind === 'member') asks ||= asked(expression.name, MEMBERS) || isLayer(expression)
    if (expression.kind !== 'call') return
    const { callee, given } = expression
    if (callee.kind === 'name') asks ||= asked(callee.name, CALLED)
    if (callee.kind === 'member')
      asks ||= CALLED.has(callee.name) && (callee.target.kind === 'name' || !own.has(callee.name))
    asks ||= given.some(({ kind, name }) => kind === 'keyword' && name === 'requires_grad')
  })
  return asks
}

/** `nn.Linear` */
const isLayer = ({ target, name }: PyExpression & { kind: 'member' }): boolean =>
  /^[A-Z]/.test(name) &&
  ((target.kind === 'name' && target.name === 'nn') || (target.kind === 'member' && target.name === 'nn'))

/** What loops add to and fill. */
export function fixedNames(body: readonly PyStatement[]): FixedNames {
  const accumulators = new Set<string>()
  const buffers = new Set<string>()
  const counters = new Set<string>()
  const others = new Set<string>()
  const through = (statements: readonly PyStatement[], inLoop: boolean): void => {
    for (const statement of statements) {
      if (inLoop) addsTo(statement, accumulators)
      fills(statement, buffers)
      if (statement.kind === 'for') collectTarget(statement.target, counters)
      if (statement.kind === 'assign') for (const target of statement.targets) collectTarget(target, others)
      if (statement.kind === 'augment') collectTarget(statement.target, others)
      const isLoop = statement.kind === 'for' || statement.kind === 'while'
      for (const inner of bodiesOf(statement)) through(inner, inLoop || isLoop)
    }
  }
  through(body, false)
  for (const name of others) counters.delete(name)
  return { accumulators, buffers, counters }
}

function addsTo(statement: PyStatement, names: Set<string>): void {
  const isAdding = (operator: string) => operator === '+' || operator === '*'
  if (statement.kind === 'augment' && isAdding(statement.operator)) collectTarget(statement.target, names)
  if (statement.kind !== 'assign' || statement.value.kind !== 'infix' || !isAdding(statement.value.operator)) return
  const { left, right } = statement.value
  for (const target of statement.targets)
    if (target.kind === 'name')
      if ([left, right].some((side) => side.kind === 'name' && side.name === target.name)) names.add(target.name)
}

function fills(statement: PyStatement, names: Set<string>): void {
  const targets =
    statement.kind === 'assign' ? statement.targets : statement.kind === 'augment' ? [statement.target] : []
  for (const target of targets) {
    let base: PyExpression = target
    while (base.kind === 'subscript') base = base.target
    if (target.kind === 'subscript' && base.kind === 'name') names.add(base.name)
  }
}

/** The functions at the top that nothing in the text names. */
export function uncalledFunctions(body: readonly PyStatement[]): string[] {
  const defined = body.flatMap((statement) => {
    if (statement.kind === 'def' && statement.decorators.length === 0) return [statement.function.name]
    if (statement.kind === 'assign' && statement.value.kind === 'lambda')
      return statement.targets.flatMap((target) => (target.kind === 'name' ? [target.name] : []))
    return []
  })
  const read = new Set<string>()
  const targets = new Set<PyExpression>()
  walk(
    body,
    (expression) => {
      if (expression.kind === 'name' && !targets.has(expression)) read.add(expression.name)
    },
    (statement) => {
      if (statement.kind === 'assign') for (const target of statement.targets) targets.add(target)
    },
  )
  return defined.filter((name, k) => !read.has(name) && defined.indexOf(name) === k)
}
