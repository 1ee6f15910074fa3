/** The largest size among the finite numbers: the one that is shaded in full. */
export function largestOf(numbers: ArrayLike<number>): number {
  let largest = 0
  for (let i = 0; i < numbers.length; i++) {
    const size = Math.abs(numbers[i])
    if (size > largest && size < Number.POSITIVE_INFINITY) largest = size
  }
  return largest
}

/** How far a number is shaded, from 0 to 1, by its size; NaN is not shaded. */
export function shadeOf(x: number, largest: number): number {
  if (Number.isNaN(x) || x === 0) return 0
  return Math.abs(x) >= largest ? 1 : Math.abs(x) / largest
}

/** What a place shows that several entries share: the one of the largest size, and NaN before all others. */
export const standsOut = (x: number, held: number): boolean => !Number.isNaN(held) && !(Math.abs(x) <= Math.abs(held))
