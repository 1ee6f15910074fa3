import type { Span } from '../../language/syntax.ts'
import type { PyExpression } from './pySyntax.ts'
import type { GrammarNode, Reading } from './reading.ts'

const DECIMAL = /^(0(_?0)*|[1-9](_?\d)*)$/
const FLOAT = /^((\d(_?\d)*)?\.\d(_?\d)*|\d(_?\d)*\.)([eE][+-]?\d(_?\d)*)?$|^\d(_?\d)*[eE][+-]?\d(_?\d)*$/
const OTHER_BASE = /^0([xX](_?[\da-fA-F])+|[oO](_?[0-7])+|[bB](_?[01])+)$/

/** `2`, `1_000`, `0x1F`, `.5`, `1.`, `2e-3`. */
export function readNumber(reading: Reading, node: GrammarNode): PyExpression {
  const text = reading.text(node)
  const digits = text.replaceAll('_', '')
  const at = reading.span(node)
  if (/[jJ]$/.test(text)) return { kind: 'unread', message: 'Complex numbers are not read here.', ...at }
  if (FLOAT.test(text)) return { kind: 'number', value: Number(digits), dtype: 'float', ...at }
  if (!DECIMAL.test(text) && !OTHER_BASE.test(text))
    reading.refuse(
      /^0\d/.test(text) ? 'Python does not read whole numbers that begin with 0.' : `“${text}” is no number of Python.`,
      node,
    )
  const value = Number(digits)
  if (!Number.isSafeInteger(value))
    reading.refuse('Whole numbers beyond 2^53 are not read here, since they would be rounded. Write a float.', node)
  return { kind: 'number', value, dtype: 'int', ...at }
}

const QUOTED = /^([a-zA-Z]*)('''|"""|'|")/

/** The letters of `'text'`. */
export function readText(reading: Reading, node: GrammarNode): string {
  const inner = innerOfText(reading, node)
  const text = reading.text(inner)
  return inner.isRaw ? text : unescaped(text)
}

/** The stretch between the quotation marks. */
export function innerOfText(reading: Reading, node: GrammarNode): Span & { readonly isRaw: boolean } {
  const text = reading.text(node)
  const [opening, prefix, quotes] = QUOTED.exec(text) ?? ['', '', '']
  if (!quotes || text.length < opening.length + quotes.length || !text.endsWith(quotes))
    reading.refuse('This text is not closed: its last quotation mark is missing.', node)
  return { from: node.from + opening.length, to: node.to - quotes.length, isRaw: /r/i.test(prefix) }
}

const ESCAPE = /\\(\r?\n|x[\da-fA-F]{2}|u[\da-fA-F]{4}|[0-7]{1,3}|.)/g
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\\': '\\', "'": "'", '"': '"' }

/** `\n` and the like as the letters that they stand for. */
export const unescaped = (text: string): string =>
  text.replace(ESCAPE, (whole: string, code: string) => {
    if (/^\r?\n$/.test(code)) return ''
    if (/^[xu]./.test(code)) return String.fromCharCode(Number.parseInt(code.slice(1), 16))
    if (/^[0-7]/.test(code)) return String.fromCharCode(Number.parseInt(code, 8))
    return Object.hasOwn(ESCAPES, code) ? ESCAPES[code] : whole
  })
