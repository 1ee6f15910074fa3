import type { TokenKind } from './token.ts'

/** What a spelling stands for. */
export interface Meaning {
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

/** The spellings of more than one character, longest first, by their first character. */
const LONG_SPELLINGS = new Map<string, string[]>()
for (const spelling of [...SYMBOLS.keys()].sort((a, b) => b.length - a.length))
  if (spelling.length > 1) {
    const first = spelling.charAt(0)
    LONG_SPELLINGS.set(first, [...(LONG_SPELLINGS.get(first) ?? []), spelling])
  }

const NONE: readonly string[] = []

/** The longest spelling of a symbol that starts there; one character if none does. */
export function spellingAt(source: string, at: number): string {
  const first = source.charAt(at)
  for (const spelling of LONG_SPELLINGS.get(first) ?? NONE) if (source.startsWith(spelling, at)) return spelling
  return first
}

/** The symbol of that spelling; undefined if the language has none. */
export const meaningOf = (spelling: string): Meaning | undefined => SYMBOLS.get(spelling)
