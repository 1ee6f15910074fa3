import { consumers } from '../../../../graph/edges.ts'
import { shorten } from '../../../../language/words.ts'
import { anatomyOf } from '../../../../picture/anatomy.ts'
import type { Anatomy, FigureKind } from '../../../../picture/figure.ts'
import type { DrawnGraph, Figure, Structure } from '../../../../picture/structure.ts'
import type { Style } from '../../../../picture/style.ts'

/** A vertex of a linearised graph: the figure of the node that it comes from, by the name that it has here. */
export interface Vertex {
  readonly id: number
  readonly kind: FigureKind
  readonly role: 'input' | 'inner' | 'output'
  /** In its figure; and beside it, unless that says it already, what it is called. */
  readonly symbol: string
  readonly name: string
  /** Whether the program calls it so. */
  readonly isNamed: boolean
  /** What it is called, and what it computes or is, in words. */
  readonly spoken: string
  readonly says: string
  /** The adjoint that stands at it, if any. */
  readonly adjoint?: number
}

/** An edge between two vertices, by their ids, and what is written on it. */
export interface Arc {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** A linearised graph as pictures take it: the vertex of each node, the arc of each edge. */
export interface Linear {
  readonly structure: Structure<DrawnGraph>
  readonly vertices: readonly Vertex[]
  readonly arcs: readonly Arc[]
}

const END = { role: null, value: Number.NaN, literal: null }

/** Letters that a figure has room for. */
const LONGEST_NAME = 16

/** Vertices in an order of evaluation, as a graph of their own. */
export function linearOf(vertices: readonly Vertex[], arcs: readonly Arc[]): Linear {
  const place = new Map(vertices.map(({ id }, node) => [id, node]))
  const into = vertices.map(({ id }) => arcs.filter(({ to }) => to === id))
  const edges = into.flat()
  const firstEdge = new Int32Array(vertices.length + 1)
  into.forEach(({ length }, node) => {
    firstEdge[node + 1] = firstEdge[node] + length
  })
  const operand = Int32Array.from(edges, ({ from }) => place.get(from) as number)
  const ends = (role: Vertex['role']) =>
    vertices.flatMap((vertex, node) => (vertex.role === role ? [{ ...END, name: vertex.spoken, node }] : []))
  const tape: DrawnGraph = {
    ...{ firstEdge, operand, ...consumers(firstEdge, operand), size: vertices.length },
    ...{ id: Int32Array.from(vertices, ({ id }) => id), modules: [], module: new Int32Array(vertices.length).fill(-1) },
    ...{ inputs: ends('input'), outputs: ends('output') },
  }
  return { structure: structureOn(tape, vertices), vertices, arcs: edges }
}

function structureOn(graph: DrawnGraph, vertices: readonly Vertex[]): Structure<DrawnGraph> {
  const [nodes, edges] = [[...vertices.keys()], [...graph.operand.keys()]]
  return {
    ...{ graph, figures: vertices.map(figureOf), nodeOf: new Map(vertices.map(({ id }, node) => [id, node])) },
    ...{ nodes, edges, standsIn: nodes, runsAlong: edges, groups: [], group: graph.module, whole: null },
    ...{ anatomyOf: nameFirst, hasArrays: false },
  }
}

/** Between a name and the few letters after it, in px. */
const GAP = 8

/** Where the name stands in one line with what is said of its vertex, it comes first: no number needs all of the room. */
function nameFirst(figure: Figure, style: Style): Anatomy {
  const anatomy = anatomyOf(figure, style)
  const { name, value } = anatomy
  if (!name || !value || name.y !== value.y) return anatomy
  const after = { ...value, x: value.x + name.room + GAP, room: value.room - GAP }
  return { ...anatomy, name: { ...name, x: value.x }, value: after }
}

function figureOf({ id, kind, role, spoken, isNamed, ...vertex }: Vertex, node: number): Figure {
  const symbol = shorten(vertex.symbol, LONGEST_NAME)
  const title = vertex.name === vertex.symbol ? '' : shorten(vertex.name, LONGEST_NAME)
  return {
    ...{ node, id, kind, symbol, title, titleInFull: title, name: spoken, output: role === 'output', shape: [] },
    ...{ variable: isNamed ? '' : title, definition: isNamed ? title : '', opens: null },
  }
}
