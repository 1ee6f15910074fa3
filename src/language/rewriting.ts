import type { Fix } from './diagnostic.ts'
import { replacing } from './edits.ts'
import { latexFix } from './latex.ts'
import type { Span } from './syntax.ts'
import { shorten } from './words.ts'

export const replaced = (span: Span, by: string): Fix => ({
  label: `Write ${shorten(by)}`,
  changes: [replacing(span, by)],
})

const OPERAND_BEFORE = /[\p{L}\p{M}\p{Nd}_.₀-₉]+[ \t]*$/u
const OPERAND_AFTER = /[ \t]*[\p{L}\p{Nd}_.][\p{L}\p{M}\p{Nd}_.₀-₉]*(?=[ \t]*(?:$|[\n\r;,)\]+\-*/@^<>=#]))/uy
/** How far away an operand is looked for. */
const REACH = 200

/** The plain operand from there on, with the blanks before it. */
export function operandAfter(at: number, source: string): string | undefined {
  OPERAND_AFTER.lastIndex = at
  return OPERAND_AFTER.exec(source)?.[0]
}

/** Writes a call for what stands between two plain operands. */
export function betweenFix(token: Span, source: string, call: (a: string, b: string) => string): Fix | undefined {
  const before = OPERAND_BEFORE.exec(source.slice(Math.max(0, token.from - REACH), token.from))?.[0]
  const after = operandAfter(token.to, source)
  if (before === undefined || after === undefined) return undefined
  return replaced({ from: token.from - before.length, to: token.to + after.length }, call(before.trim(), after.trim()))
}

/** What a sign before its operand, or between two of them, is written as: `√x`, `x % 3`, `\sin`. */
export function rewritten(token: Span, written: string, source: string): Fix | undefined {
  const latex = written === '\\' ? latexFix(source, token.from) : undefined
  if (latex) return latex
  if (written === '%') return betweenFix(token, source, (a, b) => `mod(${a}, ${b})`)
  if (written === '°') return { label: 'Write *pi/180', changes: [replacing(token, '*pi/180')] }
  if (written === '|') return magnitudeFix(token, source)
  const root = ROOTS.get(written)
  if (!root) return undefined
  if (/^\s*\(/.test(source.slice(token.to, token.to + REACH))) return replaced(token, root)
  const operand = operandAfter(token.to, source)
  if (operand === undefined) return undefined
  return replaced({ from: token.from, to: token.to + operand.length }, `${root}(${operand.trim()})`)
}

/** `|x|` as `abs(x)`, and `ln|x|` as `ln(abs(x))`. */
function magnitudeFix({ from, to }: Span, source: string): Fix | undefined {
  const inside = /^[^|\n\r]+(?=\|)/.exec(source.slice(to, to + REACH))?.[0]
  if (inside === undefined) return undefined
  const isOperand = /[\p{L}\p{M}]\s*$/u.test(source.slice(Math.max(0, from - REACH), from))
  return replaced({ from, to: to + inside.length + 1 }, isOperand ? `(abs(${inside}))` : `abs(${inside})`)
}

const ROOTS: ReadonlyMap<string, string> = new Map([
  ['√', 'sqrt'],
  ['∛', 'cbrt'],
])

/** Rows with semicolons between them, as MATLAB writes them; blanks may stand for commas between numbers. */
export function rowsFix({ from, to }: Span, source: string): Fix | undefined {
  const before = /\[[^[\]\n\r]*$/.exec(source.slice(Math.max(0, from - REACH), from))?.[0]
  const after = /^[^[\]\n\r]*\]/.exec(source.slice(to, to + REACH))?.[0]
  if (before === undefined || after === undefined) return undefined
  const rows = `${before};${after}`.slice(1, -1).split(';')
  const written = rows.map((row) => `[${row.trim().replace(/(?<=[\d.])[ \t]+(?=[-\d.])/g, ', ')}]`).join(', ')
  return replaced({ from: from - before.length, to: to + after.length }, `[${written}]`)
}
