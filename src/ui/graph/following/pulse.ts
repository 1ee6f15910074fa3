import type { EdgeIndex } from '../../../graph/graph.ts'
import type { Point } from '../../../layout/layout.ts'
import { seenAt } from '../../../picture/camera.ts'
import { along, sampled } from '../../../picture/curve.ts'
import type { PaneMoment } from '../../../picture/moment/paneMoment.ts'
import type { Scene } from '../../../picture/scene.ts'
import type { Pass } from '../../../trace/pass.ts'
import { cameraNow } from '../camera/viewer.ts'
import type { Arrival } from './arrival.ts'

const SAMPLES = 48
/** Least scale at which the pulse can still be seen. */
const LEAST_SCALE = 0.6

/** Moves a dot along the edge of the term that is on its way: an element of its own, so that nothing else is painted anew. */
export function pulse(dot: HTMLElement, { curveOf }: Scene) {
  const ways = new Map<EdgeIndex, readonly Point[]>()

  function wayOf(edge: EdgeIndex): readonly Point[] {
    const known = ways.get(edge)
    if (known) return known
    const way = sampled(curveOf(edge), SAMPLES)
    ways.set(edge, way)
    return way
  }

  function hide(): void {
    dot.hidden = true
  }

  function place({ kind }: Pass, edge: EdgeIndex, way: number): void {
    const camera = cameraNow()
    const { x, y } = seenAt(camera, along(wayOf(edge), kind === 'adjoint' ? 1 - way : way))
    dot.dataset.pass = kind
    dot.style.transform = `translate(${x}px, ${y}px) scale(${Math.max(LEAST_SCALE, camera.k)})`
    dot.hidden = false
  }

  return {
    hide,
    show(moment: PaneMoment, { arrived, way }: Arrival): void {
      const term = moment.terms[arrived]
      // A constant that stands in its consumer has no way to go.
      if (way === null || !term || curveOf(term.edge).length === 0) hide()
      else place(moment.frame.pass, term.edge, way)
    },
  }
}
