import { type Colour, hexOf } from '../../picture/drawing/colours.ts'
import type { DrawnPath, DrawnShape, DrawnText, Segment } from '../../picture/drawing/drawing.ts'
import type { MomentPicture } from '../exported.ts'
import { latexText, unsetLetters } from '../latexText.ts'
import { outlined } from '../outlines/outlined.ts'
import { remarks } from '../remarks.ts'

/** Px of a picture in big points of TeX. */
const UNIT = 0.75
/** TeX knows no dimension of more than 16384 pt. */
const LARGEST = 16_000

/**
 * A picture as a LaTeX document of its own, for plain TeX Live: `standalone` with TikZ. Text is text in the fonts of the
 * document; where LaTeX has no letter, its outline is drawn.
 *
 * @throws RangeError where the picture is larger than TeX can measure.
 */
export function tikz({ drawing, theme, title, program, link }: MomentPicture): string {
  if (Math.max(drawing.width, drawing.height) * UNIT > LARGEST)
    throw new RangeError('The graph is too large for TeX, which measures no more than five metres and a half.')
  const used = new Set<Colour>(['canvas'])
  const shapes = drawing.shapes.map((shape) => written(shape, used)).join('')
  const colours = [...used].map(
    (colour) => `\\definecolor{${named(colour)}}{HTML}{${hexOf(colour, theme).slice(1).toUpperCase()}}\n`,
  )
  return [
    `${remarks('%', [title, link, '', program].join('\n'))}\n`,
    '\\documentclass[tikz,border=9pt]{standalone}\n\\usepackage{amsmath,amssymb,textcomp}\n',
    // Fonts of any size, where they are installed.
    '\\IfFileExists{lmodern.sty}{\\usepackage[T1]{fontenc}\\usepackage{lmodern}}{}\n',
    ...colours,
    '\\begin{document}\\pagecolor{g-canvas}\n',
    `\\begin{tikzpicture}[x=${UNIT}bp,y=-${UNIT}bp,line width=${UNIT}bp,inner sep=0pt,outer sep=0pt]\n`,
    `\\useasboundingbox (0,0) rectangle (${at(drawing.width)},${at(drawing.height)});\n`,
    shapes,
    '\\end{tikzpicture}\n\\end{document}\n',
  ].join('')
}

const named = (colour: Colour): string => `g-${colour.replace(' ', '-').replace('.', 'p')}`
const at = (x: number): string => String(Math.round(x * 100) / 100)

function written(shape: DrawnShape, used: Set<Colour>): string {
  if (shape.kind === 'path') return pathOf(shape, used)
  if (shape.kind === 'text') return textOf(shape, used)
  const inside = shape.shapes.map((each) => written(each, used)).join('')
  return shape.label === '' ? inside : `${remarks('%', shape.label)}\n${inside}`
}

function colourOf(colour: Colour, used: Set<Colour>): string {
  used.add(colour)
  return named(colour)
}

function pathOf({ segments, fill, line, width, dashes, opacity }: DrawnPath, used: Set<Colour>): string {
  if (segments.length === 0) return ''
  const options = [
    ...(fill === null ? [] : [`fill=${colourOf(fill, used)}`]),
    ...(line === null ? [] : [`draw=${colourOf(line, used)}`, `line width=${at(width * UNIT)}bp`]),
    ...(dashes ? [`dash pattern=on ${at(dashes[0] * UNIT)}bp off ${at(dashes[1] * UNIT)}bp`] : []),
    ...(dashes && dashes[0] < 2 ? ['line cap=round'] : []),
    ...(opacity === undefined ? [] : [`opacity=${opacity}`]),
  ]
  return `\\path[${options.join(',')}]${segments.map(piece).join('')};\n`
}

function piece([name, ...to]: Segment): string {
  const point = (i: number) => `(${at(to[i] as number)},${at(to[i + 1] as number)})`
  if (name === 'Z') return '--cycle'
  if (name === 'C') return `..controls ${point(0)} and ${point(2)}..${point(4)}`
  return name === 'M' ? ` ${point(0)}` : `--${point(0)}`
}

const ANCHORS = { start: 'base west', middle: 'base', end: 'base east' } as const
const FONTS = { text: '\\sffamily', mono: '\\ttfamily' } as const

function textOf(drawn: DrawnText, used: Set<Colour>): string {
  const { text, x, y, anchor, size, colour, font, weight, italic, halo } = drawn
  if (!isSet(text)) return outlineOf(drawn, used)
  const points = at(size * UNIT)
  const style = `${FONTS[font]}${weight === 600 ? '\\bfseries' : ''}${italic ? '\\itshape' : ''}`
  const ground = halo ? `,fill=${colourOf(halo, used)},inner sep=0.6bp` : ''
  const options = `anchor=${ANCHORS[anchor]}${ground},text=${colourOf(colour, used)},font=\\fontsize{${points}bp}{${points}bp}\\selectfont${style}`
  return `\\node[${options}] at (${at(x)},${at(y)}) {${latexText(text)}};\n`
}

/** Whether plain TeX Live has all the letters. */
const isSet = (text: string): boolean => unsetLetters(latexText(text)).length === 0

/** What LaTeX has no letters for; where the page’s fonts have none either, a question mark stands for each. */
function outlineOf(drawn: DrawnText, used: Set<Colour>): string {
  const segments = outlined(drawn)
  if (!segments) {
    const known = [...drawn.text].map((letter) => (isSet(letter) ? letter : '?')).join('')
    return textOf({ ...drawn, text: known }, used)
  }
  return pathOf({ kind: 'path', segments, fill: drawn.colour, line: null, width: 0 }, used)
}
