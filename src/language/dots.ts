import { type Diagnostic, error, type Fix } from './diagnostic.ts'
import { deleting, inserting, replacing } from './edits.ts'
import { DERIVATIVES } from './foreign.ts'
import type { Span } from './syntax.ts'
import { isClosing, isOpening, type Token } from './token.ts'
import { shorten } from './words.ts'

const RULE = 'A “.” stands only in a number, before T, or after the name of a library such as np or torch.'

const SHAPES = 'Shapes are not part of a program: each node of the graph shows its own.'
const TRAINING = 'Training is not part of a program: write only the loss, and train in the Train tab.'

/** What other languages write after a dot, and this one not at all. */
const MEMBERS: ReadonlyMap<string, string> = new Map([
  ['shape', SHAPES],
  ['size', SHAPES],
  ['ndim', SHAPES],
  ['grad', DERIVATIVES],
  ['backward', DERIVATIVES],
  ['requires_grad', 'Derivatives are taken of every input: for a fixed number write “const x = …”.'],
  ['zero_grad', TRAINING],
  ['step', TRAINING],
])

const CUT = 'it cuts the derivative there, and a program here has no such cut'
const ROUNDED = 'it may round the value or cut its derivative, and a program here does neither'

/** What in other languages takes a value out of its derivatives, or changes it: without it, the program would mean something else. */
const CHANGING: ReadonlyMap<string, string> = new Map([
  ['detach', CUT],
  ['detach_', CUT],
  ['item', CUT],
  ['numpy', CUT],
  ['tolist', CUT],
  ['data', CUT],
  ['long', CUT],
  ['int', CUT],
  ['bool', CUT],
  ['float', ROUNDED],
  ['half', ROUNDED],
  ['bfloat16', ROUNDED],
  ['to', ROUNDED],
  ['type', ROUNDED],
  ['astype', ROUNDED],
])

/** What says in other languages how a value is kept, and, with nothing in its brackets, changes neither it nor its derivatives. */
const KEEPING = new Set(['clone', 'contiguous', 'copy', 'cpu', 'cuda', 'double', 'requires_grad_', 'retain_grad'])

/** The place of the bracket that `tokens[close]` closes; the start of the statement if there is none. */
function openingOf(tokens: readonly Token[], close: number): number {
  let depth = 0
  for (let at = close; at > 0; at--) {
    const token = tokens[at] as Token
    if (isClosing(token)) depth++
    else if (isOpening(token)) depth--
    if (depth === 0) return at
  }
  return 0
}

const canHaveEntries = (token: Token | undefined): boolean =>
  token !== undefined && (token.kind === 'name' || token.kind === 'transpose' || isClosing(token))

/** The place where the operand that ends with `tokens[end]` starts, with what stands behind it: x, f(x), W[0].T, (x + 1)². */
function startOf(tokens: readonly Token[], end: number): number {
  let at = end
  for (let token = tokens[at]; token; token = tokens[at]) {
    if (token.kind === 'transpose' || token.kind === 'superscript') at--
    else if (!isClosing(token)) return at
    else {
      at = openingOf(tokens, at)
      const before = tokens[at - 1]
      if (before?.kind === 'callee') return at - 1
      if (tokens[at]?.text !== '[' || !canHaveEntries(before)) return at
      at--
    }
  }
  return 0
}

/** `x.reshape(2, 3)`, whose dot is `tokens[at]`. */
function method(tokens: readonly Token[], at: number): Diagnostic {
  const [dot, callee, open, next] = tokens.slice(at, at + 4) as [Token, Token, Token, Token?]
  const target = (tokens[startOf(tokens, at - 1)] as Token).from
  const call = shorten(`${callee.text}(…)`)
  const message = `${RULE} A function stands before its operands: ${call}.`
  const comma = next && isClosing(next) ? '' : ', '
  return error({ from: dot.from, to: callee.to }, message, {
    label: `Write ${call}`,
    changes: [inserting(target, `${callee.text}(`), replacing({ from: dot.from, to: open.to }, comma)],
  })
}

/** `loss.backward()` on a line of its own goes. */
function statementFix(tokens: readonly Token[], at: number): Fix | undefined {
  const [first, last] = [tokens[0] as Token, tokens[at + 3]]
  if (at !== 1 || last?.text !== ')' || tokens.length > at + 4) return undefined
  return { label: 'Remove this line', changes: [deleting({ from: first.from, to: last.to })] }
}

/** `x.clone()` is x; what stands in brackets may ask for more. */
function keeping(tokens: readonly Token[], at: number): Diagnostic {
  const [dot, member, open, close] = tokens.slice(at, at + 4) as [Token, Token, Token?, Token?]
  const isPlain = open?.text === '(' && close?.text === ')'
  const span = { from: dot.from, to: isPlain ? close.to : member.to }
  const text = shorten(`.${member.text}`)
  if (!isPlain) return error(span, `${text} is not read: a program has only values.`)
  return error(span, `${text} is not needed: a program has only values.`, {
    label: `Remove ${text}`,
    changes: [deleting(span)],
  })
}

/** What is wrong with the dot `tokens[at]`, which is in no number and behind no library. */
export function dotProblem(tokens: readonly Token[], at: number): Diagnostic {
  const [before, dot, member] = [tokens[at - 1], tokens[at] as Token, tokens[at + 1]]
  const change = before && member && CHANGING.get(member.text)
  if (change) return error({ from: dot.from, to: member.to }, `“.${member.text}” is not read: ${change}.`)
  if (!before || before.to < dot.from || member?.from !== dot.to) return misplaced(dot)
  const advice = MEMBERS.get(member.text)
  if (advice) return error({ from: dot.from, to: member.to }, advice, statementFix(tokens, at))
  if (KEEPING.has(member.text)) return keeping(tokens, at)
  if (member.kind === 'callee') return method(tokens, at)
  const isName = before.kind === 'name' && (member.kind === 'name' || member.kind === 'number')
  return isName ? error(dot, RULE, { label: 'Write _', changes: [replacing(dot, '_')] }) : misplaced(dot)
}

const misplaced = (dot: Span): Diagnostic => error(dot, RULE, { label: 'Remove .', changes: [deleting(dot)] })
