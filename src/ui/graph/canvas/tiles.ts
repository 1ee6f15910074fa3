import type { NodeIndex } from '../../../graph/graph.ts'
import type { Area } from '../../../layout/layout.ts'
import type { Camera } from '../../../picture/camera.ts'
import { shadeOf } from '../../../picture/heat/shading.ts'
import { faceOf, type PaneMoment } from '../../../picture/moment/paneMoment.ts'
import type { Blocks, Scene } from '../../../picture/scene.ts'
import { TEXT_SIZE } from '../../../picture/style.ts'
import type { Pass } from '../../../trace/pass.ts'
import type { Brush } from './canvas.ts'
import type { View } from './scenery.ts'

/** Nodes with smaller letters, in px on the screen, are not drawn: their cells are, as the cells of a heat map. */
const SMALLEST = 0.55
/** Least sides of a tile, and of one that stands alone, in px on the screen. */
const SMALLEST_TILE = 2
const SMALLEST_ALONE = 7
/** Shade of the smallest number. */
const LEAST_SHADE = 0.08
/** A tile leaves so much of its cell's sides free. */
const MARGIN = 0.04

export const showsTiles = ({ blocks, style }: Scene, { k }: Camera): boolean =>
  blocks !== null && TEXT_SIZE[style.density] * k < SMALLEST

/**
 * Draws cells as tiles: each as dark as the number of its last node is large, blank while that is not known, and not at
 * all where it is absent. Values show before the primal pass comes to them, as in nodes.
 */
export function drawTiles(brush: Brush, view: View, moment: PaneMoment, cells: Iterable<number>): void {
  const { palette, scene, camera } = view
  const { cells: areas, last, alone } = tilesOf(scene)
  const { largest, of } = scalesOf(scene, moment.frame.pass)
  for (const cell of cells) {
    const { reached, derivative, value } = faceOf(moment, last[cell])
    const number = moment.frame.pass.kind === 'primal' ? value : derivative
    const box = tileIn(areas[cell], (alone.has(cell) ? SMALLEST_ALONE : SMALLEST_TILE) / camera.k)
    brush.fillStyle = number === 'absent' ? palette.hull : palette.canvas
    brush.fillRect(...box)
    if (alone.has(cell)) outline(brush, box, palette.outline, 1 / camera.k)
    if (number === 'absent' || number === null) continue
    const shade = typeof number === 'number' ? shadeOf(number, largest[of[last[cell]]]) : 0
    brush.fillStyle = reached ? palette.role : palette.outline
    brush.globalAlpha = LEAST_SHADE + (1 - LEAST_SHADE) * Math.sqrt(shade)
    brush.fillRect(...box)
    brush.globalAlpha = 1
  }
}

/** Rings the tile that a node is part of. */
export function ringTile(brush: Brush, scene: Scene, node: NodeIndex, color: string, width: number): void {
  const { cell, cells } = scene.blocks as Blocks
  outline(brush, tileIn(cells[cell[node]], 2 * width), color, width)
}

function outline(brush: Brush, box: readonly [number, number, number, number], color: string, width: number): void {
  brush.strokeStyle = color
  brush.lineWidth = width
  brush.strokeRect(...box)
}

/** The place of a tile, which has a least size. */
function tileIn({ left, top, right, bottom }: Area, least: number): [number, number, number, number] {
  const [width, height] = [right - left, bottom - top].map((extent) => Math.max(least, (1 - 2 * MARGIN) * extent))
  return [(left + right - width) / 2, (top + bottom - height) / 2, width, height]
}

interface Tiles extends Pick<Blocks, 'cells'> {
  /** By cell: its last node on the tape, which most of the others lead to. */
  readonly last: Int32Array
  readonly alone: ReadonlySet<number>
}

const tiles = new WeakMap<Scene, Tiles>()

function tilesOf(scene: Scene): Tiles {
  const known = tiles.get(scene)
  if (known || !scene.blocks) return known as Tiles
  const { cell, cells, alone } = scene.blocks
  const last = new Int32Array(cells.length)
  for (let node = 0; node < cell.length; node++) last[cell[node]] = node
  const made = { cells, last, alone: new Set(alone.map((node) => cell[node])) }
  tiles.set(scene, made)
  return made
}

/** By block: the largest number among what its cells show. */
interface Scales {
  readonly of: Int32Array
  readonly largest: Float64Array
}

const scales = new WeakMap<Pass, Scales>()

function scalesOf(scene: Scene, pass: Pass): Scales {
  const known = scales.get(pass)
  const { of, areas } = scene.blocks as Blocks
  if (known?.of === of) return known
  const largest = new Float64Array(areas.length)
  const { offset } = pass.primal.graph
  for (const node of tilesOf(scene).last) {
    const size = Math.abs(pass.numbers[offset[node]])
    if (size > largest[of[node]] && size < Number.POSITIVE_INFINITY) largest[of[node]] = size
  }
  const made = { of, largest }
  scales.set(pass, made)
  return made
}

/** The cells of nodes. */
export const cellsOfNodes = ({ blocks }: Scene, nodes: Iterable<NodeIndex>): number[] =>
  Array.from(new Set(Array.from(nodes, (node) => (blocks as Blocks).cell[node])))
