import type { EdgeIndex, NodeIndex } from '../../../graph/graph.ts'
import { labelPlaces } from '../../../picture/labels.ts'
import type { Scene } from '../../../picture/scene.ts'
import type { Structure } from '../../../picture/structure.ts'
import { TEXT_SIZE } from '../../../picture/style.ts'
import { type Emphasis, edgeKey } from '../../../state/chain.ts'
import type { Arrival } from '../following/arrival.ts'
import { edgeStage, isLive, isPrimal, type Moment, type Stage, stageName } from '../following/frame.ts'
import { edgeText } from './edgeText.ts'
import { edgeElements, mark, writeLabel } from './elements.ts'
import { nodePainter } from './paintNode.ts'

/** Draws moments of playback into a picture: one for each mode that it shows. */
export interface Painter {
  /** Settled moments, the stable id of the node that is highlighted, and what stands out besides. */
  readonly paint: (moments: readonly Moment[], highlight: number | null, emphasis: Emphasis | null) => void
  /** The way to the moment of that place that was painted last. */
  readonly arrive: (moments: readonly Moment[], place: number, arrival: Arrival) => void
}

/** Graphs up to this size show all their partials in the derivative passes, and all shapes in the primal pass, as far as there is room. */
const MOST_TALKATIVE = 45

/** By the place of a drawn edge: the edges of the graph that run along it. */
function ridersOf({ edges, runsAlong }: Structure): readonly (readonly EdgeIndex[])[] {
  const place = new Map(edges.map((edge, i) => [edge, i]))
  const riders: EdgeIndex[][] = edges.map(() => [])
  Array.from(runsAlong, (along, edge) => riders[place.get(along) ?? -1]?.push(edge))
  return riders
}

const furthest = (stages: readonly Stage[]): Stage =>
  (['active', 'done'] as const).find((stage) => stages.includes(stage)) ?? 'unknown'

/** Paints into the elements of a drawing, and touches only those that change. */
export function svgPainter(drawing: SVGSVGElement, scene: Scene): Painter {
  const { structure } = scene
  const { figures, graph, nodeOf, nodes, edges, hasArrays, standsIn } = structure
  const riders = ridersOf(structure)
  const edgeDrawn = edgeElements(drawing)
  const painter = nodePainter(drawing, scene)
  const edgeKeys: string[] = []
  const keys = Array.from(graph.consumer, (node, edge) => edgeKey(graph.id[node], edge - graph.firstEdge[node]))
  const talkative = nodes.length <= MOST_TALKATIVE
  const size = TEXT_SIZE[scene.style.density]
  let labelled = ''

  /** What is written on an edge if there is room for it. */
  function labelOf(moments: readonly Moment[], edge: EdgeIndex, lit: boolean, emphasis: Emphasis | null): string {
    const given = emphasis?.labels.get(keys[edge])
    if (given !== undefined) return given
    // A line stands for many nodes, so an edge into it has no local partial to show.
    if (figures[standsIn[graph.consumer[edge]]].line) return ''
    const inPrimal = isPrimal(moments[0])
    const isActive = moments.some((moment) => edgeStage(moment, edge) === 'active')
    const tells = inPrimal ? hasArrays && (talkative || lit) : talkative || isActive || lit
    return tells ? edgeText(moments[0], edge, lit) : ''
  }

  /** Edges at hand choose their places first. */
  function paintLabels(moments: readonly Moment[], labels: readonly string[], emphasis: Emphasis | null): void {
    const key = labels.join('\n')
    if (key === labelled) return
    labelled = key
    const order = edges.map((_, i) => i)
    const rank = (i: number) => (moments.some((moment) => edgeStage(moment, edges[i]) === 'active') ? 0 : 1)
    if (!talkative) order.sort((a, b) => rank(a) - rank(b))
    const texts = new Map(edges.map((edge, i) => [edge, labels[i]]))
    const places = labelPlaces(
      scene,
      order.map((i) => edges[i]),
      (edge) => texts.get(edge) ?? '',
      nodes,
      (edge) => emphasis?.labels.has(keys[edge]) ?? false,
    )
    for (const [i, edge] of edges.entries()) writeLabel(edgeDrawn[i].partial, labels[i], places.get(edge), size)
  }

  function paintEdge(moments: readonly Moment[], i: number, lit: boolean, emphasis: Emphasis | null): void {
    const edge = edges[i]
    const live = riders[i].some((rider) => isLive(moments[0], rider))
    const stages = moments.map((moment) => furthest(riders[i].map((rider) => edgeStage(moment, rider))))
    const tone = emphasis?.edges.get(keys[edge]) ?? null
    const key = `${moments.map(stageName)} ${stages} ${live} ${lit} ${tone}`
    if (edgeKeys[i] === key) return
    edgeKeys[i] = key
    const { edge: element, partial } = edgeDrawn[i]
    mark(partial, 'data-stage', stages.includes('active') ? 'active' : null)
    mark(partial, 'data-tone', tone)
    mark(element, 'data-tone', tone)
    mark(element, 'data-live', live ? '' : null)
    mark(element, 'data-lit', lit ? '' : null)
    mark(element, 'data-stage', stages.includes('active') ? 'active' : stages.includes('done') ? 'done' : 'unknown')
    for (const stage of ['forward', 'reverse', 'primal']) mark(element, `data-${stage}`, null)
    for (const [m, moment] of moments.entries()) mark(element, `data-${stageName(moment)}`, stages[m])
  }

  return {
    paint(moments, highlight, emphasis) {
      const highlit = highlight === null ? undefined : nodeOf.get(highlight)
      const lit = highlit === undefined ? undefined : standsIn[highlit]
      mark(drawing, 'data-emphasis', emphasis?.isAlone ? '' : null)
      painter.paint(moments, lit, (node: NodeIndex) => emphasis?.nodes.get(figures[node].id) ?? null)
      const isLit = (edge: EdgeIndex) => standsIn[graph.operand[edge]] === lit || standsIn[graph.consumer[edge]] === lit
      for (let i = 0; i < edges.length; i++) paintEdge(moments, i, isLit(edges[i]), emphasis)
      paintLabels(
        moments,
        edges.map((edge) => labelOf(moments, edge, isLit(edge), emphasis)),
        emphasis,
      )
    },
    arrive: painter.arrive,
  }
}
