import * as dagre from '@dagrejs/dagre'
import { coordGreedy, decrossTwoLayer, graph, layeringLongestPath, sugiyama, twolayerAgg } from 'd3-dag'
import ELK from 'elkjs/lib/elk.bundled.js'
import { layOut } from '../../src/layout/index.ts'
import type { LayoutMemory, Point } from '../../src/layout/layout.ts'
import type { Graph } from './graphs.ts'

export const WIDTH = 60
export const HEIGHT = 34
const ALONG = 56
const ACROSS = 16

/** The flow goes right: centres of nodes, and the bends of each wire between its ends, by consumer and slot. */
export interface Picture {
  readonly centres: readonly Point[]
  readonly bends: readonly (readonly (readonly Point[])[])[]
  readonly memory?: LayoutMemory
}

export interface Engine {
  readonly name: string
  readonly draw: (graph: Graph, previous?: Picture) => Picture | Promise<Picture>
  /** Larger graphs take it minutes. */
  readonly most: number
}

const byWire = (graph: Graph, bends: (consumer: number, slot: number, wire: number) => readonly Point[]) => {
  let wire = 0
  return graph.operands.map((read, consumer) => read.map((_, slot) => bends(consumer, slot, wire++)))
}

function drawGradual(graph: Graph, previous?: Picture): Picture {
  const boxes = graph.operands.map((read, id) => ({ id, width: WIDTH, height: HEIGHT, leaf: read.length === 0 }))
  const wires = graph.operands.flatMap((read, to) => read.map((from, slot) => ({ from, to, slot })))
  const { centres, routes, memory } = layOut(boxes, wires, {
    direction: 'right',
    previous: previous?.memory,
    arrowhead: 0,
  })
  return { centres, bends: byWire(graph, (_, __, wire) => routes[wire].slice(1, -1)), memory }
}

function drawDagre(graph: Graph): Picture {
  const drawing = new dagre.graphlib.Graph({ multigraph: true })
  drawing.setGraph({ rankdir: 'LR', nodesep: ACROSS, edgesep: 6, ranksep: ALONG })
  drawing.setDefaultEdgeLabel(() => ({}))
  // Its order of operands is best where consumers come first.
  for (let v = graph.operands.length - 1; v >= 0; v--) drawing.setNode(String(v), { width: WIDTH, height: HEIGHT })
  for (let v = graph.operands.length - 1; v >= 0; v--)
    for (let slot = graph.operands[v].length - 1; slot >= 0; slot--)
      drawing.setEdge(String(graph.operands[v][slot]), String(v), {}, String(slot))
  dagre.layout(drawing)
  const edge = (v: number, slot: number) =>
    drawing.edge({ v: String(graph.operands[v][slot]), w: String(v), name: String(slot) })
  return {
    centres: graph.operands.map((_, v) => drawing.node(String(v)) as Point),
    bends: byWire(graph, (v, slot) => edge(v, slot).points.slice(1, -1)),
  }
}

function drawD3Dag({ operands }: Graph): Picture {
  const drawing = graph<number, string>()
  const nodes = operands.map((_, v) => drawing.node(v))
  operands.forEach((read, v) => {
    read.forEach((u, slot) => {
      drawing.link(nodes[u], nodes[v], `${v} ${slot}`)
    })
  })
  sugiyama()
    .layering(layeringLongestPath().topDown(false))
    .decross(decrossTwoLayer().order(twolayerAgg()).passes(6))
    .coord(coordGreedy())
    .nodeSize([HEIGHT, WIDTH])
    .gap([ACROSS, ALONG])(drawing)
  const points = new Map([...drawing.links()].map((link) => [link.data, link.points]))
  const turned = ([x, y]: readonly [number, number]): Point => ({ x: y, y: x })
  return {
    centres: nodes.map(({ x, y }) => ({ x: y, y: x })),
    bends: byWire({ operands }, (v, slot) => points.get(`${v} ${slot}`)?.slice(1, -1).map(turned) ?? []),
  }
}

const elk = new ELK()

async function drawElk(graph: Graph): Promise<Picture> {
  const port = (id: string, x: number, y: number, side: string) => ({
    id,
    x,
    y,
    width: 0,
    height: 0,
    layoutOptions: { 'elk.port.side': side },
  })
  const drawing = await elk.layout({
    id: 'root',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'RIGHT',
      'elk.edgeRouting': 'POLYLINE',
      'elk.spacing.nodeNode': String(ACROSS),
      'elk.layered.spacing.nodeNodeBetweenLayers': String(ALONG),
    },
    children: graph.operands.map((read, v) => ({
      id: String(v),
      width: WIDTH,
      height: HEIGHT,
      layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
      ports: [
        port(`${v}:out`, WIDTH, HEIGHT / 2, 'EAST'),
        ...read.map((_, slot) => port(`${v}:${slot}`, 0, (HEIGHT * (slot + 1)) / (read.length + 1), 'WEST')),
      ],
    })),
    edges: graph.operands.flatMap((read, v) =>
      read.map((u, slot) => ({ id: `${v} ${slot}`, sources: [`${u}:out`], targets: [`${v}:${slot}`] })),
    ),
  })
  const centre = ({ x = 0, y = 0 }) => ({ x: x + WIDTH / 2, y: y + HEIGHT / 2 })
  return {
    centres: (drawing.children ?? []).map(centre),
    bends: byWire(graph, (_, __, wire) => drawing.edges?.[wire].sections?.[0].bendPoints ?? []),
  }
}

export const ours: Engine = { name: 'gradual', draw: drawGradual, most: Number.POSITIVE_INFINITY }

export const peers: readonly Engine[] = [
  { name: 'dagre', draw: drawDagre, most: 300 },
  { name: 'd3-dag', draw: drawD3Dag, most: 300 },
  { name: 'elkjs', draw: drawElk, most: 1_500 },
]
