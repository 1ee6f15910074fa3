import type { Graph, NodeIndex } from '../graph/graph.ts'
import { bezier, layOut } from '../layout/index.ts'
import type { Box, Point } from '../layout/layout.ts'
import { wiresOf } from './boxes.ts'
import type { Size } from './camera.ts'
import { drawCurve } from './curve.ts'
import type { FigureKind } from './figure.ts'
import { drawOutline } from './outline.ts'
import { pathData } from './pen.ts'
import { type DrawnGraph, type Figure, type Structure, structureApart } from './structure.ts'

/** A graph from so far away that only its shape is seen, as the data of SVG paths. */
export interface ThumbnailPaths extends Size {
  readonly edges: string
  readonly leaves: string
  readonly operations: string
  /** The rings of the outputs. */
  readonly rings: string
}

/** Larger graphs would be nothing but dots. */
const MOST_NODES = 150
/** Half of a node, in px; how far an output's ring stands off; how round it is. */
const HALF = 5
const RING = 3
const CORNERS: Readonly<Record<FigureKind, number>> = {
  input: 2,
  data: 0,
  param: 4,
  constant: 5,
  primitive: 5,
  module: 1,
}
const SPACING = { between: 14, apart: 6, bow: 8 }

/** null where the graph is too large for one. */
export function thumbnailOf(graph: Graph): ThumbnailPaths | null {
  if (graph.size > MOST_NODES) return null
  const structure = structureApart(graph)
  const { figures, nodes } = structure
  const { width, height, centres, routes } = layOut(boxesIn(structure), wiresOf(structure), {
    ...{ direction: 'right', spacing: SPACING, arrowhead: 0 },
  })
  const outlines = (chosen: (figure: Figure) => boolean, grow: number) =>
    pathData((pen) => {
      nodes.forEach((node, i) => {
        if (chosen(figures[node])) drawOutline(pen, outlineOf(figures[node]), centres[i], grow)
      })
    })
  return {
    ...{ width, height },
    edges: pathData((pen) => {
      for (const route of routes) drawCurve(pen, bezier(route, 'right'))
    }),
    leaves: outlines(({ kind }) => !isComputed(kind), 0),
    operations: outlines(({ kind }) => isComputed(kind), 0),
    rings: outlines(({ output }) => output, RING),
  }
}

const isComputed = (kind: FigureKind) => kind === 'primitive' || kind === 'module'

const outlineOf = ({ kind }: Figure) => ({ half: { x: HALF, y: HALF }, corner: CORNERS[kind] })

function boxesIn({ nodes, figures, graph: { firstEdge } }: Structure<DrawnGraph>): Box[] {
  const boxOf = (node: NodeIndex): Box => {
    const half = HALF + (figures[node].output ? RING : 0)
    const extent: Point = { x: half, y: half }
    const shape = CORNERS[figures[node].kind] < HALF ? 'square' : 'circle'
    return {
      ...{ id: figures[node].id, width: 2 * half, height: 2 * half, leaf: firstEdge[node] === firstEdge[node + 1] },
      outline: { shape, extent },
    }
  }
  return nodes.map(boxOf)
}
