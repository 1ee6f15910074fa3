/** Signs that are commands of TeX, or make a ligature with their neighbours. */
const SIGNS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '`': '\\textasciigrave{}',
  "'": '\\textquotesingle{}',
  '"': '\\textquotedbl{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '-': '-{}',
  ',': ',{}',
  '?': '?{}',
  '!': '!{}',
}

const GREEK =
  'α alpha β beta γ gamma δ delta ε varepsilon ζ zeta η eta θ theta ι iota κ kappa λ lambda μ mu ν nu ξ xi π pi ρ rho ' +
  'σ sigma τ tau υ upsilon φ varphi χ chi ψ psi ω omega Γ Gamma Δ Delta Θ Theta Λ Lambda Ξ Xi Π Pi Σ Sigma Υ Upsilon ' +
  'Φ Phi Ψ Psi Ω Omega'

const MATHS =
  '∂ partial − - · cdot × times ÷ div ∞ infty ∈ in ⊙ odot ≥ ge ≤ le ≠ ne ≈ approx → to ← leftarrow ∇ nabla ⊗ otimes ' +
  '√ surd ‖ Vert ⌊ lfloor ⌋ rfloor ⌈ lceil ⌉ rceil ▸ blacktriangleright ◂ blacktriangleleft ■ blacksquare □ square ± pm ≡ equiv ∘ circ ⋅ cdot ⊕ oplus ∅ emptyset ↑ uparrow ↓ downarrow ↔ leftrightarrow ⇒ Rightarrow ↦ mapsto ∫ int ⟨ langle ⟩ rangle … dots ½ tfrac12 ₊ _{+} ₋ _{-} ⁺ ^{+} ϑ vartheta ϕ phi ς varsigma ᵀ ^{\\top} ℝ mathrm{R} ⁻ ^{-} ∑ sum ∏ prod ∗ ast'

const pairs = `${GREEK} ${MATHS}`.split(' ')
const COMMANDS: ReadonlyMap<string, string> = new Map(
  pairs.flatMap((sign, i) =>
    i % 2 === 0 ? [[sign, /^[a-z]/i.test(pairs[i + 1]) ? `\\${pairs[i + 1]}` : pairs[i + 1]]] : [],
  ),
)

const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉'
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const ACCENTS: Readonly<Record<string, string>> = {
  ...{ '\u0302': '\\hat', '\u0303': '\\tilde', '\u0304': '\\bar', '\u0307': '\\dot', '\u0308': '\\ddot' },
}

/** Any text as text of LaTeX: nothing in it is a command. */
export const latexText = (text: string): string =>
  text.replace(/(\p{L})([\u0302-\u0304\u0307\u0308]+)|./gsu, (sign, letter?: string, accents?: string) =>
    letter && accents ? accented(letter, accents) : latexSign(sign),
  )

function latexSign(sign: string): string {
  if (sign in SIGNS) return SIGNS[sign]
  if (/[{}$&#%_]/.test(sign)) return `\\${sign}`
  const command = COMMANDS.get(sign)
  if (command !== undefined) return `\\ensuremath{${command}}`
  if (SUBSCRIPTS.includes(sign)) return `\\textsubscript{${SUBSCRIPTS.indexOf(sign)}}`
  if (SUPERSCRIPTS.includes(sign)) return `\\textsuperscript{${SUPERSCRIPTS.indexOf(sign)}}`
  if (/[\s\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]/.test(sign)) return ' '
  return /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{M}]/u.test(sign) ? '?' : sign
}

/** v̄̇: the last accent stands outermost. */
function accented(letter: string, accents: string): string {
  const inner = COMMANDS.get(letter) ?? (/[a-z]/i.test(letter) ? letter : `\\text{${latexSign(letter)}}`)
  return `\\ensuremath{${[...accents].reduce((held, accent) => `${ACCENTS[accent]}{${held}}`, inner)}}`
}

/** Lines of a program, each as it stands, in letters of one width. */
export const latexLines = (text: string): string[] =>
  text.split(/\r\n|[\r\n\u2028\u2029]/).map((line) => {
    const [indent] = /^[ \t]*/.exec(line) as RegExpExecArray
    const spaces = '\\ '.repeat(indent.replaceAll('\t', '    ').length)
    return `\\mbox{}${spaces}${latexText(line.slice(indent.length)).replace(/ {2,}/g, (gap) => '\\ '.repeat(gap.length))}`
  })

/** Letters that pdfLaTeX may have no glyph for, each once; the engines that read fonts by Unicode set them as they are. */
export const unsetLetters = (latex: string): string[] =>
  [...new Set(latex.match(/[\u0180-\u{10ffff}]/gu))].filter((sign) => !/[–—‘’“”„…•€]/.test(sign))
