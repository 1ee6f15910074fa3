import { KEYS } from '../../../lessons/keys/index.ts'
import type { KeyRecord } from '../../../lessons/keys/key.ts'
import type { AnswerKind } from '../../../lessons/lesson.ts'

/** A part of a key’s form: fixed words, then what is chosen or written after them. */
export interface KeyPart {
  readonly words: string
  /** The words to choose from, or in capitals what is named; empty where there are only the fixed words. */
  readonly choices: readonly string[]
  readonly isOptional: boolean
}

/** One way to write a key, as its record says it: `adjoint NODE [of OUTPUT]`. */
export interface KeyForm {
  readonly record: KeyRecord
  readonly form: string
  readonly parts: readonly KeyPart[]
}

const isSlot = (word: string) => /^[A-Z]+$/.test(word) || word.includes('|')

function partsIn(form: string): KeyPart[] {
  const parts: KeyPart[] = []
  for (const [, within, plain] of form.matchAll(/\[([^\]]*)\]|([^[\]]+)/g)) {
    const isOptional = within !== undefined
    let words: string[] = []
    for (const word of (within ?? plain).trim().split(/\s+/).filter(Boolean)) {
      if (!isSlot(word)) words.push(word)
      else {
        parts.push({ words: words.join(' '), choices: word.split('|'), isOptional })
        words = []
      }
    }
    if (words.length > 0) parts.push({ words: words.join(' '), choices: [], isOptional })
  }
  return parts
}

/** All ways to write a key, in the order in which they are offered. */
export const KEY_FORMS: readonly KeyForm[] = KEYS.flatMap((record) =>
  record.form.split(', or ').map((form) => ({ record, form, parts: partsIn(form) })),
)

/** The forms with which that kind of answer can be asked for. */
export const formsFor = (kind: AnswerKind): readonly KeyForm[] =>
  KEY_FORMS.filter(({ record }) => kind === 'choice' || record.kinds.includes(kind))

/** What stands in each part; null for one that is left out, or still to be chosen. */
export type PartValues = readonly (string | null)[]

/** The key that is written so; parts that are still to be chosen are left out. */
export const keyWritten = ({ parts }: KeyForm, values: PartValues): string =>
  parts
    .flatMap(({ words, choices, isOptional }, i) => {
      const value = values[i] ?? null
      if (isOptional && value === null) return []
      return choices.length > 0 ? [words, value ?? ''] : [words]
    })
    .filter(Boolean)
    .join(' ')

/** Free text takes all that is left. */
const isText = ([first]: readonly string[]) => first === 'EXPRESSION' || first === 'ANSWER'

function patternOf({ parts }: KeyForm): RegExp {
  const pieces = parts.map(({ words, choices, isOptional }, i) => {
    const value = isText(choices) ? '(.*)' : choices.length > 1 ? `(${choices.join('|')})` : '(\\S+)'
    const fixed = words.replaceAll(' ', '\\s+')
    const start = i === 0 ? '' : '\\s+'
    if (choices.length === 0) return isOptional ? `(?:${start}(${fixed}))?` : `${start}(${fixed})`
    const whole = fixed === '' ? `${start}${value}` : `${start}${fixed}(?:\\s+${value})`
    return isOptional ? `(?:${whole})?` : fixed === '' ? `(?:${whole})?` : `${whole}?`
  })
  return new RegExp(`^${pieces.join('')}$`)
}

const PATTERNS = new Map(KEY_FORMS.map((form) => [form, patternOf(form)]))

/** What a key says in the parts of a form; null where it is not of that form. */
export function valuesIn(form: KeyForm, key: string): PartValues | null {
  const found = PATTERNS.get(form)?.exec(key.trim())
  return found ? found.slice(1).map((value) => value ?? null) : null
}

/** The form of a key; null where it has none of them. */
export const formOf = (key: string): KeyForm | null => KEY_FORMS.find((form) => valuesIn(form, key) !== null) ?? null
