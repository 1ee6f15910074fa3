import { entryNamed } from '../graph/nodes.ts'
import { superscript } from './numbers.ts'

/** A name as mathematics writes it: `x_1`, `x1` and `w0` have a subscript, `alpha` is a letter. */
interface Parts {
  readonly base: string
  readonly subscript: string
}

const LETTERS =
  'alpha α beta β gamma γ delta δ epsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ ' +
  'sigma σ tau τ upsilon υ phi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Phi Φ Psi Ψ Omega Ω'

const pairs = LETTERS.split(' ')
const words = pairs.filter((_, i) => i % 2 === 0)
const letterOf: ReadonlyMap<string, string> = new Map(words.map((word, i) => [word, pairs[2 * i + 1]]))
const wordOf: ReadonlyMap<string, string> = new Map(words.map((word, i) => [pairs[2 * i + 1], word]))

const isLetter = (text: string) => [...text].length === 1 || letterOf.has(text)

function partsOf(name: string): Parts {
  if (name.includes(' ')) return { base: name, subscript: '' }
  const underscored = /^([^_]+)_(.+)$/u.exec(name)
  if (underscored && isLetter(underscored[1])) return { base: underscored[1], subscript: underscored[2] }
  // A number may be written low already: β₁ is β1.
  const numbered = /^(.*[^\d_])_?(\d+)$/u.exec(name.replace(/(?<![\d₀-₉])[₀-₉]+$/, (low) => low.normalize('NFKC')))
  return numbered ? { base: numbered[1], subscript: numbered[2] } : { base: name, subscript: '' }
}

const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉'
const DOT = '\u0307'
const BAR = '\u0304'

const lowered = (subscript: string) =>
  /^\d*$/.test(subscript) ? subscript.replace(/\d/g, (digit) => SUBSCRIPTS[Number(digit)]) : `_${subscript}`

/** The name of an array, and the indices of the entry: `W[0,1]`. */
function entryOf(name: string): { array: string; indices: string } {
  const entry = entryNamed(name)
  return entry ? { array: entry.array, indices: entry.indices.join(',') } : { array: name, indices: '' }
}

/** `x (line 4, round 2)`: which of several values of that name it is, as where a program gives it anew. */
function versionOf(name: string): { named: string; version: string } {
  const [, named = name, version = ''] = /^(.+?)( \([^()]+\))$/su.exec(name) ?? []
  return { named, version }
}

/** For the screen: x1 is x₁, alpha is α; the mark stands over the first letter. */
function marked(name: string, mark: string): string {
  const { array, indices } = entryOf(name)
  const { named, version } = versionOf(array)
  const { base, subscript } = partsOf(named)
  const [first, ...rest] = letterOf.get(base) ?? base
  return first + mark + rest.join('') + lowered(subscript) + version + (indices && `[${indices}]`)
}

export const displayName = (name: string): string => marked(name, '')
/** The same where there is little room: `x (round 2)` is x⁽²⁾, `x (line 4, round 2)` is x⁽²⁾ line 4. */
export const briefName = (name: string): string =>
  displayName(name).replace(
    / \((.*?)(?:, )?round ([\d.]+)(.*)\)/s,
    (_, line, round, rest) => `⁽${round.replace(/\d/g, superscript)}⁾${line && ` ${line}`}${rest}`,
  )
export const displayTangent = (name: string): string => marked(name, DOT)
export const displayAdjoint = (name: string): string => marked(name, BAR)
export const displaySecond = (name: string): string => marked(name, BAR + DOT)

/** Letters for which KaTeX has a glyph or a place in text; others become a question mark. */
const TYPESET =
  /[A-Za-z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff\u0400-\u04ff\u0531-\u0586\u0900-\u1099\u10a0-\u10ff\u3040-\u30ff\u4e00-\u9faf\uac00-\ud7a3]/

/** Signs that text may have between its letters: parts of a run have names such as `round 2` and `nn.Linear`. */
const SIGN = /[ .,:;!()[\]=+*/'-]/

const escaped = (text: string) =>
  [...text.normalize('NFKC')].map((c) => (c === '_' ? '\\_' : TYPESET.test(c) || SIGN.test(c) ? c : '?')).join('')

function latexWord(text: string): string {
  const word = letterOf.has(text) ? text : wordOf.get(text)
  if (word) return `\\${word}`
  if (/^[A-Za-z]$|^\d+$/.test(text)) return text
  return /^[A-Za-z0-9_]+$/.test(text) ? `\\mathit{${escaped(text)}}` : `\\textit{${escaped(text)}}`
}

/** LaTeX of a name, whatever its characters; `accent` is a command such as `\dot`, or several (`\dot \bar`), over the name without its subscript. */
export function latexName(name: string, accent = ''): string {
  const { array, indices } = entryOf(name)
  if (indices) return `${latexName(array, accent)}[${indices}]`
  const { named, version } = versionOf(name)
  return plainLatexName(named, accent) + (version && `\\textrm{${escaped(version)}}`)
}

/** A bar is as wide as the word below it. */
const accentedLatex = (commands: readonly string[], letter: string): string =>
  commands
    .map((command) => (command === '\\bar' && letter.includes('{') ? '\\overline' : command))
    .reduceRight((inner, command) => `${command}{${inner}}`, letter)

function plainLatexName(name: string, accent: string): string {
  const { base, subscript } = partsOf(name)
  const letter = latexWord(base)
  const accented = accent ? accentedLatex(accent.split(' '), letter) : letter
  if (!subscript) return accented
  const lower = /^[\d_]+$/.test(subscript) ? subscript.split('_').filter(Boolean).join(',') : latexWord(subscript)
  return `${accented}_{${lower}}`
}
