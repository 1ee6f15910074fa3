// Cuts src/ui/theme/fonts: from the whole Inter and JetBrains Mono the mathematical signs that @fontsource's subsets leave
// out, and the letters that carry them (v̇, x̄); from its large latin-ext the letters of Europe's languages. Run by hand:
//   npm install --no-save inter-ui@4.1.1 jetbrains-mono@1.0.6 subset-font@2.9.0 && node scripts/cutFonts.mjs
import { readFile, writeFile } from 'node:fs/promises'
import subset from 'subset-font'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzẋẏżıȷ'
const GREEK = 'αβγδεζηθικλμνξοπρςστυφχψωΓΔΘΛΞΠΣΦΨΩ'
const MARKS = '\u0302\u0303\u0304\u0307\u0308'
const SCRIPTS = '₀₁₂₃₄₅₆₇₈₉₊₋⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ᵀ'
const OPERATORS = '·×÷−±∂∇∞√∑∏∫≈≠≤≥≡∈∘∙⋅⊗⊕∅'
const ARROWS = '→←↑↓↔⇒⇐↦⟶'
const SHAPES = '▸◂▶◀▲▼△▽●○■□◆✓✗✕…⌘⏎⇧'

// Inter cannot set marks on Greek letters; JetBrains Mono, which follows it in every list of families, can. Without closure
// letters come without their other forms, which are half of Inter's size; JetBrains Mono sets marks on capitals with them.
const FONTS = {
  inter: { path: 'inter-ui/web/Inter', letters: LETTERS, noLayoutClosure: true },
  'jetbrains-mono': {
    path: 'jetbrains-mono/fonts/webfonts/JetBrainsMono',
    letters: LETTERS + GREEK,
    noLayoutClosure: false,
  },
}
const WEIGHTS = { 400: 'Regular', 600: 'SemiBold' }

const LATIN_EXTENDED_A = String.fromCodePoint(...Array.from({ length: 128 }, (_, i) => 0x100 + i))
const EUROPEAN = `${LATIN_EXTENDED_A}ȘșȚțẀẁẂẃẄẅẞỲỳ`

async function cut(from, text, to, noLayoutClosure) {
  const whole = await readFile(`node_modules/${from}.woff2`)
  await writeFile(
    `src/ui/theme/fonts/${to}.woff2`,
    await subset(whole, text, { targetFormat: 'woff2', noLayoutClosure }),
  )
}

for (const [name, { path, letters, noLayoutClosure }] of Object.entries(FONTS)) {
  const text = letters + MARKS + SCRIPTS + OPERATORS + ARROWS + SHAPES
  for (const [weight, style] of Object.entries(WEIGHTS))
    await cut(`${path}-${style}`, text, `${name}-math-${weight}`, noLayoutClosure)
  await cut(`@fontsource/${name}/files/${name}-latin-ext-400-normal`, EUROPEAN, `${name}-latin-ext-400`, true)
}
