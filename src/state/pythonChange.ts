import type { Change, Input, Value } from '../core.ts'
import { exact } from '../notation/numbers.ts'
import { tensorOf } from '../primitives/value.ts'

/** A number as Python writes it. */
const NUMBER = /(?<![\w.])[-+]?(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][-+]?\d+)?/g

/** What may stand around the numbers of a list. */
const BRACKETS = /^[\s()[\],]*$/

/** What computes one number and nothing else. */
const ARITHMETIC = /^(?:[-+*/().\d_\seE]|\b(?:np|numpy|math|torch)\.pi\b)+$/

/**
 * How the text of a Python program gives an input another value. Of a list only the numbers change that differ, and each
 * keeps its kind: a float has its point. Null where no literal of the text is the value.
 */
export function pythonChange(source: string, { literal }: Input, value: Value): Change | null {
  const insert = literal && rewritten(source.slice(literal.from, literal.to), value)
  return literal && insert !== null ? { from: literal.from, to: literal.to, insert } : null
}

function rewritten(text: string, value: Value): string | null {
  const entries = tensorOf(value)?.entries
  if (!entries) return null
  const isListed = BRACKETS.test(text.replace(NUMBER, '')) && (text.match(NUMBER)?.length ?? 0) === entries.length
  if (!isListed) return typeof value === 'number' && ARITHMETIC.test(text) ? written(value, /[./eEi]/.test(text)) : null
  let at = 0
  return text.replace(NUMBER, (number) => {
    const entry = entries[at++]
    return Number(number.replaceAll('_', '')) === entry ? number : written(entry, /[.eE]/.test(number))
  })
}

function written(number: number, isFloat: boolean): string {
  if (!Number.isFinite(number)) return `float('${Number.isNaN(number) ? 'nan' : number > 0 ? 'inf' : '-inf'}')`
  const text = exact(number)
  return isFloat && /^-?\d+$/.test(text) ? `${text}.0` : text
}
