import type { EdgeIndex, NodeIndex } from '../../../../graph/graph.ts'
import type { Point } from '../../../../layout/layout.ts'
import type { Anatomy } from '../../../../picture/figure.ts'
import { labelPlaces } from '../../../../picture/labels.ts'
import { numberIn } from '../../../../picture/lettering.ts'
import { SIGNS } from '../../../../picture/marks.ts'
import { chipText } from '../../../../picture/moment/paneMoment.ts'
import type { Scene } from '../../../../picture/scene.ts'
import type { DrawnGraph } from '../../../../picture/structure.ts'
import { TEXT_SIZE } from '../../../../picture/style.ts'
import {
  edgeElements,
  mark,
  type NodeElements,
  nodeElements,
  paintChip,
  writeLabel,
} from '../../../graph/svg/elements.ts'
import type { Linear, Vertex } from './linear.ts'

/** What is written at vertices, and what can be done with them. */
export interface VertexWords {
  /** What flows along the edges, if anything does. */
  readonly flow: 'forward' | 'reverse' | null
  /** A vertex in words. */
  readonly labelOf: (vertex: Vertex) => string
  /** What stands beside it. */
  readonly noteOf: (vertex: Vertex) => string
  readonly isPressable: (vertex: Vertex) => boolean
}

/** Paints words and numbers into the elements of a scene; the vertex at hand and its edges stand out. */
export function paint(
  drawing: SVGSVGElement,
  scene: Scene<DrawnGraph>,
  linear: Linear,
  words: VertexWords,
  lit: number | null,
): void {
  const { structure, anatomies, style } = scene
  const { operand, consumer } = structure.graph
  const at = lit === null ? undefined : structure.nodeOf.get(lit)
  const isLit = (edge: EdgeIndex) => operand[edge] === at || consumer[edge] === at
  for (const [node, elements] of nodeElements(drawing, structure)) {
    paintVertex(elements, anatomies[node], linear.vertices[node], words)
    mark(elements.node, 'data-lit', node === at ? '' : null)
  }
  const places = placesOf(scene, linear, isLit)
  for (const [edge, { edge: element, partial }] of edgeElements(drawing).entries()) {
    mark(element, 'data-live', '')
    mark(element, 'data-lit', isLit(edge) ? '' : null)
    for (const flow of ['forward', 'reverse']) mark(element, `data-${flow}`, flow === words.flow ? 'done' : null)
    mark(partial, 'data-tone', isLit(edge) ? 'strong' : null)
    writeLabel(partial, linear.arcs[edge].text, places.get(edge), TEXT_SIZE[style.density])
  }
}

function paintVertex(
  { node, button, value, chips }: NodeElements,
  anatomy: Anatomy,
  vertex: Vertex,
  words: VertexWords,
) {
  const isPressable = words.isPressable(vertex)
  mark(node, 'data-reached', '')
  mark(node, 'data-flow', words.flow)
  mark(node, 'data-pressable', isPressable ? '' : null)
  mark(button, 'role', isPressable ? 'button' : 'img')
  mark(button, 'aria-label', words.labelOf(vertex))
  value.textContent = words.noteOf(vertex)
  chips.forEach((chip, i) => {
    const slot = anatomy.chips[i]
    const { adjoint } = vertex
    const write = (x: number) => numberIn(slot, x, SIGNS.reverse.length)
    paintChip(chip, slot, adjoint === undefined ? null : chipText('reverse', adjoint, write, false, ''))
  })
}

const allPlaces = new WeakMap<Scene<DrawnGraph>, ReadonlyMap<EdgeIndex, Point>>()

/** Every number has its own place as far as there is room; those at hand come first, and stand on their edges at worst. */
function placesOf(
  scene: Scene<DrawnGraph>,
  { arcs }: Linear,
  isLit: (edge: EdgeIndex) => boolean,
): ReadonlyMap<EdgeIndex, Point> {
  const { nodes, edges }: { nodes: readonly NodeIndex[]; edges: readonly EdgeIndex[] } = scene.structure
  const textOf = (edge: EdgeIndex) => arcs[edge].text
  const all = allPlaces.get(scene) ?? labelPlaces(scene, edges, textOf, nodes)
  allPlaces.set(scene, all)
  const atHand = edges.filter(isLit)
  if (atHand.every((edge) => all.has(edge))) return all
  const others = edges.filter((edge) => !isLit(edge))
  return labelPlaces(scene, [...atHand, ...others], textOf, nodes, isLit)
}
