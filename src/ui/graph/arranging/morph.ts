import type { Point } from '../../../layout/layout.ts'
import { between, type Curve, pathOf } from '../../../picture/curve.ts'
import type { Hull } from '../../../picture/hulls.ts'
import { prefersReducedMotion } from '../../../state/clock.ts'
import { tween } from '../camera/tween.ts'
import { type DrawnElements, edgeByEnds, SAMPLES } from './drawnElements.ts'

const FADE = 300
/** Where more than this comes and goes it is another program, and appears as a whole. */
const MOST_FADING = 60

/** Moves what stays from where it was, fades in what comes and out what goes. Returns what ends it early. */
export function morph(drawing: SVGSVGElement, before: DrawnElements, after: DrawnElements): () => void {
  if (!prefersReducedMotion()) fade(drawing, before, after)
  const steps = [...nodeMoves(before, after), ...edgeMoves(before, after)]
  if (steps.length === 0) return () => {}
  return tween((t) => {
    for (const step of steps) step(t)
  })
}

type Step = (t: number) => void

/** The stable ids of the nodes, and by them their places in the order of what is drawn. */
const idsOf = ({ scene: { structure } }: DrawnElements): number[] =>
  structure.nodes.map((node) => structure.figures[node].id)
const placesById = (standing: DrawnElements) => new Map(idsOf(standing).map((id, i) => [id, i]))

function nodeMoves(before: DrawnElements, after: DrawnElements): Step[] {
  const olds = placesById(before)
  return idsOf(after).flatMap((id, i) => {
    const old = olds.get(id)
    const to = after.places[i]
    if (old === undefined || same(before.places[old], to)) return []
    const from = before.places[old]
    return (t: number) => {
      after.places[i] = between(from, to, t)
      const { x, y } = after.places[i]
      after.nodes[i].setAttribute('transform', `translate(${x} ${y})`)
    }
  })
}

const same = (a: Point, b: Point) => Math.abs(a.x - b.x) < 0.5 && Math.abs(a.y - b.y) < 0.5

const keysOf = ({ scene: { structure } }: DrawnElements): string[] =>
  structure.edges.map((edge) => edgeByEnds(structure.graph, edge))

function edgeMoves(before: DrawnElements, after: DrawnElements): Step[] {
  const olds = new Map(keysOf(before).map((key, i) => [key, i]))
  return keysOf(after).flatMap((key, i) => {
    const old = olds.get(key)
    const to = after.ways[i]
    if (old === undefined || before.ways[old].every((point, p) => same(point, to[p]))) return []
    const curve = after.scene.curveOf(after.scene.structure.edges[i])
    return edgeMove(after.edges[i], before.ways[old], to, curve, (way) => {
      after.ways[i] = way
    })
  })
}

function edgeMove(
  element: SVGElement,
  from: readonly Point[],
  to: readonly Point[],
  curve: Curve,
  now: (way: readonly Point[]) => void,
): Step {
  const lines = element.querySelectorAll('.line, .core')
  const ends = [
    ...Array.from(element.querySelectorAll('.head'), (end) => ({
      element: end,
      from: from[SAMPLES - 1],
      to: to[SAMPLES - 1],
    })),
    ...Array.from(element.querySelectorAll('.tail'), (end) => ({ element: end, from: from[0], to: to[0] })),
  ]
  return (t) => {
    const way = to.map((point, i) => between(from[i], point, t))
    now(way)
    const path = t === 1 ? pathOf(curve) : `M${way.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`
    for (const line of lines) line.setAttribute('d', path)
    for (const { element: end, from: a, to: b } of ends)
      end.setAttribute('transform', `translate(${(a.x - b.x) * (1 - t)} ${(a.y - b.y) * (1 - t)})`)
  }
}

function fade(drawing: SVGSVGElement, before: DrawnElements, after: DrawnElements): void {
  const onlyIn = (standing: DrawnElements, other: DrawnElements) => [
    ...without(standing.edges, keysOf(standing), keysOf(other)),
    ...without(standing.nodes, idsOf(standing), idsOf(other)),
  ]
  const coming = [
    ...after.hulls.filter((_, i) => !drawnBefore(before.scene.hulls, after.scene.hulls[i])),
    ...onlyIn(after, before),
  ]
  const going = [
    ...before.hulls.filter((_, i) => !after.scene.hulls.some(({ place }) => place === before.scene.hulls[i].place)),
    ...onlyIn(before, after),
  ]
  if (coming.length + going.length > MOST_FADING) drawing.animate({ opacity: [0, 1] }, FADE)
  else {
    for (const element of coming) element.animate({ opacity: [0, 1] }, FADE)
    for (const element of going) fadeOut(drawing, element)
  }
}

/** The elements whose keys are not among the others. */
function without<Of>(elements: readonly Of[], keys: readonly unknown[], others: readonly unknown[]): Of[] {
  const known = new Set(others)
  return elements.filter((_, i) => !known.has(keys[i]))
}

const drawnBefore = (hulls: readonly Hull[], { place, areas, ways }: Hull) =>
  hulls.some((hull) => hull.place === place && hull.areas === areas && hull.ways === ways)

/** The element has left the drawing: a copy of it, for the eye only, fades away. */
function fadeOut(drawing: SVGSVGElement, element: SVGElement): void {
  const ghost = element.cloneNode(true) as SVGElement
  ghost.querySelector('.target')?.remove()
  ghost.classList.add('ghost')
  drawing.querySelector('.ghosts')?.append(ghost)
  ghost.animate({ opacity: [1, 0] }, { duration: FADE, fill: 'forwards' }).onfinish = () => ghost.remove()
}
