import type { Trunk } from '../../../layout/blocks/blocked.ts'
import type { Direction, Point } from '../../../layout/layout.ts'
import { drawCurve } from '../../../picture/curve.ts'
import { ARROWHEAD, ahead } from '../../../picture/head.ts'
import type { PaneMoment } from '../../../picture/moment/paneMoment.ts'
import type { Blocks } from '../../../picture/scene.ts'
import type { Pass } from '../../../trace/pass.ts'
import type { Brush } from './canvas.ts'

/** Width of a trunk, and length and half width of its arrowhead, in px on the screen. */
const WIDTH = 2
const HEAD = { length: 8, half: 4 } as const

/** Draws trunks, each as strong as it is said to be, from 0 to 1. */
export function drawTrunks(
  brush: Brush,
  { trunks, unit }: Blocks,
  direction: Direction,
  scale: number,
  color: string,
  strength: (trunk: Trunk) => number = () => 1,
): void {
  brush.strokeStyle = brush.fillStyle = color
  brush.lineWidth = WIDTH / scale
  for (const trunk of trunks) {
    brush.globalAlpha = strength(trunk)
    if (brush.globalAlpha === 0) continue
    brush.beginPath()
    drawCurve(brush, trunk.curve)
    brush.stroke()
    const tip = ahead(trunk.curve[trunk.curve.length - 1], direction, ARROWHEAD * unit)
    traceTip(brush, tip, direction, scale)
    brush.fill()
  }
  brush.globalAlpha = 1
}

function traceTip(brush: Brush, tip: Point, direction: Direction, scale: number): void {
  const { x, y } = ahead(tip, direction, -HEAD.length / scale)
  const half = HEAD.half / scale
  brush.beginPath()
  brush.moveTo(tip.x, tip.y)
  if (direction === 'right') {
    brush.lineTo(x, y - half)
    brush.lineTo(x, y + half)
  } else {
    brush.lineTo(x - half, y)
    brush.lineTo(x + half, y)
  }
  brush.closePath()
}

/** How much of what flows along a trunk the pass has gathered. */
export function gatheredAlong({ of, areas }: Blocks, { frame: { pass, step } }: PaneMoment): (trunk: Trunk) => number {
  const { first, last } = spansOf(pass, of, areas.length)
  return ({ from, to }) => {
    const [gatherer, source] = pass.kind === 'adjoint' ? [from, to] : [to, from]
    if (pass.kind === 'primal' || last[gatherer] < 0 || last[source] < 0) return 0
    return Math.min(1, Math.max(0, (step - first[gatherer]) / (1 + last[gatherer] - first[gatherer])))
  }
}

/** By block: the first and the last step of a pass that is in it; -1 where none is. */
interface Spans {
  readonly of: Int32Array
  readonly first: Int32Array
  readonly last: Int32Array
}

const spans = new WeakMap<Pass, Spans>()

function spansOf(pass: Pass, of: Int32Array, count: number): Spans {
  const known = spans.get(pass)
  if (known?.of === of) return known
  const [first, last] = [new Int32Array(count).fill(-1), new Int32Array(count).fill(-1)]
  for (const [step, node] of pass.steps.entries()) {
    if (first[of[node]] < 0) first[of[node]] = step
    last[of[node]] = step
  }
  const made = { of, first, last }
  spans.set(pass, made)
  return made
}
