import type { PyExpression, PyStatement } from '../parse/pySyntax.ts'
import { Refusal } from '../values/refusal.ts'
import { Class, Instance, NONE, Property, type PyValue, StaticMethod } from '../values/values.ts'
import { methodOf } from './classes.ts'
import { argumentsOf } from './evaluate.ts'
import { UserFunction } from './functions.ts'
import { importModules, importNames } from './imports.ts'
import type { Flow, Interpreting } from './interpreting.ts'
import { kindOf } from './kinds.ts'
import { loopFor, loopWhile } from './loops.ts'
import { ownNames, PyScope } from './scope.ts'
import { augmented, deleted } from './targets.ts'

/** Runs statements until one leaves the body. */
export function executed(run: Interpreting, body: readonly PyStatement[], scope: PyScope): Flow {
  for (const statement of body) {
    run.step(statement)
    const flow = executeOne(run, statement, scope)
    if (flow !== 'end') return flow
  }
  return 'end'
}

function executeOne(run: Interpreting, statement: PyStatement, scope: PyScope): Flow {
  switch (statement.kind) {
    case 'expression':
      run.shown(statement.value, run.evaluate(statement.value, scope), scope)
      return 'end'
    case 'assign':
      assignAll(run, statement, scope)
      return 'end'
    case 'augment':
      augmented(run, statement, scope)
      return 'end'
    case 'delete':
      for (const target of statement.targets) deleted(run, target, scope)
      return 'end'
    case 'return':
      if (!run.method) throw new Refusal('`return` stands outside of a function.', statement)
      return { returned: statement.value ? run.evaluate(statement.value, scope) : NONE }
    case 'break':
    case 'continue':
      if (!run.isInLoop) throw new Refusal(`\`${statement.kind}\` stands outside of a loop.`, statement)
      return statement.kind
    case 'assert':
      if (!run.truth(run.evaluate(statement.condition, scope), statement.condition))
        throw new Refusal('This `assert` does not hold at this point.', statement)
      return 'end'
    case 'import':
      importModules(statement, run.modules, scope)
      return 'end'
    case 'from':
      importNames(statement, run.modules, scope)
      return 'end'
    case 'if':
      return branch(run, statement, scope)
    case 'while':
      return loopWhile(run, statement, scope)
    case 'for':
      return loopFor(run, statement, scope)
    case 'with':
      return managed(run, statement, scope)
    case 'def':
      run.assign(
        nameOf(statement.function),
        decorated(run, statement.decorators, run.define(statement.function, scope), scope),
        scope,
      )
      return 'end'
    case 'class':
      defineClass(run, statement, scope)
      return 'end'
    case 'refused':
    case 'yield':
      throw new Refusal(statement.message, statement)
    default:
      return 'end'
  }
}

const nameOf = ({ name, nameSpan }: { name: string; nameSpan: { from: number; to: number } }): PyExpression => ({
  kind: 'name',
  name,
  ...nameSpan,
})

function assignAll(run: Interpreting, statement: PyStatement & { kind: 'assign' }, scope: PyScope): void {
  const value = run.valueFor(statement.targets[0], statement.value, scope)
  for (const target of statement.targets) run.assign(target, value, scope)
}

function branch(run: Interpreting, statement: PyStatement & { kind: 'if' }, scope: PyScope): Flow {
  for (const { condition, body } of statement.branches)
    if (run.truth(run.evaluate(condition, scope), condition)) return run.execute(body, scope)
  return run.execute(statement.otherwise, scope)
}

/** `with torch.no_grad():` */
function managed(run: Interpreting, statement: PyStatement & { kind: 'with' }, scope: PyScope): Flow {
  const entered: { manager: Instance; exit: PyValue }[] = []
  const at = statement
  try {
    for (const { manager: expression, as } of statement.managers) {
      const manager = run.evaluate(expression, scope)
      const [enter, exit] =
        manager instanceof Instance ? [methodOf(run, manager, '__enter__'), methodOf(run, manager, '__exit__')] : []
      if (!(manager instanceof Instance) || !enter || !exit)
        throw new Refusal(`\`with\` does not take ${kindOf(manager)}.`, expression)
      const value = run.call(enter, { positional: [], keywords: new Map(), at: expression })
      entered.push({ manager, exit })
      if (as) run.assign(as, value, scope)
    }
    return run.execute(statement.body, scope)
  } finally {
    for (const { exit } of entered.reverse())
      run.call(exit, { positional: [NONE, NONE, NONE], keywords: new Map(), at })
  }
}

/** What the decorators make of a function or class; the lowest comes first. */
function decorated(run: Interpreting, decorators: readonly PyExpression[], value: PyValue, scope: PyScope): PyValue {
  let result = value
  for (const decorator of [...decorators].reverse()) {
    if (decorator.kind === 'member' && decorator.name === 'setter')
      throw new Refusal('`@….setter` is not read here.', decorator)
    const callee = run.evaluate(decorator, scope)
    result = run.call(callee, { positional: [result], keywords: new Map(), at: decorator })
  }
  return result
}

function defineClass(run: Interpreting, statement: PyStatement & { kind: 'class' }, scope: PyScope): void {
  const given = argumentsOf(run, statement.bases, scope, statement)
  if (given.keywords.size > 0) throw new Refusal('Keywords of a class (`metaclass`) are not read here.', statement)
  const bases = given.positional.filter((base) => base !== scope.module().find('object'))
  for (const base of bases)
    if (!(base instanceof Class)) throw new Refusal(`${kindOf(base)} is no class to inherit from.`, statement)
  const inside = new PyScope('class', scope, ownNames(statement.body))
  run.execute(statement.body, inside)
  const made = new Class(statement.name, bases as Class[], inside.names)
  for (const member of inside.names.values()) {
    const method = member instanceof Property ? member.getter : member instanceof StaticMethod ? member.callee : member
    if (method instanceof UserFunction) method.owner = made
  }
  run.assign(nameOf(statement), decorated(run, statement.decorators, made, scope), scope)
}
