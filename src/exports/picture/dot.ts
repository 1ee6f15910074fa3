import { hexOf, type PictureTheme } from '../../picture/drawing/colours.ts'
import type { DrawnGroup, DrawnPath, DrawnShape, DrawnText } from '../../picture/drawing/drawing.ts'
import type { FigureKind } from '../../picture/figure.ts'
import type { MomentPicture } from '../exported.ts'
import { remarks } from '../remarks.ts'

/** Px of a picture in points. */
const UNIT = 0.75

/**
 * A picture as a graph of Graphviz: `dot` lays it out anew, `neato -n` leaves nodes where they stand. Each node says what it
 * shows, line by line.
 */
export function dot({ drawing, theme, title, program, link }: MomentPicture): string {
  const groups = drawing.shapes.filter((shape): shape is DrawnGroup => shape.kind === 'group')
  const colours = (name: 'canvas' | 'ink' | 'outline' | 'primalWash') => quoted(hexOf(name, theme))
  return [
    remarks('//', [title, link, '', program].join('\n')),
    'digraph gradual {',
    `  graph [rankdir=LR, bgcolor=${colours('canvas')}, label=${quoted(title)}, fontname="Helvetica", fontcolor=${colours('ink')}]`,
    `  node [style=filled, fillcolor=${colours('primalWash')}, color=${colours('outline')}, fontname="Helvetica", fontcolor=${colours('ink')}, fontsize=10]`,
    `  edge [color=${colours('outline')}, fontname="Helvetica-Oblique", fontcolor=${colours('ink')}, fontsize=9]`,
    ...groups.flatMap((group) => (group.of === 'node' ? [nodeLine(group, drawing.height, theme)] : [])),
    ...groups.flatMap(({ ends }) => (ends ? [`  n${ends[0]} -> n${ends[1]}`] : [])),
    '}\n',
  ].join('\n')
}

const SHAPES: Readonly<Record<FigureKind, string>> = {
  ...{ input: 'box', data: 'tab', param: 'box', constant: 'plain', primitive: 'ellipse', module: 'box3d' },
}

function nodeLine(group: DrawnGroup, height: number, theme: PictureTheme): string {
  const { x, y } = centreOf(group)
  const position = `pos="${(x * UNIT).toFixed(1)},${((height - y) * UNIT).toFixed(1)}!"`
  const texts = linesOf(group.shapes)
  const colour = texts.find(({ colour }) => colour === 'canvas')
    ? `, penwidth=3, color=${quoted(hexOf('ink', theme))}`
    : ''
  const lines = texts.map(({ text }) => text)
  return `  n${group.index} [label=${quoted(lines.join('\n'))}, shape=${SHAPES[group.figure ?? 'primitive']}, ${position}, tooltip=${quoted(group.label)}${colour}]`
}

/** The middle of the figure: of the outline that has the most room. */
function centreOf({ shapes }: DrawnGroup): { x: number; y: number } {
  const boxes = shapes.filter((shape): shape is DrawnPath => shape.kind === 'path' && shape.fill !== null).map(boxOf)
  const largest = boxes.reduce((a, b) =>
    (b.right - b.left) * (b.bottom - b.top) > (a.right - a.left) * (a.bottom - a.top) ? b : a,
  )
  return { x: (largest.left + largest.right) / 2, y: (largest.top + largest.bottom) / 2 }
}

function boxOf({ segments }: DrawnPath) {
  const ends = segments.flatMap(([name, ...at]) => (name === 'Z' ? [] : [at.slice(-2) as [number, number]]))
  const [xs, ys] = [ends.map(([x]) => x), ends.map(([, y]) => y)]
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
}

type Line = Pick<DrawnText, 'text' | 'colour'>

const textsIn = (shapes: readonly DrawnShape[]): DrawnText[] =>
  shapes.filter((shape): shape is DrawnText => shape.kind === 'text' && shape.text !== '')

/** Texts that stand in one line, from left to right; lines from top to bottom; then its derivatives, a line for each. */
function linesOf(shapes: readonly DrawnShape[]): readonly Line[] {
  const lines = new Map<number, DrawnText[]>()
  for (const text of textsIn(shapes)) lines.set(Math.round(text.y), [...(lines.get(Math.round(text.y)) ?? []), text])
  const own = [...lines].sort(([a], [b]) => a - b).map(([, texts]) => joined(texts.sort((a, b) => a.x - b.x)))
  const chips = shapes.filter((shape): shape is DrawnGroup => shape.kind === 'group')
  return [...own, ...chips.map((chip) => joined(textsIn(chip.shapes)))]
}

const joined = (texts: readonly DrawnText[]): Line => ({
  text: texts.map(({ text }) => text).join(' '),
  colour: texts[0]?.colour ?? 'ink',
})

/** A text as a string of DOT in which nothing is an escape of its labels, lines apart. */
const quoted = (text: string): string =>
  `"${text
    .replace(/(?!\n)[\p{Cc}\p{Cs}]/gu, '\ufffd')
    .replace(/\\/g, '\\\\')
    .replace(/"/g, '\\"')
    .replace(/&/g, '&amp;')
    .replaceAll('\n', '\\n')}"`
