import type { Direction } from '../../../layout/layout.ts'
import type { Size } from '../../graph/camera.ts'

/** Smaller than this nothing can be read: the stage scrolls then. */
const LEAST = 0.55
const MOST = 1.5

/** How much a stage enlarges a picture. */
export const fittingScale = (picture: Size, stage: Size): number =>
  Math.max(LEAST, Math.min(MOST, stage.width / Math.max(1, picture.width), stage.height / Math.max(1, picture.height)))

/** The way to draw a graph that shows it largest. */
export function directionFor(sizes: Readonly<Record<Direction, Size>>, stage: Size): Direction {
  const bare = (direction: Direction) =>
    Math.min(stage.width / sizes[direction].width, stage.height / sizes[direction].height)
  return bare('right') >= bare('up') ? 'right' : 'up'
}
