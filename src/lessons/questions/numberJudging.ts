import { sameShape, shapeWords } from '../../primitives/shape.ts'
import { type Tensor, tensorOf } from '../../primitives/value.ts'
import type { NumberSlip } from '../keys/key.ts'
import { NoKey } from '../keys/noKey.ts'
import { quantityAt } from '../keys/quantity.ts'
import type { AnswerKind } from '../lesson.ts'
import { byHand } from './byHand.ts'
import { type Closeness, closenessTo, isRightly, isRoughly } from './closeness.ts'
import { rightElsewhere } from './elsewhere.ts'
import type { Judgement } from './judgement.ts'
import { type KeyedQuestion, NO_COUNT, RIGHT, slipByText, unreadable, wrong } from './kinds/kind.ts'
import { type ValuedFormula, valueFormula } from './valued.ts'

/** Slips that are looked through at most. */
const MOST_SLIPS = 2000

/** The right number or array of a question; others have none. */
export function rightTensor({ key: { right } }: KeyedQuestion): Tensor {
  const tensor = right.form === 'value' ? tensorOf(right.value) : null
  return tensor ?? { shape: [], entries: Float64Array.of(Number.NaN) }
}

/** Judges a number, an array or a formula for one of them. */
export function judgeNumber(keyed: KeyedQuestion, given: string): Judgement {
  const { setting, question, key } = keyed
  const right = rightTensor(keyed)
  const text = bracketed(given, right)
  const misread = decimalComma(text)
  if (misread) return misread
  const valued = valueFormula(setting, text, { withheld: key.withheld })
  const byText = slipByText(question, given)
  if (!('tensor' in valued)) {
    if (byText !== null) return wrong(byText)
    const [{ message, from, to }] = valued
    const shift = leadingBlanks(given) - (text.length > given.trim().length ? 1 : 0)
    return { verdict: 'unreadable', message, at: { from: Math.max(0, from + shift), to: Math.max(0, to + shift) } }
  }
  const useless = byText === null ? ofNoUse(valued.tensor, question.kind) : null
  if (useless !== null) return unreadable(useless)
  const closeness = closenessTo(valued, right)
  if (!isRightly(closeness)) return wrong(byText ?? slipAt(keyed, valued, text, closeness))
  const elsewhere = rightElsewhere(keyed, valued, text)
  if (elsewhere === null) return RIGHT
  return wrong((valued.varies ? byHand(keyed, valued, text) : null) ?? elsewhere)
}

/** What cannot be an answer, and so is no wrong one: every key is finite. */
function ofNoUse({ shape, entries }: Tensor, kind: AnswerKind): string | null {
  if (!entries.every(Number.isFinite))
    return 'This is no finite number: look for a division by 0, or for what has no real value, and write it anew.'
  return kind === 'count' && !(shape.length === 0 && Number.isInteger(entries[0]) && entries[0] >= 0) ? NO_COUNT : null
}

const leadingBlanks = (text: string): number => text.length - text.trimStart().length

/** `3, -5` is an array where one is asked for. */
function bracketed(given: string, { shape }: Tensor): string {
  const text = given.trim()
  if (shape.length !== 1 || /^[[(].*[\])]$/s.test(text) || !text.includes(','))
    return text.replace(/^\((.*,.*)\)$/s, '[$1]')
  return `[${text}]`
}

/** A comma for the decimals would be read as two numbers. */
function decimalComma(text: string): Judgement | null {
  const found = /^\s*[-−+]?\d+(,)\d+\s*$/.exec(text)
  if (!found) return null
  const from = text.indexOf(',')
  const message = 'Write a point for the decimals, as in 3.5; several numbers stand in brackets, as in [3, 5].'
  return { verdict: 'unreadable', message, at: { from, to: from + 1 } }
}

/** What explains a wrong number: the file’s slips, those of the formula, those that follow from the key. */
function slipAt(keyed: KeyedQuestion, valued: ValuedFormula, text: string, closeness: Closeness | null): string | null {
  const [own, automatic] = [ownSlips(keyed), keySlips(keyed)]
  const first = (slips: readonly NumberSlip[], explains: typeof isRoughly) =>
    slips.find(({ answer }) => explains(closenessTo(valued, answer), valued.decimals))?.slip ?? null
  return (
    first(own, isRightly) ??
    (valued.varies ? byHand(keyed, valued, text) : null) ??
    first(automatic, isRightly) ??
    offBy(closeness) ??
    (valued.varies ? null : byHand(keyed, valued, text)) ??
    first([...own, ...automatic], isRoughly) ??
    otherShape(valued.tensor, rightTensor(keyed))
  )
}

function offBy(closeness: Closeness | null): string | null {
  if (closeness === 'coarse')
    return 'Right as far as it goes, and rounded too much: three significant figures at least, or a formula.'
  if (closeness === 'cut') return 'Cut off where it should be rounded: look at the last figure.'
  return closeness === 'near' ? 'Close, but not it: compute with more figures, or write it as a formula.' : null
}

const otherShape = (given: Tensor, right: Tensor): string | null =>
  sameShape(given.shape, right.shape)
    ? null
    : `This is ${shapeWords(given.shape)}, and ${shapeWords(right.shape)} is asked for.`

/** Slips of the file that can be computed here, and are not right. */
export function ownSlips(keyed: KeyedQuestion): NumberSlip[] {
  const { setting, question } = keyed
  const found = (question.slips ?? []).flatMap(({ answer, slip }): NumberSlip[] => {
    const valued = tried(() => quantityAt(setting, answer))
    return valued && 'tensor' in valued ? [{ answer: valued.tensor, slip }] : []
  })
  return toldApart(found, rightTensor(keyed))
}

/** Those that follow from the key: the first of several with the same number. */
export function keySlips(keyed: KeyedQuestion): NumberSlip[] {
  const all: NumberSlip[] = []
  for (const slip of keyed.key.slips?.() ?? []) {
    all.push(slip)
    if (all.length === MOST_SLIPS) break
  }
  return toldApart(all, rightTensor(keyed))
}

/** Two of equal numbers cannot be told apart: the likeliest stays, and none that is right. */
export function toldApart(slips: readonly NumberSlip[], right: Tensor): NumberSlip[] {
  const seen = new Set([written(right)])
  return slips.filter(({ answer }) => {
    const text = written(answer)
    const isNew = !seen.has(text)
    seen.add(text)
    return isNew
  })
}

/** To ten figures, so that rounding errors make no two of one. */
const written = ({ shape, entries }: Tensor): string =>
  `${shape.join()}:${Array.from(entries, (x) => (Math.abs(x) < 1e-14 ? '0' : x.toPrecision(10))).join()}`

function tried<Result>(compute: () => Result): Result | null {
  try {
    return compute()
  } catch (problem) {
    if (problem instanceof NoKey) return null
    throw problem
  }
}
