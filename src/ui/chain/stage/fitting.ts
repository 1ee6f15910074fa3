import type { Direction } from '../../../layout/layout.ts'
import type { Size } from '../../../picture/camera.ts'

/** The way to draw a graph that shows it largest. */
export function directionFor(sizes: Readonly<Record<Direction, Size>>, stage: Size): Direction {
  const bare = (direction: Direction) =>
    Math.min(stage.width / sizes[direction].width, stage.height / sizes[direction].height)
  return bare('right') >= bare('up') ? 'right' : 'up'
}
