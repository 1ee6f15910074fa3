import type { Span } from '../../language/syntax.ts'
import { innerOfText, readNumber, readText, unescaped } from './literals.ts'
import { readLogic } from './logic.ts'
import { readParameters } from './parameters.ts'
import type { FormattedPiece, PyArgument, PyClause, PyEntry, PyExpression } from './pySyntax.ts'
import { childrenOf, type GrammarNode, type Reading, separated } from './reading.ts'

type Read = (reading: Reading, node: GrammarNode) => PyExpression

/** The expression that a node of the grammar’s tree stands for. */
export function readExpression(reading: Reading, node: GrammarNode): PyExpression {
  const read = READERS[node.name]
  if (!read) return reading.refuse(`This is not read here: “${reading.text(node).slice(0, 40)}”.`, node)
  return read(reading, node)
}

/** `a, b` and `*rest` without brackets: a tuple; one expression without a comma is itself. */
export function readExpressions(reading: Reading, nodes: readonly GrammarNode[], around: Span): PyExpression {
  const hasComma = nodes.some(({ name }) => name === ',')
  const items = readItems(reading, nodes)
  if (items.length === 0) return reading.refuse('An expression is missing here.', around)
  if (!hasComma && items.length === 1) return items[0]
  return { kind: 'tuple', items, ...reading.span(nodes[0], nodes[nodes.length - 1]) }
}

/** What stands between commas; `:=` and `*` included. */
function readItems(reading: Reading, nodes: readonly GrammarNode[]): PyExpression[] {
  return separated(nodes, ',').map((group) => {
    if (group[0]?.name === '*' && group.length === 2)
      return { kind: 'starred', value: readExpression(reading, group[1]), ...reading.span(group[0], group[1]) }
    if (group.length !== 1) return reading.refuse('Here an operator or a comma is missing.', group[1] ?? nodes[0])
    return readExpression(reading, group[0])
  })
}

const inner = (node: GrammarNode): GrammarNode[] => childrenOf(node).slice(1, -1)

const READERS: Readonly<Record<string, Read>> = {
  // The table has no prototype: a node that is named like one of its members is none of them.
  ...({ __proto__: null } as object),
  Number: readNumber,
  Boolean: (reading, node) => ({
    kind: 'number',
    value: reading.text(node) === 'True' ? 1 : 0,
    dtype: 'bool',
    ...reading.span(node),
  }),
  None: (reading, node) => ({ kind: 'none', ...reading.span(node) }),
  Ellipsis: (reading, node) => ({ kind: 'dots', ...reading.span(node) }),
  String: (reading, node) => ({ kind: 'text', text: readText(reading, node), ...reading.span(node) }),
  FormatString: (reading, node) => ({
    kind: 'formatted',
    pieces: formattedPieces(reading, node),
    ...reading.span(node),
  }),
  ContinuedString: (reading, node) => {
    const pieces = childrenOf(node).flatMap((part) =>
      part.name === 'FormatString' ? formattedPieces(reading, part) : [readText(reading, part)],
    )
    return pieces.every((piece) => typeof piece === 'string')
      ? { kind: 'text', text: pieces.join(''), ...reading.span(node) }
      : { kind: 'formatted', pieces, ...reading.span(node) }
  },
  VariableName: (reading, node) => ({ kind: 'name', name: reading.name(node), ...reading.span(node) }),
  MemberExpression: readMember,
  CallExpression: (reading, node) => {
    const [callee, given] = childrenOf(node)
    return {
      kind: 'call',
      callee: readExpression(reading, callee),
      given: readArguments(reading, given),
      ...reading.span(node),
    }
  },
  ParenthesizedExpression: (reading, node) => {
    const nodes = inner(node)
    if (nodes[0]?.name === '*') reading.refuse('`*` needs a comma after it here: `(*a,)`.', node)
    return { ...readExpressions(reading, nodes, node), ...reading.span(node) }
  },
  TupleExpression: (reading, node) => ({
    kind: 'tuple',
    items: readItems(reading, inner(node)),
    ...reading.span(node),
  }),
  ArrayExpression: (reading, node) => ({ kind: 'list', items: readItems(reading, inner(node)), ...reading.span(node) }),
  DictionaryExpression: (reading, node) => ({
    kind: 'dictionary',
    entries: separated(inner(node), ',').map((group) => readEntry(reading, group)),
    ...reading.span(node),
  }),
  ArrayComprehensionExpression: (reading, node) => readComprehension(reading, inner(node), 'list', node),
  ComprehensionExpression: (reading, node) => readComprehension(reading, inner(node), 'generator', node),
  DictionaryComprehensionExpression: (reading, node) => readComprehension(reading, inner(node), 'dictionary', node),
  BinaryExpression: readBinary,
  UnaryExpression: (reading, node) => {
    const [sign, operand] = childrenOf(node)
    if (sign.name === 'not') return readLogic(reading, node)
    const read = readExpression(reading, operand)
    return { kind: 'prefix', operator: reading.text(sign), operand: read, ...reading.span(node) }
  },
  ConditionalExpression: (reading, node) => {
    const [chosen, , condition, , otherwise] = childrenOf(node)
    return {
      kind: 'conditional',
      condition: readExpression(reading, condition),
      chosen: readExpression(reading, chosen),
      otherwise: readExpression(reading, otherwise),
      ...reading.span(node),
    }
  },
  LambdaExpression: readLambda,
  NamedExpression: (reading, node) => {
    const [target, , value] = childrenOf(node)
    return {
      kind: 'walrus',
      target: readExpression(reading, target),
      value: readExpression(reading, value),
      ...reading.span(node),
    }
  },
  SetExpression: unread('A set `{…}` is not read here. A list `[…]` is.'),
  SetComprehensionExpression: unread('A set `{…}` is not read here. A list `[…]` is.'),
  AwaitExpression: unread('`await` is not read here. Write the program without `async`.'),
  YieldExpression: (reading, node) => ({
    kind: 'unread',
    isYield: true,
    message: 'A `yield` stands outside of a function.',
    ...reading.span(node),
  }),
}

function unread(message: string): Read {
  return (reading, node) => ({ kind: 'unread', message, ...reading.span(node) })
}

function readBinary(reading: Reading, node: GrammarNode): PyExpression {
  const children = childrenOf(node)
  const operator = children
    .slice(1, -1)
    .map((part) => reading.text(part))
    .join(' ')
  if (operator === 'and' || operator === 'or') return readLogic(reading, node)
  const right = children[children.length - 1]
  if (!COMPARISONS.has(operator)) {
    const left = readExpression(reading, children[0])
    return { kind: 'infix', operator, left, right: readExpression(reading, right), ...reading.span(node) }
  }
  if (right.name === 'UnaryExpression' && right.firstChild?.name === 'not')
    reading.refuse('`not` needs brackets after a comparison: `a == (not b)`.', right)
  const comparison = { operator, operand: readExpression(reading, right) }
  const isChain = children[0].name === 'BinaryExpression'
  const left = readExpression(reading, children[0])
  return isChain && left.kind === 'compare'
    ? { ...left, rest: [...left.rest, comparison], ...reading.span(node) }
    : { kind: 'compare', first: left, rest: [comparison], ...reading.span(node) }
}

const COMPARISONS = new Set(['<', '>', '<=', '>=', '==', '!=', 'in', 'not in', 'is', 'is not', '<>'])

function readMember(reading: Reading, node: GrammarNode): PyExpression {
  const [target, sign, ...rest] = childrenOf(node)
  const read = readExpression(reading, target)
  if (sign.name === '.') {
    if (target.name === 'Number') reading.refuse('A number has no such part. A space or an operator is missing.', node)
    const name = reading.text(rest[0]).normalize('NFKC')
    return { kind: 'member', target: read, name, nameSpan: reading.span(rest[0]), ...reading.span(node) }
  }
  const inside = rest.slice(0, -1)
  const indices = separated(inside, ',').map((group) => readIndex(reading, group))
  const isTuple = inside.some(({ name }) => name === ',') && indices.length === 1
  const tuple: PyExpression[] = isTuple ? [{ kind: 'tuple', items: indices, ...reading.span(inside[0]) }] : indices
  return { kind: 'subscript', target: read, indices: tuple, ...reading.span(node) }
}

function readIndex(reading: Reading, group: readonly GrammarNode[]): PyExpression {
  if (!group.some(({ name }) => name === ':')) return readExpressions(reading, group, group[0])
  const parts: (PyExpression | null)[] = [null]
  for (const node of group)
    if (node.name === ':') parts.push(null)
    else parts[parts.length - 1] = readExpression(reading, node)
  const [start, stop = null, step = null] = parts
  return { kind: 'slice', start, stop, step, ...reading.span(group[0], group[group.length - 1]) }
}

function readArguments(reading: Reading, list: GrammarNode): PyArgument[] {
  const given = separated(inner(list), ',').map((group) => readArgument(reading, group))
  let named = false
  for (const argument of given) {
    if (argument.kind === 'keyword' || argument.kind === 'others') named = true
    else if (named && argument.kind === 'place')
      throw reading.refuse('An argument without a name stands after one with a name.', list)
  }
  return given
}

/** Also of the bases of a class. */
export function readArgument(reading: Reading, group: readonly GrammarNode[]): PyArgument {
  const [first, second, third] = group
  const at = reading.span(first, group[group.length - 1])
  if (first.name === '*' || first.name === '**') {
    const kind = first.name === '*' ? 'rest' : 'others'
    return { kind, name: '', value: readExpression(reading, second), ...at }
  }
  if (second?.name === 'AssignOp' && reading.text(second) === '=')
    return { kind: 'keyword', name: reading.name(first), value: readExpression(reading, third), ...at }
  if (second?.name === 'AssignOp') {
    const value = readExpression(reading, third)
    return {
      kind: 'place',
      name: '',
      value: { kind: 'walrus', target: readExpression(reading, first), value, ...at },
      ...at,
    }
  }
  const value = second
    ? readComprehension(reading, group, 'generator', { from: first.from, to: group[group.length - 1].to })
    : readExpression(reading, first)
  return { kind: 'place', name: '', value, ...at }
}

function readEntry(reading: Reading, group: readonly GrammarNode[]): PyEntry {
  if (group[0].name === '**') return { key: null, value: readExpression(reading, group[1]) }
  return { key: readExpression(reading, group[0]), value: readExpression(reading, group[2]) }
}

function readComprehension(
  reading: Reading,
  nodes: readonly GrammarNode[],
  of: 'list' | 'generator' | 'dictionary',
  around: Span,
): PyExpression {
  const start = nodes.findIndex(({ name }) => name === 'for' || name === 'async')
  const [item, , value] = nodes.slice(0, start)
  if (item.name === '*' || item.name === '**') return reading.refuse('`*` is not read in a comprehension.', item)
  return {
    kind: 'comprehension',
    of,
    item: readExpression(reading, item),
    value: value ? readExpression(reading, value) : null,
    clauses: readClauses(reading, nodes.slice(start)),
    ...reading.span(around),
  }
}

function readClauses(reading: Reading, nodes: readonly GrammarNode[]): PyClause[] {
  const clauses: PyClause[] = []
  for (let k = 0; k < nodes.length; ) {
    if (nodes[k].name === 'async') reading.refuse('`async` is not read here.', nodes[k])
    if (nodes[k].name === 'if') {
      clauses.push({ kind: 'if', condition: readExpression(reading, nodes[k + 1]) })
      k += 2
    } else {
      const inAt = nodes.findIndex(({ name }, at) => at > k && name === 'in')
      const target = readExpressions(reading, nodes.slice(k + 1, inAt), nodes[k])
      clauses.push({ kind: 'for', target, over: readExpression(reading, nodes[inAt + 1]) })
      k = inAt + 2
    }
  }
  return clauses
}

function readLambda(reading: Reading, node: GrammarNode): PyExpression {
  const children = childrenOf(node)
  const body = readExpression(reading, children[children.length - 1])
  const list = children.find(({ name }) => name === 'ParamList')
  const at = reading.span(node)
  return {
    kind: 'lambda',
    function: {
      name: 'lambda',
      nameSpan: at,
      parameters: list ? readParameters(reading, list) : [],
      body: [{ kind: 'return', value: body, from: body.from, to: body.to }],
      ...at,
    },
    ...at,
  }
}

/** The letters of `f'{x:.3f} m'`, and what stands in its braces. */
function formattedPieces(reading: Reading, node: GrammarNode): FormattedPiece[] {
  const pieces: FormattedPiece[] = []
  let { from } = innerOfText(reading, node)
  const { to, isRaw } = innerOfText(reading, node)
  const letters = (until: number) => {
    const text = reading.text({ from, to: until })
    if (text) pieces.push((isRaw ? text : unescaped(text)).replace(/\{\{|\}\}/g, (braces) => braces[0]))
  }
  for (const part of childrenOf(node).filter(({ name }) => name === 'FormatReplacement')) {
    letters(part.from)
    const inside = childrenOf(part).slice(1)
    const value = inside.filter(({ name }) => !name.startsWith('Format') && name !== '}')
    const isPlain = !inside.some(({ name }) => /^Format(Spec|Conversion|SelfDoc)$/.test(name))
    pieces.push({ value: readExpressions(reading, value, part), isPlain })
    from = part.to
  }
  letters(to)
  return pieces
}
