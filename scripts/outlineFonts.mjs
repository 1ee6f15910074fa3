// Writes src/exports/outlines/glyphs.json: the letters of the page’s fonts as outlines, so that a picture that leaves the page looks
// the same where these fonts are not installed. By hand, after the fonts were cut anew: node scripts/outlineFonts.mjs
import { readFile, writeFile } from 'node:fs/promises'
import * as fontkit from 'fontkit'

const range = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => from + i)
const codes = (text) => [...text].map((letter) => letter.codePointAt(0))
const FACES = {
  text: ['inter', ['latin', 'math', 'greek']],
  mono: ['jetbrains-mono', ['latin', 'math', 'greek']],
}
/** Letters of English and its neighbours, Greek, and the signs of mathematics; anything else is written as text. */
const LETTERS = [
  ...[...range(0x20, 0x7e), ...range(0xa1, 0xff), ...range(0x302, 0x304), ...range(0x307, 0x308)],
  ...[...range(0x391, 0x3a1), ...range(0x3a3, 0x3a9), ...range(0x3b1, 0x3c9), 0x3d1, 0x3d5],
  ...codes('₀₁₂₃₄₅₆₇₈₉₊₋⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ᵀ·×÷−±∂∇∞√∑∏∫≈≠≤≥≡∈∘∙⋅⊗⊕∅→←↑↓↔⇒⇐↦⟶▸◂▶◀▲▼△▽●○■□◆✓✗✕…–—‘’“”‖⟨⟩½'),
]

const open = async (family, part, weight) =>
  fontkit.create(await readFile(`src/ui/kit/theme/fonts/${family}-${part}-${weight}.woff2`))

/** Of what is said with weight: the step at hand and names of definitions. */
const STRONG = new Set([...range(0x20, 0x7e), ...range(0x391, 0x3c9), ...codes('₀₁₂₃₄₅₆₇₈₉⁰¹²³⁴⁵⁶⁷⁸⁹·×÷−∞…▸◂–')])
const EM = 1000

const short = { moveTo: 'M', lineTo: 'L', quadraticCurveTo: 'Q', bezierCurveTo: 'C', closePath: 'Z' }
const outline = ({ path }, scale) =>
  path.commands.map(({ command, args }) => short[command] + args.map((at) => Math.round(scale * at)).join(' ')).join('')

async function face(family, parts, weight) {
  const fonts = await Promise.all(parts.map((part) => open(family, part, weight)))
  const glyphs = {}
  for (const code of new Set(LETTERS)) {
    if (weight === 600 && !STRONG.has(code)) continue
    const font = fonts.find((each) => each.hasGlyphForCodePoint(code))
    if (!font) continue
    const glyph = font.glyphForCodePoint(code)
    const scale = EM / font.unitsPerEm
    glyphs[String.fromCodePoint(code)] = [Math.round(scale * glyph.advanceWidth), outline(glyph, scale)]
  }
  return glyphs
}

const faces = {}
for (const [name, [family, parts]] of Object.entries(FACES))
  for (const weight of [400, 600]) faces[`${name} ${weight}`] = await face(family, parts, weight)
await writeFile('src/exports/outlines/glyphs.json', `${JSON.stringify(faces)}\n`)
