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
  ...codes('₀₁₂₃₄₅₆₇₈₉₊₋⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻·×÷−±∂∇∞√∑∏∫≈≠≤≥≡∈∘∙⋅⊗⊕∅→←↑↓↔⇒⇐↦⟶▸◂▶◀▲▼△▽●○■□◆✓✗✕…–—‘’“”‖⟨⟩½'),
]

const open = async (family, part, weight) =>
  fontkit.create(await readFile(`src/ui/kit/theme/fonts/${family}-${part}-${weight}.woff2`))

/** Of what is said with weight: the step at hand and names of definitions. */
const STRONG = new Set([...range(0x20, 0x7e), ...range(0x391, 0x3c9), ...codes('₀₁₂₃₄₅₆₇₈₉⁰¹²³⁴⁵⁶⁷⁸⁹·×÷−∞…▸◂–')])
const EM = 1000
/** Raised letters that the fonts have not, and that labels are written with: `xʸ`, `Wᵀ`, `ψ⁽ⁿ⁾`. */
const RAISED = { ʸ: 'y', ˣ: 'x', ᵀ: 'T', ⁿ: 'n', '⁽': '(', '⁾': ')' }
/** Brackets of whole numbers, which they have not either: how far the next letter stands, and the outline. */
const DRAWN = {
  '⌊': [340, 'M90 790L160 790L160 -80L330 -80L330 -150L90 -150Z'],
  '⌋': [340, 'M250 790L180 790L180 -80L10 -80L10 -150L250 -150Z'],
  '⌈': [340, 'M90 -150L160 -150L160 720L330 720L330 790L90 790Z'],
  '⌉': [340, 'M250 -150L180 -150L180 720L10 720L10 790L250 790Z'],
}
const RAISED_BY = { size: 0.62, up: 340 }
/** The 3 of ∛, left of the root’s slope. */
const OVER_ROOT = { size: 0.48, up: 440 }

const short = { moveTo: 'M', lineTo: 'L', quadraticCurveTo: 'Q', bezierCurveTo: 'C', closePath: 'Z' }
const outline = ({ path }, scale, up = 0) =>
  path.commands
    .map(
      ({ command, args }) =>
        short[command] + args.map((at, i) => Math.round(scale * at + (i % 2 === 1 ? up : 0))).join(' '),
    )
    .join('')

function smaller(font, letter, { size, up } = RAISED_BY) {
  const glyph = font.glyphForCodePoint(letter.codePointAt(0))
  const scale = (size * EM) / font.unitsPerEm
  return [Math.round(scale * glyph.advanceWidth), outline(glyph, scale, up)]
}

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
  for (const [raised, letter] of Object.entries(RAISED)) glyphs[raised] = smaller(fonts[0], letter)
  Object.assign(glyphs, DRAWN)
  if (glyphs['√']) glyphs['∛'] = [glyphs['√'][0], glyphs['√'][1] + smaller(fonts[0], '3', OVER_ROOT)[1]]
  return glyphs
}

const faces = {}
for (const [name, [family, parts]] of Object.entries(FACES))
  for (const weight of [400, 600]) faces[`${name} ${weight}`] = await face(family, parts, weight)
await writeFile('src/exports/outlines/glyphs.json', `${JSON.stringify(faces)}\n`)
