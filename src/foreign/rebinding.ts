import { quote } from '../language/words.ts'
import type { Sign } from './sign.ts'

/** What only our language writes: powers with ^, roles, functions by their formula, products without a sign. */
const OURS = [
  /[\^²³·×]/,
  /^[ \t]*(?:param|data|const|output)[ \t]+\p{L}/mu,
  /^[ \t]*[\p{L}_]\w{0,60}\([\p{L}\p{N}_, ]{0,200}\)[ \t]*=(?!=)/mu,
  /(?<![\p{L}\p{N}_.])\d[\d.]{0,40}(?![eEjJ][-+]?\d|[jJ\d.])[ \t]?[\p{L}_(]/u,
  /\)[ \t]?[(\d]/,
]

/** Functions that Python has without a library. */
const BUILT_IN = new Set(['abs', 'max', 'min', 'sum', 'pow', 'round', 'float', 'int', 'len', 'range', 'print'])

const CALL = /(?<![\p{L}\p{N}_.])([\p{L}_][\p{L}\p{N}_]{0,60})\(/gu

function mayBePython(text: string): boolean {
  if (OURS.some((pattern) => pattern.test(text))) return false
  if (!text.includes('(')) return true
  for (const [, callee = ''] of text.matchAll(CALL)) if (!BUILT_IN.has(callee)) return false
  return true
}

/** `y = x`, then `y = y * 2`: in our language a mistake, and in Python a new value. */
export const rebinding = (change: string): Sign => ({
  weight: 2,
  change: (name) => `${quote(name)} gets another value, so ${change}, or give it another name`,
  find: (text) => (mayBePython(text.text) ? text.again : null),
})
