import type { EdgeIndex } from '../../graph/graph.ts'
import type { Point } from '../../layout/layout.ts'
import type { Arrival } from './arrival.ts'
import { cameraNow } from './camera.ts'
import { erase, fitted } from './canvas.ts'
import { along, sampled } from './curve.ts'
import type { Moment } from './moment.ts'
import type { Scene } from './scene.ts'

const RADIUS = 6.5
const HALO = 13
const SAMPLES = 48

/** Draws the term that is on its way, on a canvas over the picture and through the same camera. */
export function pulseOverlay(canvas: HTMLCanvasElement, { curves }: Scene) {
  const ways = new Map<EdgeIndex, readonly Point[]>()
  let empty = true

  function wayOf(edge: EdgeIndex): readonly Point[] {
    const known = ways.get(edge)
    if (known) return known
    const way = sampled(curves[edge], SAMPLES)
    ways.set(edge, way)
    return way
  }

  function clear(): void {
    if (!empty) erase(canvas)
    empty = true
  }

  return {
    clear,
    draw(moment: Moment, { arrived, way }: Arrival, color: string): void {
      clear()
      const term = moment.terms[arrived]
      if (way === null || !term) return
      const part = moment.frame.pass.kind === 'adjoint' ? 1 - way : way
      const place = along(wayOf(term.edge), part)
      const context = fitted(canvas, cameraNow())
      if (context) dot(context, place, color)
      empty = false
    },
  }
}

function dot(context: CanvasRenderingContext2D, { x, y }: Point, color: string): void {
  context.fillStyle = color
  context.globalAlpha = 0.22
  disc(context, x, y, HALO)
  context.globalAlpha = 1
  disc(context, x, y, RADIUS)
}

function disc(context: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  context.beginPath()
  context.arc(x, y, radius, 0, 2 * Math.PI)
  context.fill()
}
