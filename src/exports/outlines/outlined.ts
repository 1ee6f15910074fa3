import type { DrawnText, Segment } from '../../picture/drawing/drawing.ts'
import glyphs from './glyphs.json' with { type: 'json' }

/** By letter: how far the next one stands, and its outline with y upwards, both in thousandths of the letters’ size. */
type Face = Readonly<Record<string, readonly [number, string] | undefined>>
const FACES = glyphs as unknown as Readonly<Record<`${DrawnText['font']} ${DrawnText['weight']}`, Face>>
export const EM = 1000

/** As style sheets do: a letter that a family has not comes from the other one, then from the usual weight. */
function glyphOf(
  letter: string,
  { font, weight }: Pick<DrawnText, 'font' | 'weight'>,
): readonly [number, string] | null {
  const families = font === 'text' ? (['text', 'mono'] as const) : (['mono', 'text'] as const)
  for (const family of families)
    for (const face of [FACES[`${family} ${weight}`], FACES[`${family} 400`]])
      if (Object.hasOwn(face, letter)) return face[letter] ?? null
  return null
}

const isMark = (letter: string): boolean => letter >= '\u0300' && letter <= '\u036f'

/** How far letters that lean move to the right at the height of their size. */
export const SLANT = 0.18

/** A letter of a text: its outline in the table, and where it stands there, in thousandths of the letters’ size. */
interface SetLetter {
  /** What tells its outline from all others. */
  readonly key: string
  readonly outline: string
  readonly x: number
  readonly y: number
}

/** A text in its letters, and how wide it is, in thousandths of their size. */
export interface SetText {
  readonly letters: readonly SetLetter[]
  readonly width: number
}

/** Steps of a pass write the same texts again and again; so many of them are remembered. */
const MOST_KNOWN = 4000
const known = new Map<string, SetText | null>()

/** A text as letters that stand beside each other from 0 on, marks over theirs; null where one of them is not known. */
export function setText(text: string, face: Pick<DrawnText, 'font' | 'weight'>): SetText | null {
  const key = `${face.font}${face.weight} ${text}`
  const before = known.get(key)
  if (before !== undefined) return before
  if (known.size >= MOST_KNOWN) known.clear()
  const set = newlySet(text, face)
  known.set(key, set)
  return set
}

function newlySet(text: string, face: Pick<DrawnText, 'font' | 'weight'>): SetText | null {
  const letters: SetLetter[] = []
  let pen = 0
  let before: Letter | null = null
  for (const letter of text) {
    const glyph = glyphOf(letter, face)
    if (!glyph) return null
    const [advance, outline] = glyph
    const isOver = isMark(letter) && before !== null
    const [x, y] = isOver ? overLetter(outline, before as Letter) : [pen, 0]
    if (outline !== '') letters.push({ key: `${face.font}${face.weight}-${letter.codePointAt(0)}`, outline, x, y })
    if (isMark(letter)) continue
    before = { outline, from: pen, advance }
    pen += advance
  }
  return { letters, width: pen }
}

const PARTS_BEFORE = { start: 0, middle: 0.5, end: 1 } as const

/** Where a text begins that stands by its anchor. */
export const startOf = ({ x, anchor, size }: DrawnText, { width }: SetText): number =>
  x - (PARTS_BEFORE[anchor] * width * size) / EM

/** The outline of a text where it stands; null where it has a letter that the page’s fonts are not cut with. */
export function outlined(drawn: DrawnText): Segment[] | null {
  const set = setText(drawn.text, drawn)
  if (!set) return null
  const [start, scale] = [startOf(drawn, set), drawn.size / EM]
  return set.letters.flatMap(({ outline, x: right, y: up }) =>
    placed(outline, (x, y) => [
      start + scale * (x + right + (drawn.italic ? SLANT * y : 0)),
      drawn.y - scale * (y + up),
    ]),
  )
}

interface Letter {
  readonly outline: string
  readonly from: number
  readonly advance: number
}

/** The height of an x: marks are drawn for small letters, and stand so much higher over larger ones. */
const X_HEIGHT = 550

/** A mark stands over the middle of the letter before it. */
function overLetter(mark: string, { outline, from, advance }: Letter): readonly [number, number] {
  const [left, right] = extent(mark, 0)
  const top = extent(outline, 1)[1]
  return [from + advance / 2 - (left + right) / 2, Math.max(0, top - X_HEIGHT)]
}

const numbersIn = (part: string): number[] => (part.length > 1 ? part.slice(1).split(' ').map(Number) : [])
const partsOf = (outline: string): readonly string[] => outline.match(/[A-Z][^A-Z]*/g) ?? []

/** The least and the greatest of the x or the y of an outline. */
function extent(outline: string, axis: 0 | 1): readonly [number, number] {
  const all = partsOf(outline).flatMap((part) => numbersIn(part).filter((_, i) => i % 2 === axis))
  return [Math.min(...all), Math.max(...all)]
}

type Place = (x: number, y: number) => readonly [number, number]

/** An outline of the table, moved to its place; quadratic curves become cubic ones. */
function placed(outline: string, place: Place): Segment[] {
  let [x, y] = [0, 0]
  return partsOf(outline).map((part): Segment => {
    const name = part[0]
    const at = numbersIn(part)
    if (name === 'Z') return ['Z']
    const [fromX, fromY] = [x, y]
    ;[x, y] = at.slice(-2)
    if (name === 'M' || name === 'L') return [name, ...rounded(place(x, y))] as unknown as Segment
    const controls = name === 'Q' ? [third(fromX, at[0]), third(fromY, at[1]), third(x, at[0]), third(y, at[1])] : at
    const points = [place(controls[0], controls[1]), place(controls[2], controls[3]), place(x, y)]
    return ['C', ...points.flatMap(rounded)] as unknown as Segment
  })
}

const third = (end: number, control: number) => end + (2 / 3) * (control - end)

const rounded = (point: readonly [number, number]): number[] => point.map((value) => Math.round(value * 100) / 100)
