import type { Area, Box, Direction, Point } from '../layout.ts'

/** A graph whose nodes stand in blocks, as arrays written out do: flat, since it is large and crosses to a worker. */
export interface Blocked {
  /** The boxes that occur, whatever their ids. */
  readonly kinds: readonly Box[]
  /** By node: which of them is its own. */
  readonly kind: Int32Array
  /** By node. */
  readonly block: Int32Array
  readonly blocks: readonly Block[]
  /** By wire: from, to and slot. */
  readonly from: Int32Array
  readonly to: Int32Array
  readonly slot: Int32Array
}

interface Block {
  /** The array whose entries its nodes compute, if that is what they do. */
  readonly shape: readonly number[] | null
  /** Whether it is drawn as a frame around its nodes, with a title. */
  readonly framed: boolean
  /** Blocks with the same number stay in one line if possible; -1 for none. */
  readonly group: number
}

/** All wires from one block to another. */
export interface Trunk {
  readonly from: number
  readonly to: number
  /** Cubic Béziers one after another. */
  readonly curve: readonly Point[]
}

/** Places for nodes in blocks, in px: the blocks as a picture of their own, so many times as large as one of nodes. */
export interface BlockLayout {
  readonly direction: Direction
  readonly width: number
  readonly height: number
  /** What 1 px between blocks and around them is. */
  readonly unit: number
  /** By node: x and y of the centre of what is drawn. */
  readonly centres: Float64Array
  /** By node: its cell, the few nodes that it hangs together with; by cell: where it stands. */
  readonly cell: Int32Array
  readonly cells: readonly Area[]
  /** By wire: 1 where it runs among neighbours and is laid out; others go straight from node to node. */
  readonly near: Uint8Array
  /** By wire, one more at the end: where its bends start, x and y, in `bends`. */
  readonly firstBend: Int32Array
  readonly bends: Float64Array
  /** By block: where its nodes stand. */
  readonly areas: readonly Area[]
  readonly trunks: readonly Trunk[]
}
