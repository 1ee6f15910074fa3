/** A chain of so many diamonds: each splits the way in two and joins it again, so that the paths double. */
export function diamonds(count: number): string {
  const links = Array.from({ length: count }, (_, i) => `x${i + 1} = sin(x${i}) + cos(x${i})`)
  return ['x0 = 0.5', ...links].join('\n')
}

/** How many diamonds a program is a chain of; 0 for any other. */
export function diamondsIn(source: string): number {
  const count = source.trim().split('\n').length - 1
  return count > 0 && diamonds(count) === source.trim() ? count : 0
}
