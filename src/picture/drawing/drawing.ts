import type { EdgeIndex, NodeIndex } from '../../graph/graph.ts'
import type { Size } from '../camera.ts'
import type { FigureKind } from '../figure.ts'
import type { Colour } from './colours.ts'

/**
 * A picture as data: what stands on the screen, in px at 100 %, with y downwards, in the order in which it is drawn. Each
 * format of `exports/` writes these shapes in its own words; none draws anything of its own.
 */
export interface DrawnPicture extends Size {
  readonly shapes: readonly DrawnShape[]
}

export type DrawnShape = DrawnPath | DrawnText | DrawnGroup

/** One piece of an outline: its name as in SVG’s path data, then absolute coordinates; `C` is a cubic Bézier curve. */
export type Segment =
  | readonly ['M' | 'L', number, number]
  | readonly ['C', number, number, number, number, number, number]
  | readonly ['Z']

export interface DrawnPath {
  readonly kind: 'path'
  readonly segments: readonly Segment[]
  readonly fill: Colour | null
  readonly line: Colour | null
  /** Of the line, in px. */
  readonly width: number
  /** Lengths of dashes and gaps, in px; left out where the line is solid. */
  readonly dashes?: readonly number[]
  /** From 0 to 1; left out where nothing shines through. */
  readonly opacity?: number
}

export interface DrawnText {
  readonly kind: 'text'
  /** As the user typed it: no format may take it for markup. */
  readonly text: string
  /** Where it starts, has its middle or ends, by its anchor; and its baseline. */
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
  readonly size: number
  readonly colour: Colour
  /** Inter for text, JetBrains Mono for numbers. */
  readonly font: 'text' | 'mono'
  readonly weight: 400 | 600
  readonly italic?: boolean
  /** The colour of what surrounds its letters, so that they can be read across lines. */
  readonly halo?: Colour
}

/** What belongs together: a node with all that stands at it, a chip of it, an edge, what was opened. */
export interface DrawnGroup {
  readonly kind: 'group'
  readonly of: 'node' | 'edge' | 'hull' | 'chip'
  /** Its node, its edge, or its place among the groups that were opened. */
  readonly index: NodeIndex | EdgeIndex
  /** Of a node: what it is drawn as. Of an edge: the nodes that it leads from and to. */
  readonly figure?: FigureKind
  readonly ends?: readonly [NodeIndex, NodeIndex]
  /** What it is in words: “v3, multiply, value 6, adjoint 1, operands x1 and x2”; empty for edges. */
  readonly label: string
  readonly shapes: readonly DrawnShape[]
}
