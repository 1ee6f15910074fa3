import type { PyExpression, PyStatement } from './pySyntax.ts'

/** The expressions right inside an expression; not the bodies of functions, unless `inside`. */
export function partsOf(expression: PyExpression): readonly PyExpression[] {
  switch (expression.kind) {
    case 'formatted':
      return expression.pieces.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.value]))
    case 'member':
      return [expression.target]
    case 'subscript':
      return [expression.target, ...expression.indices]
    case 'slice':
      return present([expression.start, expression.stop, expression.step])
    case 'call':
      return [expression.callee, ...expression.given.map(({ value }) => value)]
    case 'list':
    case 'tuple':
      return expression.items
    case 'dictionary':
      return expression.entries.flatMap(({ key, value }) => present([key, value]))
    case 'comprehension':
      return [
        ...expression.clauses.flatMap((clause) =>
          clause.kind === 'for' ? [clause.target, clause.over] : [clause.condition],
        ),
        ...present([expression.item, expression.value]),
      ]
    case 'infix':
    case 'logic':
      return [expression.left, expression.right]
    case 'prefix':
    case 'not':
      return [expression.operand]
    case 'compare':
      return [expression.first, ...expression.rest.map(({ operand }) => operand)]
    case 'conditional':
      return [expression.condition, expression.chosen, expression.otherwise]
    case 'lambda':
      return expression.function.parameters.flatMap(({ initial }) => present([initial]))
    case 'starred':
      return [expression.value]
    case 'walrus':
      return [expression.target, expression.value]
    default:
      return []
  }
}

const present = <Part>(parts: readonly (Part | null)[]): Part[] => parts.filter((part) => part !== null)

/** The expressions right inside a statement; those of its bodies stand in `bodiesOf`. */
export function expressionsOf(statement: PyStatement): readonly PyExpression[] {
  switch (statement.kind) {
    case 'expression':
      return [statement.value]
    case 'assign':
      return [...statement.targets, statement.value]
    case 'augment':
      return [statement.target, statement.value]
    case 'delete':
      return statement.targets
    case 'return':
      return present([statement.value])
    case 'assert':
    case 'while':
      return [statement.condition]
    case 'if':
      return statement.branches.map(({ condition }) => condition)
    case 'for':
      return [statement.target, statement.over]
    case 'with':
      return statement.managers.flatMap(({ manager, as }) => present([manager, as]))
    case 'def':
      return [...statement.decorators, ...statement.function.parameters.flatMap(({ initial }) => present([initial]))]
    case 'class':
      return [...statement.decorators, ...statement.bases.map(({ value }) => value)]
    default:
      return []
  }
}

/** The bodies of a statement that belong to its own scope; those of functions and classes do not. */
export function bodiesOf(statement: PyStatement): readonly (readonly PyStatement[])[] {
  switch (statement.kind) {
    case 'if':
      return [...statement.branches.map(({ body }) => body), statement.otherwise]
    case 'while':
    case 'for':
      return [statement.body, statement.otherwise]
    case 'with':
      return [statement.body]
    default:
      return []
  }
}

/** Goes through a program, functions and classes included; outer things come before inner ones. */
export function walk(
  body: readonly PyStatement[],
  onExpression: (expression: PyExpression) => void,
  onStatement: (statement: PyStatement) => void = () => undefined,
): void {
  const throughExpression = (expression: PyExpression): void => {
    onExpression(expression)
    for (const part of partsOf(expression)) throughExpression(part)
    if (expression.kind === 'lambda') through(expression.function.body)
  }
  const through = (statements: readonly PyStatement[]): void => {
    for (const statement of statements) {
      onStatement(statement)
      for (const expression of expressionsOf(statement)) throughExpression(expression)
      for (const inner of bodiesOf(statement)) through(inner)
      if (statement.kind === 'def') through(statement.function.body)
      if (statement.kind === 'class') through(statement.body)
    }
  }
  through(body)
}
