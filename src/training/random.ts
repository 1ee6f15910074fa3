import type { Mulberry } from '../primitives/random.ts'

/** Nearly standard normal: twelve uniform numbers add up to mean 6 and variance 1, without a function that machines round differently. */
export function nearlyNormal(random: Mulberry): number {
  let sum = -6
  for (let i = 0; i < 12; i++) sum += random.next()
  return sum
}

/** Puts the items into a random order, in place: Fisher and Yates. */
export function shuffle(items: Int32Array, random: Mulberry): void {
  for (let last = items.length - 1; last > 0; last--) {
    const other = Math.floor(random.next() * (last + 1))
    const item = items[last]
    items[last] = items[other]
    items[other] = item
  }
}
