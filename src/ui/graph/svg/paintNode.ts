import type { NodeIndex } from '../../../graph/graph.ts'
import { valueAt } from '../../../graph/nodes.ts'
import { exact } from '../../../notation/numbers.ts'
import { isArray, type Reading } from '../../../picture/entries.ts'
import { SIGNS } from '../../../picture/marks.ts'
import type { Scene } from '../../../picture/scene.ts'
import type { Arrival } from '../following/arrival.ts'
import {
  chipSign,
  chipText,
  type Derivative,
  derivativesOf,
  type Face,
  faceOf,
  isPrimal,
  type Moment,
  sameFace,
  stageName,
  sumAfter,
} from '../following/frame.ts'
import { soon } from '../following/soon.ts'
import { paintArray } from '../heat/paint.ts'
import { mark, nodeElements, numberIn, paintChip } from './elements.ts'
import { labelNode } from './label.ts'

/** By button, which the next picture takes over where its node stays. */
const labels = soon()
/** How visible a value is while it arrives. */
const FAINT = 0.55

/** Paints what nodes show, and touches only those that change. */
export function nodePainter(drawing: SVGSVGElement, { structure, style, anatomies }: Scene) {
  const { figures, graph, nodes, standsIn } = structure
  const elements = nodeElements(drawing, structure)
  const faces = new Map<NodeIndex, readonly Face[]>()
  let last: (Arrival | null)[] = []

  function paintNode(moments: readonly Moment[], node: NodeIndex, now: readonly Face[]): void {
    const drawn = elements.get(node)
    if (!drawn) return
    const { node: element, button, value } = drawn
    paintValue(node, now[0].value)
    value.style.removeProperty('opacity')
    mark(element, 'data-reached', now[0].reached ? '' : null)
    mark(element, 'data-stage', now.some(({ stage }) => stage === 'active') ? 'active' : null)
    for (const mode of ['primal', 'forward', 'reverse']) mark(element, `data-${mode}`, null)
    for (const [m, moment] of moments.entries()) mark(element, `data-${stageName(moment)}`, stageOf(now[m]))
    const label = () => labelNode(button, moments, figures[node], anatomies[node], now)
    if (faces.has(node) && isArray(now[0].value)) labels.ask(button, label)
    else labels.now(button, label)
    if (figures[node].kind === 'constant')
      mark(button, 'data-node', exact(valueAt(graph, node, moments[0].session.primal.values)))
    paintChips(moments, node, now)
  }

  function paintChips(moments: readonly Moment[], node: NodeIndex, now: readonly Face[]): void {
    // Where what stands in the figure is at hand, its own derivative is not.
    const known = moments.flatMap((moment, m) =>
      derivativesOf(moment, now[m]).map((each) => ({ ...each, isActive: each.isActive && moment.active === node })),
    )
    elements.get(node)?.chips.forEach((chip, place) => {
      const shown = known.find(({ mark: of }) => of === style.marks[place])
      chip.style.removeProperty('opacity')
      mark(chip, 'data-stage', shown?.isActive ? 'active' : null)
      paintDerivative(node, place, shown?.derivative ?? null)
    })
  }

  function paintValue(node: NodeIndex, value: Reading): void {
    const { cells, value: slot } = anatomies[node]
    const element = elements.get(node)?.value
    if (!element) return
    if (isArray(value) && cells) paintArray(element.firstElementChild as Element, cells, value)
    else if (slot && !isArray(value)) element.textContent = numberIn(slot, value)
  }

  function paintDerivative(node: NodeIndex, place: number, derivative: Derivative, partly = false): void {
    const chip = elements.get(node)?.chips[place]
    if (!chip) return
    const slot = anatomies[node].chips[place]
    const what = style.marks[place]
    mark(chip, 'data-absent', derivative === 'absent' ? '' : null)
    if (!slot.cells) {
      const gap = style.density === 'full' ? ' ' : ''
      const write = (x: number) => numberIn(slot, x, SIGNS[what].length + gap.length)
      const text = derivative === null ? null : chipText(what, derivative as number | 'absent', write, partly, gap)
      paintChip(chip, slot, text)
      return
    }
    mark(chip, 'visibility', derivative === null ? 'hidden' : null)
    const sign = chip.querySelector('.chip-text') as Element
    sign.textContent = derivative === 'absent' ? chipText(what, 'absent', String) : chipSign(what, partly)
    if (isArray(derivative)) paintArray(chip.lastElementChild as Element, slot.cells, derivative)
  }

  /** The chip of the moment's own pass at its active node. */
  const chipOf = (moment: Moment, face: Face): number => style.marks.indexOf(isPrimal(moment) ? 'forward' : face.mark)

  /** The chip of a node whose terms are still arriving. */
  function paintSum(moment: Moment, face: Face, count: number): void {
    paintDerivative(moment.active, chipOf(moment, face), sumAfter(moment, count), true)
  }

  const faceAt = (moment: Moment, m: number) => faces.get(moment.active)?.[m]

  return {
    paint(moments: readonly Moment[], lit: NodeIndex | undefined, toneOf: (node: NodeIndex) => string | null): void {
      last = moments.map(() => null)
      for (const node of nodes) {
        const now = moments.map((moment) => faceOf(moment, node, standsIn))
        const before = faces.get(node)
        const changes = now.some((face, m) => face.stage === 'active' || !sameFace(before?.[m], face))
        if (changes || before?.length !== now.length) paintNode(moments, node, now)
        faces.set(node, now)
        const element = elements.get(node)?.node
        if (!element) continue
        mark(element, 'data-lit', node === lit ? '' : null)
        mark(element, 'data-tone', toneOf(node))
      }
      moments.forEach((moment, m) => {
        const face = faceAt(moment, m)
        if (moment.partly && face) paintSum(moment, face, moment.terms.length)
      })
    },
    arrive(moments: readonly Moment[], m: number, arrival: Arrival): void {
      const moment = moments[m]
      const face = faceAt(moment, m)
      if (!face || sameNumber(last[m], arrival)) return
      last[m] = arrival
      const { arrived, way, visible } = arrival
      const drawn = elements.get(moment.active)
      const chip = drawn?.chips[chipOf(moment, face)]
      if (isPrimal(moment)) drawn?.value.style.setProperty('opacity', String(FAINT + (1 - FAINT) * visible))
      else if (way !== null || moment.partly) paintSum(moment, face, arrived)
      else if (chip) {
        paintDerivative(moment.active, chipOf(moment, face), face.derivative)
        chip.style.opacity = String(visible)
      }
    },
  }
}

/** What a mode's pass has done with a node. */
const stageOf = ({ stage, derivative }: Face): string => (derivative === 'absent' ? 'absent' : stage)

/** Whether the active node's number looks the same at both. */
const sameNumber = (a: Arrival | null, b: Arrival) =>
  a !== null && a.arrived === b.arrived && a.visible === b.visible && (a.way === null) === (b.way === null)
