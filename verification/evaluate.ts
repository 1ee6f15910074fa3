import type { BigNumber } from 'mathjs'
import { parse } from '../src/language/parse.ts'
import type { Expression, FunctionDefinition, InfixOperator } from '../src/language/syntax.ts'
import { big, oracle } from './oracle.ts'

const INFIX: Readonly<Record<InfixOperator, string>> = {
  '+': 'add',
  '-': 'sub',
  '*': 'mul',
  '/': 'div',
  '^': 'pow',
  '<': 'less',
  '<=': 'less_equal',
  '>': 'greater',
  '>=': 'greater_equal',
  '==': 'equal',
  '!=': 'not_equal',
}

export type BigNumbers = ReadonlyMap<string, BigNumber>

/**
 * A program as a function of its inputs: its definitions by name, evaluated over the syntax tree by the oracle. There is
 * no graph, no tape and no primitive in it. For small programs without mistakes and bare expressions.
 */
export function evaluatorOf(source: string): (names: readonly string[], at: BigNumbers) => BigNumber[] {
  const definitions = new Map<string, Expression>()
  const functions = new Map<string, FunctionDefinition>()
  for (const statement of parse(source).program.statements)
    if (statement.kind === 'definition') definitions.set(statement.name, statement.value)
    else if (statement.kind === 'function') functions.set(statement.name, statement)

  /** What was computed before, since neighbouring points and repeated texts share most of it. */
  const computed = new Map<string, BigNumber>()
  function apply(name: string, operands: readonly BigNumber[]): BigNumber {
    const application = `${name}(${operands.join(',')})`
    const value = computed.get(application) ?? found(oracle[name], name)(...operands)
    computed.set(application, value)
    return value
  }

  return (names, at) => {
    const known = new Map([['pi', big(Math.PI)], ['e', big(Math.E)], ...at])

    function valueNamed(name: string): BigNumber {
      const value = known.get(name) ?? evaluate(found(definitions.get(name), name), valueNamed)
      known.set(name, value)
      return value
    }

    function evaluate(e: Expression, named: (name: string) => BigNumber): BigNumber {
      if (e.kind === 'number') return big(e.value)
      if (e.kind === 'name') return named(e.name)
      if (e.kind === 'prefix') return e.operator === '-' ? evaluate(e.operand, named).neg() : evaluate(e.operand, named)
      if (e.kind === 'infix') return apply(INFIX[e.operator], [evaluate(e.left, named), evaluate(e.right, named)])
      const operands = e.operands.map((operand) => evaluate(operand, named))
      const called = functions.get(e.callee)
      if (!called) return apply(e.callee, operands)
      const given = new Map(called.parameters.map(({ name }, i) => [name, operands[i]]))
      return evaluate(called.body, (name) => given.get(name) ?? valueNamed(name))
    }

    return names.map(valueNamed)
  }
}

function found<T>(it: T | undefined, name: string): T {
  if (it === undefined) throw new Error(`Nothing is named ${name}`)
  return it
}
