import type { Span } from '../language/syntax.ts'

const DEFINITION =
  /^[ \t]*(?:(?:param|data|const|output)[ \t]+)?([\p{L}_][\p{L}\p{N}_]{0,60})[ \t]*(?:\([^()\n]{0,200}\)[ \t]*)?=(?![=>])/gmu

/** What says nothing about the language: a comment of ours, which what C includes is not, and the subscripts of `einsum`. */
const SILENT =
  /#(?!include[ \t]*[<"])[^\n\r]*|(?=['"])(?<=(?:^|[^.\p{L}\p{N}_])einsum\([ \t]{0,9})(?:'[^'\n]{0,200}'?|"[^"\n]{0,200}"?)/gmu

/** A text to be recognised: without comments and subscripts of our language, which leave blanks. */
export class ForeignText {
  readonly text: string
  readonly #places = new Map<Sign, Span | null>()
  readonly #parts = new Map<RegExp, boolean>()
  #defined: { readonly names: ReadonlySet<string>; readonly again: Span | null } | null = null

  constructor(source: string) {
    const mayHaveSilent = source.includes('#') || source.includes('einsum(')
    this.text = mayHaveSilent ? source.replace(SILENT, (silent) => ' '.repeat(silent.length)) : source
  }

  /** Where the text has a sign first; null if nowhere. What languages share is looked for once. */
  placeOf(sign: Sign): Span | null {
    const known = this.#places.get(sign)
    if (known !== undefined) return known
    const place = sign.find(this)
    this.#places.set(sign, place)
    return place
  }

  /** Whether the text has a part that several signs may need; it is looked for once. */
  has(part: RegExp): boolean {
    const known = this.#parts.get(part)
    if (known !== undefined) return known
    const found = part.test(this.text)
    this.#parts.set(part, found)
    return found
  }

  /** The names that lines of the text define. */
  get names(): ReadonlySet<string> {
    return this.#definitions.names
  }

  /** Where a line defines a name that one before it has defined; null if none does. */
  get again(): Span | null {
    return this.#definitions.again
  }

  get #definitions() {
    this.#defined ??= definitionsIn(this.text)
    return this.#defined
  }
}

function definitionsIn(text: string): { names: ReadonlySet<string>; again: Span | null } {
  const defined: string[] = []
  for (const [, name = ''] of text.matchAll(DEFINITION)) defined.push(name)
  // Made of a list, a set takes half the time.
  const names = new Set(defined)
  return { names, again: names.size < defined.length ? firstAgain(text) : null }
}

function firstAgain(text: string): Span | null {
  const names = new Set<string>()
  for (const { index, 0: found, 1: name = '' } of text.matchAll(DEFINITION)) {
    const from = index + found.indexOf(name)
    if (names.size === names.add(name).size) return { from, to: from + name.length }
  }
  return null
}

/** What tells a language from ours. */
export interface Sign {
  /** Where the text has it first; null if nowhere. */
  readonly find: (text: ForeignText) => Span | null
  /** How surely it is that language: 3 for what no other has, 1 for what several have. */
  readonly weight: 1 | 2 | 3
  /** The first thing to change, after “This is R:”, given what was found. */
  readonly change: string | ((found: string) => string)
}

export interface Language {
  readonly name: string
  readonly signs: readonly Sign[]
}

/** Whether what a pattern finds is a sign, given the text around it. */
export type Holds = (found: RegExpMatchArray, text: ForeignText) => boolean

/** Of some kinds there may be many that do not hold; more than this are not looked at. */
const MOST_TRIED = 2_000

/**
 * A sign by a pattern, which is global and whose repetitions are bounded, so that a long text takes a short time. Its first
 * group, if it has one, is the place.
 */
export const sign = (weight: Sign['weight'], pattern: RegExp, change: string, holds: Holds = () => true): Sign => ({
  weight,
  change,
  find: (text) => {
    let tried = 0
    for (const found of text.text.matchAll(pattern)) {
      if (holds(found, text)) return spanOf(found)
      if (++tried === MOST_TRIED) break
    }
    return null
  },
})

/** What changes a name's value in place, as in `x += 1` and `i++`. */
export const UPDATE = /[-+*/@%]=|\+\+|--/

/** A sign that is looked for only where a text has a part of it, which is soon said, and which most texts of ours lack. */
export const having = (part: RegExp, sign: Sign): Sign => ({
  ...sign,
  find: (text) => (text.has(part) ? sign.find(text) : null),
})

function spanOf({ index = 0, 0: whole, 1: place = whole }: RegExpMatchArray): Span {
  const from = index + whole.lastIndexOf(place)
  return { from, to: from + place.length }
}

/** For a word that is an ordinary name where the program defines it. */
export const unlessDefined: Holds = ([found, word = found], { names }) => !names.has(word)
