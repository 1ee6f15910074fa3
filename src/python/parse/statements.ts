import { readArgument, readExpression, readExpressions } from './expressions.ts'
import { readParameters } from './parameters.ts'
import type { FunctionText, Imported, PyExpression, PyStatement } from './pySyntax.ts'
import { childrenOf, type GrammarNode, type Reading, separated } from './reading.ts'

type Read = (reading: Reading, node: GrammarNode) => PyStatement

/** The statements of a body, or of the whole program. */
export function readStatements(reading: Reading, nodes: readonly GrammarNode[]): PyStatement[] {
  const statements: PyStatement[] = []
  for (const node of nodes)
    if (node.name === 'StatementGroup')
      statements.push(
        ...readStatements(
          reading,
          childrenOf(node).filter(({ name }) => name !== ';'),
        ),
      )
    else statements.push(readStatement(reading, node))
  return statements
}

function readStatement(reading: Reading, node: GrammarNode): PyStatement {
  const read = READERS[node.name]
  if (!read) return reading.refuse(`This is not read here: “${reading.text(node).slice(0, 40)}”.`, node)
  return read(reading, node)
}

const refused =
  (message: string): Read =>
  (reading, node) => ({
    kind: 'refused',
    message,
    ...reading.span(node.firstChild ?? node),
  })

const simple =
  (kind: 'pass' | 'break' | 'continue'): Read =>
  (reading, node) => ({ kind, ...reading.span(node) })

const READERS: Readonly<Record<string, Read>> = {
  // The table has no prototype: a node that is named like one of its members is none of them.
  ...({ __proto__: null } as object),
  ExpressionStatement: (reading, node) => ({
    kind: 'expression',
    value: readExpressions(reading, childrenOf(node), node),
    ...reading.span(node),
  }),
  AssignStatement: readAssignment,
  UpdateStatement: (reading, node) => {
    const children = childrenOf(node)
    const at = children.findIndex(({ name }) => name === 'UpdateOp')
    const target = readExpressions(reading, children.slice(0, at), node)
    if (!['name', 'member', 'subscript'].includes(target.kind)) reading.refuse(NO_TARGET, children[0])
    const value = readExpressions(reading, children.slice(at + 1), node)
    return { kind: 'augment', target, operator: reading.text(children[at]).slice(0, -1), value, ...reading.span(node) }
  },
  DeleteStatement: (reading, node) => ({
    kind: 'delete',
    targets: separated(childrenOf(node).slice(1), ',').map(([target]) => readExpression(reading, target)),
    ...reading.span(node),
  }),
  PassStatement: simple('pass'),
  BreakStatement: simple('break'),
  ContinueStatement: simple('continue'),
  ReturnStatement: (reading, node) => {
    const values = childrenOf(node).slice(1)
    const value = values.length > 0 ? readExpressions(reading, values, node) : null
    return { kind: 'return', value, ...reading.span(node) }
  },
  PrintStatement: (reading, node) =>
    reading.refuse('This is Python 2. In Python 3 `print` takes brackets: `print(x)`.', node),
  AssertStatement: (reading, node) => ({
    kind: 'assert',
    condition: readExpression(reading, childrenOf(node)[1]),
    ...reading.span(node),
  }),
  ScopeStatement: (reading, node) => {
    const [word, ...names] = childrenOf(node)
    return {
      kind: 'scope',
      of: word.name as 'global' | 'nonlocal',
      names: names.filter(({ name }) => name !== ',').map((name) => reading.name(name)),
      ...reading.span(node),
    }
  },
  ImportStatement: readImport,
  IfStatement: readIf,
  WhileStatement: (reading, node) => {
    const children = childrenOf(node)
    const [body, otherwise] = bodies(reading, children)
    return {
      kind: 'while',
      condition: readExpression(reading, children[1]),
      body,
      otherwise: otherwise ?? [],
      ...reading.span(node),
    }
  },
  ForStatement: (reading, node) => {
    const children = childrenOf(node)
    if (children[0].name === 'async') return refused('`async for` is not read here.')(reading, node)
    const inAt = children.findIndex(({ name }) => name === 'in')
    const bodyAt = children.findIndex(({ name }) => name === 'Body')
    const [body, otherwise] = bodies(reading, children)
    return {
      kind: 'for',
      target: readExpressions(reading, children.slice(1, inAt), node),
      over: readExpressions(reading, children.slice(inAt + 1, bodyAt), node),
      body,
      otherwise: otherwise ?? [],
      ...reading.span(node),
    }
  },
  WithStatement: readWith,
  FunctionDefinition: (reading, node) => readFunction(reading, node, []),
  ClassDefinition: (reading, node) => readClass(reading, node, []),
  DecoratedStatement: (reading, node) => {
    const children = childrenOf(node)
    const decorators = children.slice(0, -1).map((decorator) => readDecorator(reading, decorator))
    const defined = children[children.length - 1]
    return defined.name === 'ClassDefinition'
      ? readClass(reading, defined, decorators)
      : readFunction(reading, defined, decorators)
  },
  TryStatement: refused('`try` is not read here. Write the statements without it.'),
  RaiseStatement: refused('The program raises an error here, at this point.'),
  YieldStatement: (reading, node) => ({
    kind: 'yield',
    message: 'A `yield` stands outside of a function.',
    ...reading.span(node),
  }),
  MatchStatement: refused('`match` is not read here. Write `if` and `elif`.'),
  TypeDefinition: refused('`type` is not read here.'),
}

const NO_TARGET = 'Nothing can be assigned to this. A name, an attribute or a subscript stands left of `=`.'

function bodies(reading: Reading, children: readonly GrammarNode[]): PyStatement[][] {
  return children.filter(({ name }) => name === 'Body').map((body) => readBody(reading, body))
}

function readBody(reading: Reading, body: GrammarNode): PyStatement[] {
  return readStatements(reading, childrenOf(body).slice(1))
}

function readAssignment(reading: Reading, node: GrammarNode): PyStatement {
  const children = childrenOf(node).filter(({ name }) => name !== 'TypeDef')
  const parts: GrammarNode[][] = [[]]
  for (const child of children)
    if (child.name === 'AssignOp') parts.push([])
    else parts[parts.length - 1].push(child)
  // `x: float` without a value says nothing that is computed.
  if (parts.length === 1) return { kind: 'pass', ...reading.span(node) }
  const read = parts.map((part) => readExpressions(reading, part, node))
  const targets = read.slice(0, -1)
  for (const target of targets) checkTarget(reading, target, node)
  return { kind: 'assign', targets, value: read[read.length - 1], ...reading.span(node) }
}

function checkTarget(reading: Reading, target: PyExpression, node: GrammarNode): void {
  if (target.kind === 'tuple' || target.kind === 'list')
    for (const item of target.items) checkTarget(reading, item.kind === 'starred' ? item.value : item, node)
  else if (!['name', 'member', 'subscript'].includes(target.kind)) reading.refuse(NO_TARGET, node)
}

function readIf(reading: Reading, node: GrammarNode): PyStatement {
  const children = childrenOf(node)
  const branches: { condition: PyExpression; body: PyStatement[] }[] = []
  let otherwise: PyStatement[] = []
  let condition: PyExpression | null = null
  for (const child of children)
    if (child.name === 'Body') {
      const body = readBody(reading, child)
      if (condition) branches.push({ condition, body })
      else otherwise = body
      condition = null
    } else if (!['if', 'elif', 'else'].includes(child.name)) condition = readExpression(reading, child)
  return { kind: 'if', branches, otherwise, ...reading.span(node) }
}

function readImport(reading: Reading, node: GrammarNode): PyStatement {
  const children = childrenOf(node).filter(({ name }) => name !== '(' && name !== ')')
  const at = reading.span(node)
  const importAt = children.findIndex(({ name }) => name === 'import')
  const groups = separated(children.slice(importAt + 1), ',')
  if (importAt === 0) return { kind: 'import', modules: groups.map((group) => readImported(reading, group)), ...at }
  const path = children
    .slice(1, importAt)
    .map((part) => reading.text(part))
    .join('')
  if (groups[0]?.[0].name === '*') return { kind: 'from', path, names: 'all', ...at }
  return { kind: 'from', path, names: groups.map((group) => readImported(reading, group)), ...at }
}

function readImported(reading: Reading, group: readonly GrammarNode[]): Imported {
  const asAt = group.findIndex(({ name }) => name === 'as')
  const path = (asAt < 0 ? group : group.slice(0, asAt)).map((part) => reading.text(part)).join('')
  return {
    path,
    as: asAt < 0 ? null : reading.name(group[asAt + 1]),
    ...reading.span(group[0], group[group.length - 1]),
  }
}

function readWith(reading: Reading, node: GrammarNode): PyStatement {
  const children = childrenOf(node)
  if (children[0].name === 'async') return refused('`async with` is not read here.')(reading, node)
  const bodyAt = children.findIndex(({ name }) => name === 'Body')
  const managers = separated(children.slice(1, bodyAt), ',').map(([manager, , as]) => ({
    manager: readExpression(reading, manager),
    as: as ? readExpression(reading, as) : null,
  }))
  return { kind: 'with', managers, body: readBody(reading, children[bodyAt]), ...reading.span(node) }
}

function readFunction(reading: Reading, node: GrammarNode, decorators: readonly PyExpression[]): PyStatement {
  const children = childrenOf(node)
  if (children[0].name === 'async') return refused('`async def` is not read here. Write `def`.')(reading, node)
  const [, name] = children
  const list = children.find((child) => child.name === 'ParamList') as GrammarNode
  const read: FunctionText = {
    name: reading.name(name),
    nameSpan: reading.span(name),
    parameters: readParameters(reading, list),
    body: readBody(reading, children[children.length - 1]),
    ...reading.span(node),
  }
  return { kind: 'def', function: read, decorators, ...reading.span(node) }
}

function readClass(reading: Reading, node: GrammarNode, decorators: readonly PyExpression[]): PyStatement {
  const children = childrenOf(node)
  const list = children.find(({ name }) => name === 'ArgList')
  const bases = list ? separated(childrenOf(list).slice(1, -1), ',') : []
  return {
    kind: 'class',
    name: reading.name(children[1]),
    nameSpan: reading.span(children[1]),
    bases: bases.map((group) => readArgument(reading, group)),
    body: readBody(reading, children[children.length - 1]),
    decorators,
    ...reading.span(node),
  }
}

function readDecorator(reading: Reading, node: GrammarNode): PyExpression {
  const children = childrenOf(node).slice(1)
  let read: PyExpression = readExpression(reading, children[0])
  for (const [k, child] of children.entries()) {
    const at = reading.span(children[0], child)
    if (child.name === 'ArgList') {
      const given = separated(childrenOf(child).slice(1, -1), ',').map((group) => readArgument(reading, group))
      read = { kind: 'call', callee: read, given, ...at }
    } else if (k > 0 && child.name !== '.')
      read = { kind: 'member', target: read, name: reading.name(child), nameSpan: reading.span(child), ...at }
  }
  return read
}
