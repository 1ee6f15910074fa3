// Cuts src/ui/kit/theme/fonts from the whole Inter and JetBrains Mono: a file for the letters of English with the marks that stand
// over them (v̇, x̄), since browsers differ in how they set a mark that comes from another file than its letter; a file for the
// signs of mathematics; and from @fontsource's large latin-ext and Greek ones for the letters of Europe's languages. KaTeX's, in
// src/ui/kit/math/fonts, keep all their characters. None has instructions for coarse screens, which were a third of the size. By hand:
//   npm install --no-save inter-ui@4.1.1 jetbrains-mono@1.0.6 subset-font@2.9.0 @fontsource/inter@5.3.0 \
//     @fontsource/jetbrains-mono@5.3.0 && node scripts/cutFonts.mjs
import { readFile, writeFile } from 'node:fs/promises'
import subset from 'subset-font'

const range = (from, to) => String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, i) => from + i))

const MARKS = '\u0302\u0303\u0304\u0307\u0308'
/** Letters that Unicode has with their mark as one sign; those of latin-ext are left to it. */
const COMPOSED = [...range(0x41, 0x5a), ...range(0x61, 0x7a)]
  .flatMap((letter) => [...MARKS].map((mark) => (letter + mark).normalize('NFC')))
  .filter((sign) => sign.length === 1 && sign > '\u017f')
  .join('')
const PUNCTUATION = `${range(0x2bb, 0x2bc)}ˆ˚˜${range(0x2000, 0x206f)}€™↑↓−∕\ufeff\ufffd`
const LATIN = `${range(0x20, 0x7e)}${range(0xa0, 0xff)}ıȷŒœ${PUNCTUATION}${MARKS}${COMPOSED}`
const GREEK = 'αβγδεζηθικλμνξοπρςστυφχψωΓΔΘΛΞΠΣΦΨΩ'
const SCRIPTS = '₀₁₂₃₄₅₆₇₈₉₊₋⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ᵀ'
const OPERATORS = '·×÷−±∂∇∞√∑∏∫≈≠≤≥≡∈∘∙⋅⊗⊕∅'
const ARROWS = '→←↑↓↔⇒⇐↦⟶'
const SHAPES = '▸◂▶◀▲▼△▽●○■□◆✓✗✕…⌘⏎⇧'

// Inter cannot set marks on Greek letters: JetBrains Mono, which follows it in every list of families, sets them both.
const FONTS = {
  inter: { path: 'inter-ui/web/Inter', more: '', features: ['calt', 'tnum'] },
  'jetbrains-mono': { path: 'jetbrains-mono/fonts/webfonts/JetBrainsMono', more: GREEK + MARKS, features: [] },
}
const WEIGHTS = { 400: 'Regular', 600: 'SemiBold' }
/** What sets letters and marks; without ligatures of code and the other forms of letters, which are half of the size. */
const FEATURES = ['kern', 'mark', 'mkmk', 'ccmp', 'locl']

const EUROPEAN = `${range(0x100, 0x17f)}ȘșȚțẀẁẂẃẄẅẞỲỳ`
/** Greek other than the letters of mathematics, which are with its signs. */
const ACCENTED_GREEK = range(0x370, 0x390) + range(0x3aa, 0x3b0) + range(0x3ca, 0x3ff)

async function cut(from, text, to, options) {
  const whole = await readFile(`node_modules/${from}.woff2`)
  const format = { targetFormat: 'woff2', noHinting: true, dropTables: ['gasp', 'STAT'] }
  await writeFile(`src/ui/kit/${to}.woff2`, await subset(whole, text, { ...format, ...options }))
}

for (const [name, { path, more, features }] of Object.entries(FONTS)) {
  const options = { keepFeatures: [...FEATURES, ...features] }
  for (const [weight, style] of Object.entries(WEIGHTS)) {
    await cut(`${path}-${style}`, LATIN, `theme/fonts/${name}-latin-${weight}`, options)
    await cut(
      `${path}-${style}`,
      SCRIPTS + OPERATORS + ARROWS + SHAPES + more,
      `theme/fonts/${name}-math-${weight}`,
      options,
    )
    const greek = `@fontsource/${name}/files/${name}-greek-${weight}-normal`
    await cut(greek, ACCENTED_GREEK, `theme/fonts/${name}-greek-${weight}`, { keepFeatures: FEATURES })
  }
  const european = `@fontsource/${name}/files/${name}-latin-ext-400-normal`
  await cut(european, EUROPEAN, `theme/fonts/${name}-latin-ext-400`, { noLayoutClosure: true })
}

const ITS_ALPHABETS = [
  'Main-Regular',
  'Main-Italic',
  'Math-Italic',
  ...[1, 2, 3, 4].map((size) => `Size${size}-Regular`),
]
for (const alphabet of ITS_ALPHABETS)
  await cut(`katex/dist/fonts/KaTeX_${alphabet}`, undefined, `math/fonts/KaTeX_${alphabet}`, { keepAllGlyphs: true })
