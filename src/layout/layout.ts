/** Where the graph flows to: `right` reads like a sentence, `up` is how the lecture draws it. */
export type Direction = 'right' | 'up'

/** What the layout needs to know of a node; sizes in px include the room for its chips. */
export interface Box {
  readonly id: number
  readonly width: number
  readonly height: number
  /** Nodes without operands are placed beside their first consumer. */
  readonly leaf: boolean
  /** What is drawn in the box, where routes start and end; without it, the box's own rectangle. */
  readonly outline?: Outline
}

/** The border of a node as drawn; a circle that is longer one way has half circles as its ends. */
interface Outline {
  readonly shape: 'circle' | 'square'
  /** Half its width and half its height. */
  readonly extent: Point
  /** Its centre, from the centre of the box: not zero where the chips stand on one side only. */
  readonly offset?: Point
}

/** An edge between boxes by their position in the list; slots order the arrivals at the consumer. */
export interface Wire {
  readonly from: number
  readonly to: number
  readonly slot: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** A part of the plane. */
export interface Area {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export interface Layout {
  readonly direction: Direction
  readonly width: number
  readonly height: number
  /** How many layers there are, and how many boxes the fullest of them has. */
  readonly layers: number
  readonly fullest: number
  /** By box: its centre; the whole picture starts at (0, 0). */
  readonly centres: readonly Point[]
  /** By wire: from the border of the operand over its bends to the slot at the border of the consumer. */
  readonly routes: readonly (readonly Point[])[]
  /** By wire: as cubic Béziers, where they do not just run through the route. */
  readonly curves?: readonly (readonly Point[])[]
  /** By box id, kept for the warm start of the next layout. */
  readonly memory: LayoutMemory
}

/** The last places, by box id, across the flow: what an edit should not disturb. */
export interface LayoutMemory {
  readonly direction: Direction
  readonly centres: ReadonlyMap<number, Point>
  /** By source box id: the across-coordinate of its trunk in each layer that it crosses. */
  readonly trunks: ReadonlyMap<number, readonly number[]>
}

/** Free room in px. */
export interface Spacing {
  /** Between layers, for the arrows and the partials on them. */
  readonly between: number
  /** Between boxes of a layer. */
  readonly apart: number
  /** By which two wires between the same two nodes bow apart. */
  readonly bow: number
}

export interface LayoutOptions {
  readonly direction: Direction
  readonly spacing?: Spacing
  /** The layout before the last edit: what stays keeps its place as far as it can. */
  readonly previous?: LayoutMemory | null
  /** Room in px between the end of a route and the border that it points at. */
  readonly arrowhead?: number
  /** Whether nodes that read leaves only stand beside their first consumer, as leaves do. */
  readonly late?: boolean
}
