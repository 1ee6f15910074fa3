/** Signs that TeX takes for itself. */
const ESCAPED: Readonly<Record<string, string>> = {
  ...{ '\\': '\\textbackslash{}', '{': '\\{', '}': '\\}', $: '\\$', '&': '\\&', '#': '\\#', '%': '\\%', _: '\\_' },
  ...{ '^': '\\textasciicircum{}', '~': '\\textasciitilde{}', '<': '\\textless{}', '>': '\\textgreater{}' },
  ...{ '|': '\\textbar{}', '"': '\\textquotedbl{}', "'": '\\textquotesingle{}', '`': '\\textasciigrave{}' },
  ...{ '-': '-{}', '!': '!{}', '?': '?{}', ',': ',{}', '…': '\\dots{}', '–': '\\textendash{}', '‖': '$\\|$' },
}

const pairs = (text: string): readonly (readonly [string, string])[] =>
  text.split(/\s+/).map((pair) => {
    const [sign, ...name] = pair
    return [sign, `$\\${name.join('')}$`]
  })

/** Signs that stand in text as mathematics. */
const MATHS: ReadonlyMap<string, string> = new Map([
  ...pairs(
    'αalpha βbeta γgamma δdelta εvarepsilon ζzeta ηeta θtheta ιiota κkappa λlambda μmu νnu ξxi πpi ρrho σsigma ςvarsigma ' +
      'τtau υupsilon φvarphi χchi ψpsi ωomega ϕphi ϑvartheta ΓGamma ΔDelta ΘTheta ΛLambda ΞXi ΠPi ΣSigma ΥUpsilon ΦPhi ' +
      'ΨPsi ΩOmega ×times ÷div ±pm ·cdot ∂partial ∇nabla ∞infty ∑sum ∏prod ∫int ≈approx ≠neq ≤leq ≥geq ≡equiv ∈in ∘circ ' +
      '⋅cdot ⊗otimes ⊕oplus ∅emptyset →rightarrow ←leftarrow ↑uparrow ↓downarrow ↔leftrightarrow ⇒Rightarrow ↦mapsto ' +
      '⟨langle ⟩rangle ▸blacktriangleright ◂blacktriangleleft ■blacksquare □square ▲blacktriangle ▽triangledown',
  ),
  ['−', '$-$'],
  ['ᵀ', '$^{\\top}$'],
  ['√', '$\\surd$'],
  ['½', '$\\frac12$'],
  ...[...'₀₁₂₃₄₅₆₇₈₉'].map((sign, digit) => [sign, `\\textsubscript{${digit}}`] as const),
  ...[...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((sign, digit) => [sign, `\\textsuperscript{${digit}}`] as const),
  ['₊', '\\textsubscript{+}'],
  ['₋', '\\textsubscript{$-$}'],
  ['⁺', '\\textsuperscript{+}'],
  ['⁻', '\\textsuperscript{$-$}'],
  ['Α', 'A'],
  ['Β', 'B'],
  ['Ε', 'E'],
])

/** What stands over a letter. */
const ACCENTS: Readonly<Record<string, string>> = {
  ...{ '\u0302': '\\^', '\u0303': '\\~', '\u0304': '\\=', '\u0307': '\\.', '\u0308': '\\"' },
}

/** Letters of Europe, which LaTeX reads as they are. */
const isLatin = (letter: string): boolean => letter >= 'À' && letter <= 'ž'
const isPlain = (letter: string): boolean => letter >= ' ' && letter <= '~'

/** A text as LaTeX writes it, never its markup; null where it has a letter that plain TeX Live does not know. */
export function latexText(text: string): string | null {
  const written: string[] = []
  for (const letter of text.replace(/\s/g, ' ')) {
    const accent = ACCENTS[letter]
    const sign = ESCAPED[letter] ?? MATHS.get(letter) ?? (isPlain(letter) || isLatin(letter) ? letter : null)
    if (accent && written.length > 0) written.push(`${accent}{${written.pop()}}`)
    else if (sign !== null) written.push(sign)
    else return null
  }
  return written.join('')
}
