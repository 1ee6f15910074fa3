import type { NodeIndex } from '../../../graph/graph.ts'
import { type Face, isPrimal, type PaneMoment, sumAfter } from '../../../picture/moment/paneMoment.ts'
import type { Scene } from '../../../picture/scene.ts'
import type { Arrival } from '../following/arrival.ts'
import type { NodeElements } from './elements.ts'
import { chipAt, paintDerivative } from './paintNumbers.ts'

/** How visible a value is while it arrives. */
const FAINT = 0.55

/** Paints active nodes on the way to what they show: the sum so far, then the number that appears. */
export function arrivalPainter(scene: Scene, elements: ReadonlyMap<NodeIndex, NodeElements>) {
  let last: (Arrival | null)[] = []

  /** The chip of the moment's own pass at its active node. */
  function chipOf(moment: PaneMoment, face: Face) {
    const place = scene.style.marks.indexOf(isPrimal(moment) ? 'forward' : face.mark)
    return chipAt(scene, moment.active, elements.get(moment.active), place)
  }

  /** The chip of a node whose terms are still arriving. */
  function paintSum(moment: PaneMoment, face: Face, count: number): void {
    const chip = chipOf(moment, face)
    if (chip) paintDerivative(chip, sumAfter(moment, count), true)
  }

  return {
    /** At a settled moment, whose active node may have terms to come. */
    rest(moments: readonly PaneMoment[], faces: readonly (Face | undefined)[]): void {
      last = moments.map(() => null)
      for (const [m, moment] of moments.entries()) {
        const face = faces[m]
        if (moment.partly && face) paintSum(moment, face, moment.terms.length)
      }
    },
    arrive(moment: PaneMoment, m: number, face: Face, arrival: Arrival): void {
      if (sameNumber(last[m], arrival)) return
      last[m] = arrival
      const { arrived, way, visible } = arrival
      const chip = chipOf(moment, face)
      if (isPrimal(moment))
        elements.get(moment.active)?.value.style.setProperty('opacity', String(FAINT + (1 - FAINT) * visible))
      else if (way !== null || moment.partly) paintSum(moment, face, arrived)
      else if (chip) {
        paintDerivative(chip, face.derivative)
        chip.element.style.opacity = String(visible)
      }
    },
  }
}

/** Whether the active node's number looks the same at both. */
const sameNumber = (a: Arrival | null, b: Arrival) =>
  a !== null && a.arrived === b.arrived && a.visible === b.visible && (a.way === null) === (b.way === null)
