/** Heights for labels, in their order: as near as possible to where they should be, but no closer than the gap, within limits. */
export function spaced(wanted: readonly number[], gap: number, [least, most]: readonly [number, number]): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a] - wanted[b])
  const heights = wanted.slice()
  let free = least
  for (const i of order) {
    heights[i] = Math.max(wanted[i], free)
    free = heights[i] + gap
  }
  let limit = most
  for (const i of order.toReversed()) {
    heights[i] = Math.min(heights[i], limit)
    limit = heights[i] - gap
  }
  return heights
}
