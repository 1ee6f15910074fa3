import type { NodeIndex } from '../../graph/graph.ts'
import type { Point } from '../../layout/layout.ts'
import { whereTold } from '../../notation/asked.ts'
import { nodeLabel } from '../../notation/nodeLabel.ts'
import { isEntries } from '../entries.ts'
import { textWidth } from '../figure.ts'
import { nameParts, numberIn } from '../lettering.ts'
import { MARKS_OFF, SHEET_UNDER } from '../marking.ts'
import type { Mark } from '../marks.ts'
import { factsAt } from '../moment/facts.ts'
import { type Face, faceOf, type PaneMoment, shownDerivatives, stageName, sumAfter } from '../moment/paneMoment.ts'
import { drawOutline, drawRoleMark } from '../outline.ts'
import type { Scene } from '../scene.ts'
import { arrayShapes } from './arrayShapes.ts'
import { type ChipFace, chipShapes } from './chipShapes.ts'
import type { ThemeColour } from './colours.ts'
import type { DrawnGroup, DrawnShape } from './drawing.ts'
import { path, text } from './shapes.ts'

/** A node with all that it shows at these moments, one for each mode of the picture. */
export function nodeShapes(scene: Scene, node: NodeIndex, moments: readonly PaneMoment[]): DrawnGroup {
  const { structure, centres } = scene
  const faces = moments.map((moment) => faceOf(moment, node, structure.standsIn))
  return {
    ...{ kind: 'group', of: 'node', index: node, figure: structure.figures[node].kind },
    label: nodeLabel(structure.graph, node, factsAt(moments, node, faces)),
    shapes: [
      ...figureShapes(scene, node, moments, faces),
      ...nameShapes(scene, node, centres[node]),
      ...valueShapes(scene, node, faces[0]),
      ...derivativeShapes(scene, node, moments, faces),
    ],
  }
}

const UNREACHED = [4, 3]
const RIM = 1.5
const ACTIVE: Readonly<Record<'primal' | 'forward' | 'reverse', ThemeColour>> = {
  ...{ primal: 'primal', forward: 'tangent', reverse: 'adjoint' },
}

function figureShapes(
  scene: Scene,
  node: NodeIndex,
  moments: readonly PaneMoment[],
  faces: readonly Face[],
): DrawnShape[] {
  const { structure, anatomies, centres, style } = scene
  const [figure, anatomy, at] = [structure.figures[node], anatomies[node], centres[node]]
  const { kind, output, line, opens, symbol } = figure
  const under = SHEET_UNDER[style.density]
  const outline =
    (grow: number, by: Point = { x: 0, y: 0 }) =>
    (pen: Parameters<typeof drawOutline>[0]) =>
      drawOutline(pen, anatomy, { x: at.x + by.x, y: at.y + by.y }, grow)
  const role = path((pen) => drawRoleMark(pen, figure, anatomy, at), roleMark(kind))
  return [
    ...(kind === 'module' || (line && opens)
      ? [path(outline(0, { x: under, y: -under }), { fill: 'canvas', line: 'soft', width: 1.2 })]
      : []),
    ...ringsOf(moments, faces).map(({ name, place }) =>
      path(outline(anatomy.ring + MARKS_OFF[style.density][0] + MARKS_OFF[style.density][1] * place), {
        ...{ line: ACTIVE[name], width: style.density === 'full' ? 3 : 2.4 },
        ...(name === 'forward' ? { dashes: [7, 3] } : {}),
      }),
    ),
    ...(output ? [path(outline(anatomy.ring), { fill: 'canvas', line: 'ink', width: RIM })] : []),
    path(outline(0), bodyOf(kind, faces[0].reached)),
    ...(role.segments.length > 0 ? [role] : []),
    ...(anatomy.symbol && symbol
      ? [text(symbol, { ...anatomy.symbol, x: at.x + anatomy.symbol.x, y: at.y + anatomy.symbol.y }, 'ink')]
      : []),
  ]
}

/** The rings of the modes whose step is at hand; of the primal pass, which both share, one. */
function ringsOf(moments: readonly PaneMoment[], faces: readonly Face[]) {
  const rings = moments.map((moment, place) => ({ name: stageName(moment), place, stage: faces[place].stage }))
  return rings.filter(({ name, place, stage }) => stage === 'active' && (name !== 'primal' || place === 0))
}

type Kind = Scene['structure']['figures'][number]['kind']

function bodyOf(kind: Kind, reached: boolean): { fill: ThemeColour; line: ThemeColour | null; width: number } {
  const dashes = reached ? {} : { dashes: UNREACHED }
  if (kind === 'constant') return { fill: 'wash', line: 'outline', width: 1, ...dashes }
  const isRimmed = kind === 'param' || kind === 'data' || kind === 'module'
  const fill = kind === 'param' || !reached ? 'canvas' : 'primalWash'
  return { fill, line: isRimmed ? 'soft' : reached ? null : 'outline', width: RIM, ...dashes }
}

const roleMark = (kind: Kind) =>
  kind === 'data' ? ({ fill: 'soft' } as const) : ({ fill: 'canvas', line: 'ink', width: 1.8 } as const)

/** The parts of the name one after the other, each in its colour; in the text font, whose letters are about so wide. */
function nameShapes({ structure, anatomies, style }: Scene, node: NodeIndex, at: Point): DrawnShape[] {
  const { name } = anatomies[node]
  if (!name) return []
  const parts = nameParts(structure.figures[node], style.density === 'full')
  const width = textWidth(parts.map((part) => part.text).join(''), name.size)
  let x = at.x + name.x - (name.anchor === 'start' ? 0 : width / 2)
  return parts.map((part) => {
    const shape = text(
      part.text.trimStart(),
      {
        x: x + textWidth(part.text.slice(0, part.text.length - part.text.trimStart().length), name.size),
        y: at.y + name.y,
        size: name.size,
        anchor: 'start',
      },
      part.what === 'definition' ? 'ink' : 'soft',
      { weight: part.what === 'definition' ? 600 : 400 },
    )
    x += textWidth(part.text, name.size)
    return shape
  })
}

function valueShapes({ structure, anatomies, centres }: Scene, node: NodeIndex, face: Face): DrawnShape[] {
  const [{ cells, value: slot }, at, { kind }] = [anatomies[node], centres[node], structure.figures[node]]
  const { value, blank, isValueTold } = face
  if (blank) return []
  const colour = !face.reached || kind === 'constant' ? 'soft' : 'ink'
  if (isEntries(value))
    return cells
      ? whereTold(isValueTold, () =>
          arrayShapes(cells, value, at, { numbers: colour, brackets: 'soft', tiles: 'primal' }),
        )
      : []
  const number = whereTold(isValueTold, () => (slot ? numberIn(slot, value) : ''))
  return slot ? [text(number, { ...slot, x: at.x + slot.x, y: at.y + slot.y }, colour, { font: 'mono' })] : []
}

function derivativeShapes(
  { anatomies, centres, style }: Scene,
  node: NodeIndex,
  moments: readonly PaneMoment[],
  faces: readonly Face[],
): DrawnShape[] {
  return anatomies[node].chips.flatMap((slot, place) => {
    const mark = style.marks[place]
    const shown = chipFace(node, mark, moments, faces)
    if (!shown) return []
    const shapes = chipShapes(slot, mark, shown, centres[node], style.density)
    return [{ kind: 'group', of: 'chip', index: node, label: '', shapes }]
  })
}

/** What the chip of a mark shows; null while nothing of it is known. */
function chipFace(
  node: NodeIndex,
  mark: Mark,
  moments: readonly PaneMoment[],
  faces: readonly Face[],
): ChipFace | null {
  for (const [m, moment] of moments.entries()) {
    const shown = shownDerivatives(moment, faces[m]).find((each) => each.mark === mark)
    if (!shown) continue
    const isActive = shown.isActive && moment.active === node
    const partly = isActive && moment.partly
    const derivative = partly ? sumAfter(moment, moment.terms.length) : shown.derivative
    if (derivative !== null) return { derivative, isTold: shown.isTold, isActive, partly }
  }
  return null
}
