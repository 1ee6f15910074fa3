import type { Mode } from '../../autodiff/pass.ts'
import { valueAt } from '../../autodiff/point.ts'
import type { EdgeIndex, NodeIndex } from '../../graph/graph.ts'
import { exact, short } from '../../notation/numbers.ts'
import { type Emphasis, edgeKey } from '../../state/chain.ts'
import type { Arrival } from './arrival.ts'
import { edgeText } from './edgeText.ts'
import { edgeElements, mark, nodeElements, paintChip, write } from './elements.ts'
import { isArray, type Reading } from './entries.ts'
import { gridIn, halfOf } from './figure.ts'
import type { Grid } from './heat/grid.ts'
import { paintHeat } from './heat/paint.ts'
import { labelNode } from './label.ts'
import { markAt } from './marks.ts'
import {
  chipSign,
  chipText,
  type Derivative,
  edgeStage,
  type Face,
  faceOf,
  isLive,
  type Moment,
  sameFace,
  sumAfter,
} from './moment.ts'
import type { Scene } from './scene.ts'
import { soon } from './soon.ts'

/** Draws moments of playback into a picture. */
export interface Painter {
  /** A settled moment, the stable id of the node that is highlighted, and what stands out besides. */
  readonly paint: (moment: Moment, highlight: number | null, emphasis: Emphasis | null) => void
  /** The way to the moment that was painted last. */
  readonly arrive: (moment: Moment, arrival: Arrival) => void
}

/** Graphs up to this size show all their partials in the derivative passes, and all shapes in the primal pass. */
const MOST_WITH_PARTIALS = 14
const VALUE_SIZE = 14
/** By button, which the next picture takes over where its node stays. */
const labels = soon()
const FAINT = 0.55

/** Paints into the elements of a drawing, and touches only those that change. */
export function svgPainter(drawing: SVGSVGElement, { structure }: Scene, side: Mode): Painter {
  const { figures, graph, nodeOf, hasArrays } = structure
  const nodes = nodeElements(drawing)
  const edges = edgeElements(drawing)
  const grids = figures.map(gridIn)
  const faces: Face[] = []
  let last: Arrival | null = null
  const edgeKeys: string[] = []
  const keys = Array.from(graph.consumer, (node, edge) => edgeKey(graph.id[node], edge - graph.firstEdge[node]))
  const talkative = figures.length <= MOST_WITH_PARTIALS

  function paintNode(moment: Moment, node: NodeIndex, face: Face): void {
    const { node: element, button, value } = nodes[node]
    const { kind } = figures[node]
    paintValue(node, face.value)
    value.style.removeProperty('opacity')
    mark(element, 'data-stage', face.stage)
    mark(element, 'data-reached', face.reached ? '' : null)
    mark(element, 'data-absent', face.derivative === 'absent' ? '' : null)
    const label = () => labelNode(button, moment, figures[node], face)
    if (faces[node] && isArray(face.value)) labels.ask(button, label)
    else labels.now(button, label)
    if (kind === 'constant') mark(button, 'data-node', exact(valueAt(graph, node, moment.session.primal.values)))
    paintChips(node, face)
  }

  /** Earlier passes have their chips, the pass at hand the next one. */
  function paintChips(node: NodeIndex, { stage, earlier, derivative }: Face): void {
    const { chips } = nodes[node]
    const all = [...earlier, derivative]
    for (const place of chips.keys()) {
      chips[place].style.removeProperty('opacity')
      mark(chips[place], 'data-stage', stage === 'active' && place === earlier.length ? stage : null)
      paintDerivative(node, place, all[place] ?? null)
    }
  }

  function paintValue(node: NodeIndex, value: Reading): void {
    const { value: element } = nodes[node]
    const room = 2 * halfOf(figures[node]).x - (figures[node].kind === 'primitive' ? 15 : 10)
    if (isArray(value)) paintHeat(element.firstElementChild as SVGGElement, grids[node] as Grid, value)
    else write(element, short(value), room, VALUE_SIZE)
  }

  function paintDerivative(node: NodeIndex, place: number, derivative: Derivative, partly = false): void {
    const { chips } = nodes[node]
    const chip = chips[place]
    if (!chip) return
    const what = markAt(side, chips.length, place)
    const grid = grids[node]
    mark(chip, 'data-absent', derivative === 'absent' ? '' : null)
    if (!grid) {
      paintChip(chip, derivative === null ? null : chipText(what, derivative as number | 'absent', partly))
      return
    }
    mark(chip, 'visibility', derivative === null ? 'hidden' : null)
    const sign = chip.querySelector('.chip-text') as Element
    sign.textContent = derivative === 'absent' ? chipText(what, 'absent') : chipSign(what, partly)
    if (isArray(derivative)) paintHeat(chip.querySelector('.cells') as SVGGElement, grid, derivative)
  }

  function paintEdge(moment: Moment, edge: EdgeIndex, lit: boolean, emphasis: Emphasis | null): void {
    const live = isLive(moment, edge)
    const stage = edgeStage(moment, edge)
    const tells =
      moment.frame.pass.kind === 'primal' ? hasArrays && (talkative || lit) : talkative || stage === 'active' || lit
    const name = keys[edge]
    const tone = emphasis?.edges.get(name) ?? null
    const label = emphasis?.labels.get(name) ?? (tells ? edgeText(moment, edge, lit) : '')
    const key = `${stage} ${live} ${lit} ${tone} ${label}`
    if (edgeKeys[edge] === key) return
    edgeKeys[edge] = key
    const { edge: element, partial } = edges[edge]
    for (const marked of [element, partial]) {
      mark(marked, 'data-stage', stage)
      mark(marked, 'data-tone', tone)
    }
    mark(element, 'data-live', live ? '' : null)
    mark(element, 'data-lit', lit ? '' : null)
    partial.textContent = label
  }

  /** The chip of a node whose terms are still arriving. */
  function paintSum(moment: Moment, count: number): void {
    paintDerivative(moment.active, moment.earlier.length, sumAfter(moment, count), true)
  }

  return {
    paint(moment, highlight, emphasis) {
      last = null
      const lit = highlight === null ? undefined : nodeOf.get(highlight)
      drawing.dataset.pass = moment.frame.pass.kind
      mark(drawing, 'data-emphasis', emphasis?.isAlone ? '' : null)
      for (let node = 0; node < nodes.length; node++) {
        const face = faceOf(moment, node)
        if (face.stage === 'active' || !sameFace(faces[node], face)) paintNode(moment, node, face)
        faces[node] = face
        mark(nodes[node].node, 'data-lit', node === lit ? '' : null)
        mark(nodes[node].node, 'data-tone', emphasis?.nodes.get(figures[node].id) ?? null)
      }
      for (let edge = 0; edge < edges.length; edge++)
        paintEdge(moment, edge, graph.operand[edge] === lit || graph.consumer[edge] === lit, emphasis)
      if (moment.partly) paintSum(moment, moment.terms.length)
    },
    arrive(moment, arrival) {
      const { arrived, way, visible } = arrival
      if (moment.active < 0 || sameNumber(last, arrival)) return
      last = arrival
      const { chips, value } = nodes[moment.active]
      const place = moment.earlier.length
      if (moment.frame.pass.kind === 'primal') value.style.opacity = String(FAINT + (1 - FAINT) * visible)
      else if (way !== null || moment.partly) paintSum(moment, arrived)
      else if (chips[place]) {
        paintDerivative(moment.active, place, faces[moment.active].derivative)
        chips[place].style.opacity = String(visible)
      }
    },
  }
}

/** Whether the active node's number looks the same at both. */
const sameNumber = (a: Arrival | null, b: Arrival) =>
  a !== null && a.arrived === b.arrived && a.visible === b.visible && (a.way === null) === (b.way === null)
