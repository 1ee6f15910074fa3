import type { TokenKind } from './token.ts'

/** What a spelling stands for. */
interface Meaning {
  readonly kind: TokenKind
  readonly text: string
  readonly wrong: boolean
}

/** Its own spelling, others that are read as well, and misspellings of one meaning, which are reported with a fix. */
const SPELLINGS: readonly (readonly [kind: TokenKind, text: string, read: string, misspelt: string])[] = [
  ['operator', '+', '', '＋'],
  ['operator', '-', '−', '– — － ‐ ‑'],
  ['operator', '*', '· × ⋅ ∗ • ∙ ⊙', '＊'],
  ['operator', '@', '', '＠'],
  ['operator', '/', '÷ ∕', '／'],
  ['operator', '^', '**', '＾ ˆ'],
  ['operator', '<', '', '＜'],
  ['operator', '<=', '≤', '=< ⩽'],
  ['operator', '>', '', '＞'],
  ['operator', '>=', '≥', '⩾'],
  ['operator', '==', '', ''],
  ['operator', '!=', '≠', '<>'],
  ['operator', '=', '', ':= ＝ ←'],
  ['bracket', '(', '', '（'],
  ['bracket', ')', '', '）'],
  ['bracket', '[', '', ''],
  ['bracket', ']', '', ''],
  ['bracket', '⟨', '〈 〈', ''],
  ['bracket', '⟩', '〉 〉', ''],
  ['bracket', '‖', '∥', ''],
  ['separator', ',', '', '，'],
  ['separator', ';', '', '；'],
  ['error', '//', '', ''],
  ['error', '/*', '', ''],
  ['error', '*/', '', ''],
]

const NUMBERS: readonly (readonly [character: string, value: number])[] = [
  ...([...'½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒'].map((character) => {
    const [numerator = '', denominator = ''] = character.normalize('NFKC').split('⁄')
    return [character, Number(numerator) / Number(denominator)]
  }) as [string, number][]),
  ['∞', Number.POSITIVE_INFINITY],
]

const words = (list: string): string[] => list.split(' ').filter((word) => word !== '')

const SYMBOLS: ReadonlyMap<string, Meaning> = new Map([
  ...SPELLINGS.flatMap(([kind, text, read, misspelt]): [string, Meaning][] => [
    ...[text, ...words(read)].map((spelling): [string, Meaning] => [spelling, { kind, text, wrong: false }]),
    ...words(misspelt).map((spelling): [string, Meaning] => [spelling, { kind, text, wrong: true }]),
  ]),
  ...NUMBERS.map(([character, value]): [string, Meaning] => [
    character,
    { kind: 'number', text: String(value), wrong: false },
  ]),
])

/** A symbol as it is spelt in a text. */
interface Spelt {
  readonly spelling: string
  readonly meaning: Meaning
}

/** By the code of the first character: the symbols that may start there, the longest spelling first. */
const STARTING = new Map<number, readonly Spelt[]>()
for (const [spelling, meaning] of [...SYMBOLS].sort(([a], [b]) => b.length - a.length)) {
  const first = spelling.charCodeAt(0)
  STARTING.set(first, [...(STARTING.get(first) ?? []), { spelling, meaning }])
}

const NONE: readonly Spelt[] = []

/** The symbol of the longest spelling that starts there; undefined if none does. */
export function symbolAt(source: string, at: number): Spelt | undefined {
  for (const spelt of STARTING.get(source.charCodeAt(at)) ?? NONE)
    if (spelt.spelling.length === 1 || source.startsWith(spelt.spelling, at)) return spelt
  return undefined
}
