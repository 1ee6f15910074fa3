import type { Tree } from '@lezer/common'
import { parser } from '@lezer/python'
import { type Diagnostic, error } from '../../language/diagnostic.ts'
import { MAX_ERRORS } from '../../language/limits.ts'
import { grouped } from '../../language/words.ts'
import { Refusal } from '../values/refusal.ts'
import { readExpression } from './expressions.ts'
import { indentationProblem } from './indentation.ts'
import { type PastedText, pastedText } from './pastedText.ts'
import type { PyStatement } from './pySyntax.ts'
import { childrenOf, Reading } from './reading.ts'
import { readStatements } from './statements.ts'

/** Longest text, in UTF-16 units. */
const MAX_TEXT = 200_000
/** How deep brackets, operators and blocks may stand in each other. */
const MAX_DEPTH = 400

/** A Python text as a tree, or what keeps it from being one. */
export function parsePython(source: string): {
  readonly body: readonly PyStatement[]
  readonly problems: Diagnostic[]
} {
  if (source.length > MAX_TEXT) {
    const message = `This text is too long to be run here: at most ${grouped(MAX_TEXT)} letters are read.`
    return { body: [], problems: [error({ from: 0, to: source.length }, message)] }
  }
  const pasted = pastedText(source)
  const tree = parser.parse(pasted.code)
  const problems = treeProblems(tree, pasted)
  if (problems.length > 0) return { body: [], problems }
  const reading = new Reading(pasted, readExpression)
  const body: PyStatement[] = []
  for (const node of childrenOf(tree.topNode))
    try {
      body.push(...readStatements(reading, [node]))
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown
      if (problems.length < MAX_ERRORS) problems.push(error(thrown.at, thrown.message, thrown.fix))
    }
  return { body, problems }
}

/** What the grammar did not read, one problem a line; what is nested too deep; lines that stand too far in or out. */
function treeProblems(tree: Tree, pasted: PastedText): Diagnostic[] {
  const problems: Diagnostic[] = []
  const lines = new Set<number>()
  let depth = 0
  let deep = false
  tree.iterate({
    enter: ({ type, from, to, node }) => {
      depth++
      if (depth > MAX_DEPTH && !deep) {
        deep = true
        problems.push(error(pasted.span({ from, to }), TOO_DEEP))
      }
      if (deep) return false
      if (type.isError) {
        const line = pasted.code.lastIndexOf('\n', Math.max(0, from - 1))
        if (!lines.has(line) && problems.length < MAX_ERRORS)
          problems.push(error(around(pasted, from, to), unread(pasted, node.parent?.name ?? '', from, to)))
        lines.add(line)
      }
      return true
    },
    leave: () => {
      depth--
    },
  })
  if (problems.length > 0) return problems.slice(0, deep ? 1 : MAX_ERRORS)
  const indentation = indentationProblem(tree.topNode, pasted)
  return indentation ? [indentation] : []
}

const TOO_DEEP = `Brackets, operators and blocks stand in each other more than ${MAX_DEPTH} times here. Give parts of it a name.`

/** An error without letters is marked at the word before it, or else after it. */
function around(pasted: PastedText, from: number, to: number) {
  if (to > from) return pasted.span({ from, to })
  const before = /\S+\s*$/.exec(pasted.code.slice(Math.max(0, from - 80), from))
  return pasted.span(
    before
      ? { from: from - before[0].length, to: from - (before[0].length - before[0].trimEnd().length) }
      : { from, to: Math.min(pasted.code.length, from + 1) },
  )
}

function unread(pasted: PastedText, parent: string, from: number, to: number): string {
  const text = pasted.text({ from, to }).trim()
  const next = pasted.code.slice(from).trimStart()
  if (parent === 'Body' && !text)
    return /:\s*$/.test(pasted.code.slice(0, from))
      ? 'Under a line that ends with `:` Python expects lines that are indented.'
      : OPENS.test(lineBefore(pasted.code, from))
        ? 'A `:` is missing at the end of this line.'
        : 'The next line is indented, and this one opens no block.'
  if (parent === 'Body') return 'A `:` is missing before this.'
  if (BRACKETED.has(parent) && next === '') return 'This bracket is not closed.'
  if (parent === 'String' || parent === 'FormatString')
    return 'This text is not closed: its last quotation mark is missing.'
  if (text === '=') return 'Python compares with `==`; one `=` assigns, and does not stand inside an expression.'
  if (/(\+\+|--)\s*$/.test(lineBefore(pasted.code, from) + text)) return 'Python has no `++` and `--`. Write `x += 1`.'
  if (/^print\b/.test(lineBefore(pasted.code, from)) && !text.startsWith('('))
    return 'In Python 3 `print` takes brackets: `print(x)`.'
  if (text)
    return `Python does not read on at “${text.slice(0, 30)}”. An operator, a comma or a bracket may be missing before it.`
  return 'Something is missing here: Python does not read on after this.'
}

const OPENS = /^(if|elif|else|for|while|def|class|with|try|except|finally|async|match|case)\b/

const BRACKETED = new Set([
  'ArgList',
  'ParamList',
  'TupleExpression',
  'ParenthesizedExpression',
  'ArrayExpression',
  'DictionaryExpression',
  'MemberExpression',
])

const lineBefore = (code: string, at: number): string => code.slice(code.lastIndexOf('\n', at - 1) + 1, at).trimStart()
