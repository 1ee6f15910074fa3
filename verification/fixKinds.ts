import type { Fix } from '../src/core.ts'
import { modules } from '../src/python/library/library.ts'
import type { Running } from '../src/python/run/running.ts'

/** A fix that is offered for a text, what is said with it, and the text after it. */
interface OfferedFix {
  readonly source: string
  readonly message: string
  readonly fix: Fix
  readonly after: string
}

/** What a fix may do, by what is said with it. */
interface FixKind {
  readonly says: RegExp
  /** The text had no meaning before; or every value stays; or a name that nothing defines gets the meaning of its parts. */
  readonly before: 'refused' | 'kept' | 'undefined name'
  /** Whether it changes what it says, and nothing else. */
  readonly isRight: (offered: OfferedFix) => boolean
}

const taken = ({ source, fix }: OfferedFix): string[] => fix.changes.map(({ from, to }) => source.slice(from, to))
const put = ({ fix }: OfferedFix): string[] => fix.changes.map(({ insert }) => insert)

/** The letters and digits of a text, in order. */
const lettersOf = (text: string): string => text.replace(/π/g, 'pi').replace(/[^\p{L}\p{N}]/gu, '')
const keepsLetters = ({ source, after }: OfferedFix): boolean => lettersOf(source) === lettersOf(after)
const sortedLetters = (text: string): string => [...lettersOf(text.normalize('NFKC'))].sort().join('')

/** Only such signs differ. */
const onlyDiffersIn =
  (signs: RegExp) =>
  ({ source, after }: OfferedFix): boolean =>
    source.replace(signs, '') === after.replace(signs, '')

const adds =
  (inserted: RegExp) =>
  (offered: OfferedFix): boolean =>
    taken(offered).every((text) => text.trim() === '') && put(offered).every((text) => inserted.test(text))

const removes =
  (removed: RegExp) =>
  (offered: OfferedFix): boolean =>
    put(offered).every((text) => text === '') && taken(offered).every((text) => removed.test(text))

/** Signs that look like what they are written for, besides those that Unicode says are the same. */
const SAME_SIGN: ReadonlyMap<string, string> = new Map([
  [':=', '='],
  ['–', '-'],
  ['⩽', '<='],
  ['⩾', '>='],
])

/** Functions by the names that other countries give them. */
const SAME_FUNCTION: ReadonlyMap<string, string> = new Map(
  'tg tan,ctg cot,arctg atan,arcctg acot,sh sinh,ch cosh,th tanh,ld log2,average mean,avg mean'
    .split(',')
    .map((pair) => pair.split(' ') as [string, string]),
)

const libraries = modules({} as Running)
const isInLibrary = (name: string): boolean =>
  ['numpy', 'torch', 'torch.nn.functional', 'jax.numpy', 'jax.nn', 'jax.lax', 'math', 'scipy.special'].some((path) =>
    libraries.get(path)?.members.has(name),
  )

/** Letters that must be put in, left out or written otherwise to make one word the other (Wagner and Fischer 1974). */
function distanceOf(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (const [j, other] of [...b].entries())
      next.push(Math.min(next[j] + 1, row[j + 1] + 1, row[j] + Number(letter !== other)))
    row = next
  }
  return row[b.length]
}

/** Another spelling of one function, or a slip: of letters, in a name that no library has. */
function isMisspelling(offered: OfferedFix): boolean {
  const [[written], [meant]] = [taken(offered), put(offered)]
  const digits = (name: string) => name.replace(/\D/g, '')
  return (
    SAME_FUNCTION.get(written) === meant ||
    (!isInLibrary(written) &&
      digits(written) === digits(meant) &&
      distanceOf(written.toLowerCase(), meant.toLowerCase()) <= 2)
  )
}

const isDefinition = (lines: string): boolean =>
  lines
    .trim()
    .split('\n')
    .every((line) => /^\S+ = 1$/.test(line))

/** Every kind of fix that there is. What is not here is not offered. */
const FIX_KINDS: readonly FixKind[] = [
  {
    says: /has no definition, so it is an input of value 1\.$|have no definition, so they are inputs of value 1\.$/,
    before: 'kept',
    isRight: (offered) => taken(offered).join('') === '' && put(offered).every(isDefinition),
  },
  {
    says: /has no definition, so it is an input of value 1\. For a (function|product|transpose) write/,
    before: 'undefined name',
    isRight: keepsLetters,
  },
  { says: /gives the same and (keeps the digits|does not overflow)/, before: 'kept', isRight: () => true },
  { says: /^“.*” is read as .*: the (division|power) comes first/s, before: 'kept', isRight: adds(/^\*$/) },
  { says: /stand side by side/, before: 'refused', isRight: adds(/^ ?[*,@] ?$/) },
  {
    says: /^Brackets stand around what a function is applied to/,
    before: 'refused',
    isRight: ({ source, after }) => sortedLetters(source) === sortedLetters(after),
  },
  {
    says: /^This bracket is never closed|is closed by “.*” here/s,
    before: 'refused',
    isRight: onlyDiffersIn(/[()[\]]/g),
  },
  { says: /^There is no function “.*”\. Did you mean/s, before: 'refused', isRight: isMisspelling },
  {
    says: /is not part of the language\. (?!Write “)/,
    before: 'refused',
    isRight: (offered) => removes(/^[\p{Cf}\p{Cc}]+$/u)(offered) || taken(offered).every((text) => /^[√∛]/.test(text)),
  },
  {
    says: /is not part of the language\. Write “/,
    before: 'refused',
    isRight: (offered) =>
      taken(offered).every((text, k) => put(offered)[k] === (SAME_SIGN.get(text) ?? text.normalize('NFKC'))),
  },
  { says: /is not a number that can be read: it has “_” in it/, before: 'refused', isRight: onlyDiffersIn(/_/g) },
  { says: /stands before a definition/, before: 'refused', isRight: adds(/^ = 1$/) },
  {
    says: /has no parameters\. Without them it is a plain definition/,
    before: 'refused',
    isRight: removes(/^\(\s*\)$/),
  },
  { says: /is not a function\. For a product write/, before: 'refused', isRight: adds(/^\*$/) },
  {
    says: /^A statement defines one name/,
    before: 'refused',
    isRight: ({ source, after }) => new Set(lettersOf(source)).size === new Set(lettersOf(after)).size,
  },
  {
    says: /^A comma stands only between .* Separate statements with/,
    before: 'refused',
    isRight: (offered) => taken(offered).join() === ',' && put(offered).join() === ';',
  },
  { says: /^This line may go on with the one above/, before: 'refused', isRight: adds(/^\s+$/) },
  { says: /^Comparisons do not chain/, before: 'refused', isRight: ({ after }) => after.includes(')*(') },
  {
    says: /^This is LaTeX/,
    before: 'refused',
    isRight: ({ fix, after }) => fix.preview === after,
  },
]

/** The kind of a fix, by what is said with it; undefined where there is none. */
export const kindOf = (message: string): FixKind | undefined => FIX_KINDS.find(({ says }) => says.test(message))
