import type { BigNumber } from 'mathjs'
import { parse } from '../src/language/parse.ts'
import type { Call, Expression, FunctionDefinition, Index, InfixOperator, Program } from '../src/language/syntax.ts'
import type { AxisIndex } from '../src/primitives/wiring.ts'
import { subscript } from './arrangements.ts'
import { ArrayFunctions, COMPUTED, type FixedOperands, LAYERS } from './evaluateArrays.ts'
import { isArray, type Nested } from './nested.ts'
import { big, oracle, oracleOf } from './oracle.ts'

const INFIX: Readonly<Record<InfixOperator, string>> = {
  '+': 'add',
  '-': 'sub',
  '*': 'mul',
  '@': 'matmul',
  '/': 'div',
  '^': 'pow',
  '<': 'less',
  '<=': 'less_equal',
  '>': 'greater',
  '>=': 'greater_equal',
  '==': 'equal',
  '!=': 'not_equal',
}

const layers = parse(LAYERS).program

/**
 * A program as a function of its inputs: its definitions by name, evaluated over the syntax tree by the oracle. There is
 * no graph, no tape and no primitive in it. For small programs without mistakes and bare expressions.
 */
export function evaluatorOf(source: string): (names: readonly string[], at: ReadonlyMap<string, Nested>) => Nested[] {
  const { program } = parse(source)
  const definitions = definitionsOf(program)
  const functions = new Map([...functionsOf(layers), ...functionsOf(program)])

  /** What was computed before, since neighbouring points and repeated texts share most of it. */
  const computed = new Map<string, BigNumber>()
  function ofNumbers(name: string, operands: readonly BigNumber[]): BigNumber {
    const application = `${name}(${operands.join(',')})`
    const value = computed.get(application) ?? oracleOf(name)(...operands)
    computed.set(application, value)
    return value
  }

  const arrays = new ArrayFunctions(ofNumbers)
  const apply = (name: string, operands: readonly Nested[], fixed: FixedOperands = {}): Nested =>
    operands.some(isArray) || !Object.hasOwn(oracle, name)
      ? arrays.apply(name, operands, fixed)
      : ofNumbers(name, operands as readonly BigNumber[])

  return (names, at) => {
    const known = new Map<string, Nested>([['pi', big(Math.PI)], ['e', big(Math.E)], ...at])

    function valueNamed(name: string): Nested {
      const value = known.get(name) ?? evaluate(found(definitions.get(name), name), valueNamed)
      known.set(name, value)
      return value
    }

    function evaluate(e: Expression, named: (name: string) => Nested): Nested {
      if (e.kind === 'number') return big(e.value)
      if (e.kind === 'name') return named(e.name)
      if (e.kind === 'prefix')
        return e.operator === '-' ? apply('neg', [evaluate(e.operand, named)]) : evaluate(e.operand, named)
      if (e.kind === 'infix') return apply(INFIX[e.operator], [evaluate(e.left, named), evaluate(e.right, named)])
      if (e.kind === 'array') return e.items.map((item) => evaluate(item, named))
      if (e.kind === 'subscript') return subscript(evaluate(e.target, named), e.indices.map(axisIndexOf))
      const operands = computedOf(e).map((operand) => evaluate(operand, named))
      const called = functions.get(e.callee)
      if (!called) return apply(e.callee, operands, fixedOf(e))
      const given = new Map(called.parameters.map(({ name }, i) => [name, operands[i]]))
      return evaluate(called.body, (name) => given.get(name) ?? valueNamed(name))
    }

    return names.map(valueNamed)
  }
}

const definitionsOf = ({ statements }: Program): Map<string, Expression> =>
  new Map(statements.flatMap((one) => (one.kind === 'definition' ? [[one.name, one.value] as const] : [])))

const functionsOf = ({ statements }: Program): Map<string, FunctionDefinition> =>
  new Map(statements.flatMap((one) => (one.kind === 'function' ? [[one.name, one] as const] : [])))

function computedOf({ callee, operands }: Call): readonly Expression[] {
  const [only, ...others] = operands
  // concat([a, b]) is concat(a, b).
  const spreads = (callee === 'concat' || callee === 'stack') && others.length === 0
  if (spreads && only.kind === 'array') return only.items
  return operands.slice(0, COMPUTED[callee]?.count)
}

/** Keywords, and operands after those that are computed. */
function fixedOf({ callee, text, operands, keywords }: Call): FixedOperands {
  const { count = operands.length, fixed = [] } = COMPUTED[callee] ?? {}
  const given = operands.slice(count).map(literal)
  // A list may be written as several operands: reshape(x, 2, 3).
  const isList = (fixed[0] === 'shape' || fixed[0] === 'axes') && typeof given[0] === 'number'
  const listed = (isList ? [given] : given).map((value, i) => [fixed[i], value])
  return Object.fromEntries([
    ['subscripts', text],
    ...listed,
    ...keywords.map(({ name, value }) => [name, literal(value)]),
  ])
}

function axisIndexOf(index: Index): AxisIndex {
  if (index.kind === 'at') return { at: index.value }
  if (index.kind === 'slice') return index
  throw new Error('Random programs have no such index')
}

function literal(e: Expression): unknown {
  if (e.kind === 'number') return e.value
  if (e.kind === 'prefix' && e.operand.kind === 'number') return -e.operand.value
  if (e.kind === 'array') return e.items.map(literal)
  return e.kind === 'name' && e.name === 'True'
}

function found<T>(it: T | undefined, name: string): T {
  if (it === undefined) throw new Error(`Nothing is named ${name}`)
  return it
}
