import { area, curveStepAfter, scaleLinear } from 'd3'
import type { MemorySummary } from '../../../state/costQuestions.ts'
import type { ChartArea } from '../../kit/chart/ChartDrawing.tsx'

/** The area under the numbers alive, a step for each step; where steps are narrower than a pixel, the highest in each. */
export function stripPath({ alive }: Pick<MemorySummary, 'alive'>, box: ChartArea, highest: number) {
  const x = scaleLinear([0, alive.length], [box.left, box.right])
  const y = scaleLinear([0, Math.max(1, highest)], [box.bottom, box.top + 0.3 * box.em])
  const stride = Math.max(1, alive.length / Math.max(1, box.right - box.left))
  const points: [number, number][] = []
  for (let from = 0; from < alive.length; from += stride) {
    const part = alive.subarray(Math.floor(from), Math.max(Math.floor(from) + 1, Math.floor(from + stride)))
    points.push([from, part.reduce((most, count) => Math.max(most, count), 0)])
  }
  points.push([alive.length, points[points.length - 1]?.[1] ?? 0])
  const path = area<[number, number]>(
    ([step]) => x(step),
    box.bottom,
    ([, count]) => y(count),
  ).curve(curveStepAfter)
  return { path: path(points) ?? '', x, y }
}
