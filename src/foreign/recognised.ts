import { type Diagnostic, error } from '../language/diagnostic.ts'
import { MAX_SOURCE } from '../language/limits.ts'
import type { Span } from '../language/syntax.ts'
import { c, java } from './c.ts'
import { excel, wolfram } from './formulas.ts'
import { javascript } from './javascript.ts'
import { julia } from './julia.ts'
import { latex } from './latex.ts'
import { matlab } from './matlab.ts'
import { python } from './python.ts'
import { r } from './r.ts'
import { ForeignText, type Language, type Sign } from './sign.ts'

/** Of languages that a text speaks for equally, the first is taken. */
const LANGUAGES: readonly Language[] = [python, latex, matlab, julia, r, javascript, c, java, wolfram, excel]

/** What several languages have, and our own may have by mistake, does not tell a language alone. */
const LEAST = 2

/** A language that is not ours, as a text shows it. */
export interface Recognised {
  readonly language: string
  /** Where it shows first. */
  readonly at: Span
  /** The first thing to change, after “This is R:”. */
  readonly change: string
}

/** The answer for the text that was asked about last: whoever compiles a text asks several times. */
let last: { readonly source: string; readonly found: Recognised | null } | null = null

/** The language other than ours that a text is written in; null for what is, or may be, ours. Takes a short time for any text. */
export function recognised(source: string): Recognised | null {
  if (source.length > MAX_SOURCE) return null
  if (last?.source !== source) last = { source, found: speaksMost(source) }
  return last.found
}

/** The language that the signs in a text speak for most. */
function speaksMost(source: string): Recognised | null {
  const text = new ForeignText(source)
  let best: Recognised | null = null
  let most = LEAST - 1
  for (const { name, signs } of LANGUAGES) {
    const found = signs.flatMap((sign) => foundOf(sign, text) ?? [])
    const weight = found.reduce((sum, { sign }) => sum + sign.weight, 0)
    if (weight <= most) continue
    most = weight
    const { at, sign } = found.reduce((first, next) => (next.at.from < first.at.from ? next : first))
    const { change } = sign
    best = { language: name, at, change: typeof change === 'string' ? change : change(source.slice(at.from, at.to)) }
  }
  return best
}

function foundOf(sign: Sign, text: ForeignText): { at: Span; sign: Sign } | null {
  const at = text.placeOf(sign)
  return at && { at, sign }
}

/** Whether a text is Python and not ours. Where both read it with the same meaning, it is ours. */
export const looksLikePython = (source: string): boolean => recognised(source)?.language === python.name

/** Whether a text is LaTeX and not ours. */
export const looksLikeLatex = (source: string): boolean => recognised(source)?.language === latex.name

/** What to say about a text of another language that is to be read as ours; null for other texts. */
export function foreignProblem(source: string): Diagnostic | null {
  const found = recognised(source)
  return found && error(found.at, `This is ${found.language}: ${found.change}.`)
}
