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

/** By first character: the symbols that may start there, the longest spelling first. */
const STARTING = new Map<string, readonly Spelt[]>()
for (const [spelling, meaning] of [...SYMBOLS].sort(([a], [b]) => b.length - a.length)) {
  const first = spelling.charAt(0)
  STARTING.set(first, [...(STARTING.get(first) ?? []), { spelling, meaning }])
}

/** The symbol of the longest spelling that starts there; undefined if none does. */
export const symbolAt = (source: string, at: number): Spelt | undefined =>
  STARTING.get(source.charAt(at))?.find(({ spelling }) => spelling.length === 1 || source.startsWith(spelling, at))
