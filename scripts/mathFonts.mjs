// Cuts src/ui/theme/fonts from the whole Inter and JetBrains Mono: the mathematical signs that @fontsource's subsets leave
// out, and the letters that carry them (v̇, x̄). Run by hand when a sign is added:
//   npm install --no-save inter-ui@4.1.1 jetbrains-mono@1.0.6 subset-font@2.9.0 && node scripts/mathFonts.mjs
import { readFile, writeFile } from 'node:fs/promises'
import subset from 'subset-font'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzẋẏż'
const GREEK = 'αβγδεζηθικλμνξοπρςστυφχψωΓΔΘΛΞΠΣΦΨΩ'
const MARKS = '\u0302\u0303\u0304\u0307\u0308'
const SCRIPTS = '₀₁₂₃₄₅₆₇₈₉₊₋⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ᵀ'
const OPERATORS = '·×÷−±∂∇∞√∑∏∫≈≠≤≥≡∈∘∙⋅⊗⊕∅'
const ARROWS = '→←↑↓↔⇒⇐↦⟶'
const SHAPES = '▸◂▶◀▲▼△▽●○■□◆✓✗✕…⌘⏎⇧'

// Inter cannot set marks on Greek letters; JetBrains Mono, which follows it in every list of families, can.
const FONTS = {
  inter: { path: 'inter-ui/web/Inter', letters: LETTERS },
  'jetbrains-mono': { path: 'jetbrains-mono/fonts/webfonts/JetBrainsMono', letters: LETTERS + GREEK },
}
const WEIGHTS = { 400: 'Regular', 600: 'SemiBold' }

for (const [name, { path, letters }] of Object.entries(FONTS))
  for (const [weight, style] of Object.entries(WEIGHTS)) {
    const whole = await readFile(`node_modules/${path}-${style}.woff2`)
    const text = letters + MARKS + SCRIPTS + OPERATORS + ARROWS + SHAPES
    await writeFile(
      `src/ui/theme/fonts/${name}-math-${weight}.woff2`,
      await subset(whole, text, { targetFormat: 'woff2' }),
    )
  }
