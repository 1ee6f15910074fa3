import type { Span } from '../language/syntax.ts'

/** A formula of a text, without the signs around it. */
export interface FormulaText extends Span {
  readonly text: string
}

const FENCED = [
  /\$\$([\s\S]+?)\$\$/g,
  /\\\[([\s\S]+?)\\\]/g,
  /\\\(([\s\S]+?)\\\)/g,
  /\\begin\{(?:equation|align|gather|multline|eqnarray|displaymath|math|aligned|split|alignat)\*?\}(?:\{\d+\})?([\s\S]+?)\\end\{(?:equation|align|gather|multline|eqnarray|displaymath|math|aligned|split|alignat)\*?\}/g,
  /(?<!\\)\$([^$]+?)(?<!\\)\$/g,
]

/** What only sets the text. It is blanked, so that places stay. */
const SETTING =
  /\\(?:label|tag|ref|eqref|cite)\*?\{[^{}]*\}|\\(?:nonumber|notag|displaystyle|limits|nolimits)(?![a-zA-Z])|(?<!\\)%[^\n]*|\\begin\{(?:aligned|split)\}|\\end\{(?:aligned|split)\}/g

/** The formulas of a text: what stands between `$` signs and the like, or else the text itself; each line one. */
export function formulasIn(source: string): FormulaText[] {
  const text = source.replace(SETTING, (setting) => ' '.repeat(setting.length))
  const fenced = fencedIn(text)
  const parts = fenced.length > 0 ? fenced : [{ text, from: 0, to: text.length }]
  const isWhole = fenced.length === 0
  return parts.flatMap((part) => linesOf(part, isWhole)).flatMap(trimmed)
}

function fencedIn(text: string): FormulaText[] {
  let left = text
  const found: FormulaText[] = []
  for (const fence of FENCED)
    left = left.replace(fence, (whole, inner: string, at: number) => {
      const from = at + whole.indexOf(inner)
      found.push({ text: inner, from, to: from + inner.length })
      return ' '.repeat(whole.length)
    })
  return found.sort((a, b) => a.from - b.from)
}

/** At `\\`, at line ends where the whole text is formulas; not within `\begin{cases}` and braces. */
function linesOf({ text, from }: FormulaText, atLineEnds: boolean): FormulaText[] {
  const lines: FormulaText[] = []
  let start = 0
  let depth = 0
  const cut = (to: number, next: number) => {
    lines.push({ text: text.slice(start, to), from: from + start, to: from + to })
    start = next
  }
  for (let at = 0; at < text.length; at++) {
    const rest = text.slice(at, at + 7)
    if (rest.startsWith('\\begin{') || text[at] === '{') depth++
    if ((rest.startsWith('\\end{') || text[at] === '}') && depth > 0) depth--
    if (rest.startsWith('\\left')) depth++
    if (rest.startsWith('\\right')) depth = Math.max(0, depth - 1)
    if (depth > 0) {
      if (text[at] === '\\' && /[\\{}]/.test(text[at + 1] ?? '')) at++
    } else if (rest.startsWith('\\\\')) {
      cut(at, at + 2)
      at++
    } else if (text[at] === '\n' && atLineEnds) cut(at, at + 1)
    else if (text[at] === '\\') at++
  }
  cut(text.length, text.length)
  return lines
}

/** Without blanks, alignment marks and a stop at the end. */
function trimmed({ text, from }: FormulaText): FormulaText[] {
  const clean = withoutAlignment(text)
  const start = clean.search(/\S/)
  const end = clean.replace(/(?:\s|\\[,;:!]|\\quad|\\qquad|[.,;])+$/, '').length
  return start < 0 || end <= start ? [] : [{ text: clean.slice(start, end), from: from + start, to: from + end }]
}

/** `&` aligns lines; within `\begin{cases}` and matrices it separates cells. */
function withoutAlignment(text: string): string {
  let depth = 0
  return text.replace(/\\begin\{|\\end\{|\\&|&/g, (sign) => {
    if (sign === '\\begin{') depth++
    if (sign === '\\end{') depth--
    return sign === '&' && depth === 0 ? ' ' : sign
  })
}
