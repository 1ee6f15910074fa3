import type { Point } from '../../layout/layout.ts'
import { prefersReducedMotion } from '../../state/clock.ts'
import { between, type Curve, pathOf, sampled } from './curve.ts'
import { EDGES, HULLS, NODES } from './elements.ts'
import type { Hull } from './hulls.ts'
import type { Scene } from './scene.ts'
import { tween } from './tween.ts'

/** What stands on the screen: a scene, its elements, and where they are just now. */
export interface Standing {
  readonly scene: Scene
  readonly nodes: readonly SVGElement[]
  readonly edges: readonly SVGElement[]
  readonly hulls: readonly SVGElement[]
  readonly places: Point[]
  readonly ways: (readonly Point[])[]
}

const SAMPLES = 13
const FADE = 300
/** Where more than this comes and goes it is another program, and appears as a whole. */
const MOST_FADING = 60

const edgeKey = ({ structure: { graph } }: Scene, edge: number) => {
  const { consumer, operand, firstEdge, id } = graph
  return `${id[operand[edge]]}>${id[consumer[edge]]}:${edge - firstEdge[consumer[edge]]}`
}

/** The elements of a scene that has just been rendered, in their final places. */
export function standing(drawing: SVGSVGElement, scene: Scene): Standing {
  return {
    scene,
    nodes: [...drawing.querySelectorAll<SVGElement>(NODES)],
    edges: [...drawing.querySelectorAll<SVGElement>(EDGES)],
    hulls: [...drawing.querySelectorAll<SVGElement>(HULLS)],
    places: [...scene.centres],
    ways: Array.from(scene.structure.graph.operand, (_, edge) => sampled(scene.curveOf(edge), SAMPLES)),
  }
}

/** Moves what stays from where it was, fades in what comes and out what goes. Returns what ends it early. */
export function morph(drawing: SVGSVGElement, before: Standing, after: Standing): () => void {
  if (!prefersReducedMotion()) fade(drawing, before, after)
  const steps = [...nodeMoves(before, after), ...edgeMoves(before, after)]
  if (steps.length === 0) return () => {}
  return tween((t) => {
    for (const step of steps) step(t)
  })
}

type Step = (t: number) => void

function nodeMoves(before: Standing, after: Standing): Step[] {
  const { figures } = after.scene.structure
  return figures.flatMap(({ id, node }) => {
    const old = before.scene.structure.nodeOf.get(id)
    const to = after.places[node]
    if (old === undefined || same(before.places[old], to)) return []
    const from = before.places[old]
    return (t: number) => {
      after.places[node] = between(from, to, t)
      const { x, y } = after.places[node]
      after.nodes[node].setAttribute('transform', `translate(${x} ${y})`)
    }
  })
}

const same = (a: Point, b: Point) => Math.abs(a.x - b.x) < 0.5 && Math.abs(a.y - b.y) < 0.5

function edgeMoves(before: Standing, after: Standing): Step[] {
  const olds = new Map(before.edges.map((_, edge) => [edgeKey(before.scene, edge), edge]))
  return after.edges.flatMap((element, edge) => {
    const old = olds.get(edgeKey(after.scene, edge))
    const to = after.ways[edge]
    if (old === undefined || before.ways[old].every((point, i) => same(point, to[i]))) return []
    return edgeMove(element, before.ways[old], to, after.scene.curveOf(edge), (way) => {
      after.ways[edge] = way
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
    { element: element.querySelector('.head'), from: from[SAMPLES - 1], to: to[SAMPLES - 1] },
    { element: element.querySelector('.tail'), from: from[0], to: to[0] },
  ]
  return (t) => {
    const way = to.map((point, i) => between(from[i], point, t))
    now(way)
    const path = t === 1 ? pathOf(curve) : `M${way.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`
    for (const line of lines) line.setAttribute('d', path)
    for (const { element: end, from: a, to: b } of ends)
      end?.setAttribute('transform', `translate(${(a.x - b.x) * (1 - t)} ${(a.y - b.y) * (1 - t)})`)
  }
}

function fade(drawing: SVGSVGElement, before: Standing, after: Standing): void {
  const stays = (standing: Standing, id: number) => standing.scene.structure.nodeOf.has(id)
  const keys = (of: Standing) => new Set(of.edges.map((_, edge) => edgeKey(of.scene, edge)))
  const [old, fresh] = [keys(before), keys(after)]
  const coming = [
    ...after.hulls.filter((_, i) => !drawnBefore(before.scene.hulls, after.scene.hulls[i])),
    ...after.edges.filter((_, edge) => !old.has(edgeKey(after.scene, edge))),
    ...after.nodes.filter((_, node) => !stays(before, after.scene.structure.figures[node].id)),
  ]
  const going = [
    ...before.hulls.filter((_, i) => !after.scene.hulls.some(({ place }) => place === before.scene.hulls[i].place)),
    ...before.edges.filter((_, edge) => !fresh.has(edgeKey(before.scene, edge))),
    ...before.nodes.filter((_, node) => !stays(after, before.scene.structure.figures[node].id)),
  ]
  if (coming.length + going.length > MOST_FADING) drawing.animate({ opacity: [0, 1] }, FADE)
  else {
    for (const element of coming) element.animate({ opacity: [0, 1] }, FADE)
    for (const element of going) fadeOut(drawing, element)
  }
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
