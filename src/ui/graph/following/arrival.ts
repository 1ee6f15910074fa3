import type { StepPace } from '../../../state/stepPace.ts'

/** How far the animation of a step has come: its terms travel one after another, then its number appears. */
export interface Arrival {
  /** Terms that have arrived. */
  readonly arrived: number
  /** How far the next one has come along its edge; null when all are there. */
  readonly way: number | null
  /** How visible the step's number is. */
  readonly visible: number
}

/** A number appears in so many shades: each one has the picture painted anew. */
const SHADES = 4

/** Where the animation of a step stands, in which its terms from `first` on travel. */
export function arrivalAt(
  progress: number,
  first: number,
  count: number,
  { travel, appear }: Omit<StepPace, 'duration'>,
): Arrival {
  const visible = Math.round(Math.min(1, Math.max(0, (progress - travel) / appear)) * SHADES) / SHADES
  const travelled = first + Math.min(1, progress / travel) * (count - first)
  const arrived = progress >= travel ? count : Math.floor(travelled)
  return { arrived, way: arrived < count ? travelled - arrived : null, visible }
}
