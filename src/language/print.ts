import { operandsOf } from './postorder.ts'
import { bindingOf, needsBrackets } from './precedence.ts'
import type { Call, Expression, Index, InfixOperator, Program, Statement } from './syntax.ts'

/** The shortest decimal that reads back to the same number. */
function printNumber(value: number): string {
  if (Number.isNaN(value)) return 'nan'
  return Number.isFinite(value) ? printFinite(value) : value > 0 ? '1e999' : '-1e999'
}

const printFinite = (value: number): string => (Object.is(value, -0) ? '-0' : String(value))

const LOOSEST_TIGHT = bindingOf('*').precedence

const printOperator = (operator: InfixOperator): string =>
  operator === '@' || bindingOf(operator).precedence < LOOSEST_TIGHT ? ` ${operator} ` : operator

type Piece = string | Expression

function printIndex(index: Index): Piece {
  if (index.kind === 'at') return String(index.value)
  if (index.kind === 'newaxis') return 'newaxis'
  if (index.kind === 'ellipsis') return '...'
  if (index.kind === 'known') return index.value
  const { start, stop, step } = index
  return `${start ?? ''}:${stop ?? ''}${step === null ? '' : `:${step}`}`
}

function operand(parent: Expression, slot: number): Piece[] {
  const inner = operandsOf(parent)[slot] as Expression
  return needsBrackets(parent, slot) ? ['(', inner, ')'] : [inner]
}

const commaSeparated = (list: readonly Piece[][]): Piece[] => list.flatMap((each, i) => (i ? [', ', ...each] : each))

const quoted = (text: string): string => (text.includes("'") ? `"${text}"` : `'${text}'`)

const listed = ({ text, operands, keywords }: Call): Piece[][] => [
  ...(text === undefined ? [] : [[quoted(text)]]),
  ...operands.map((each) => [each]),
  ...keywords.map(({ name, value }) => [`${name}=`, value]),
]

function pieces(expression: Expression): Piece[] {
  switch (expression.kind) {
    case 'number':
      return [printNumber(expression.value)]
    case 'name':
      return [expression.name]
    case 'call':
      return [`${expression.callee}(`, ...commaSeparated(listed(expression)), ')']
    case 'array':
      return ['[', ...commaSeparated(expression.items.map((item) => [item])), ']']
    case 'subscript':
      return [
        ...operand(expression, 0),
        '[',
        ...commaSeparated(expression.indices.map((index) => [printIndex(index)])),
        ']',
      ]
    case 'prefix':
      return [expression.operator, ...operand(expression, 0)]
    case 'infix':
      return [...operand(expression, 0), printOperator(expression.operator), ...operand(expression, 1)]
  }
}

/** The text of an expression, with no more brackets than it needs. */
export function printExpression(expression: Expression): string {
  const text: string[] = []
  const pending: Piece[] = [expression]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next === 'string') text.push(next)
    else for (const piece of pieces(next).reverse()) pending.push(piece)
  }
  return text.join('')
}

function printStatement(statement: Statement): string {
  const role = 'role' in statement && statement.role ? `${statement.role} ` : ''
  switch (statement.kind) {
    case 'definition':
      return `${role}${statement.name} = ${printExpression(statement.value)}`
    case 'function':
      return `${role}${statement.name}(${statement.parameters.map(({ name }) => name).join(', ')}) = ${printExpression(statement.body)}`
    case 'output':
      return `output ${statement.name}`
    case 'expression':
      return printExpression(statement.value)
  }
}

/** The text of a program, a statement a line; read again it gives the same tree. Comments are not in the tree. */
export const print = (program: Program): string => program.statements.map(printStatement).reduce(below, '')

/** A line that starts with a sign could go on with the one above it, unless a line without words is between. */
const below = (above: string, line: string): string =>
  above === '' ? line : `${above}${/^[-+]/.test(line) ? '\n\n' : '\n'}${line}`
