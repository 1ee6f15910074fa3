import type { Sums } from '../autodiff/sweep.ts'

/** How many entries are present. */
export const countOf = (present: Uint8Array): number => present.reduce((sum, each) => sum + each, 0)

/** Runs `act` while the entries from `from` to `to` are those of other sums, then restores them. */
export function exchanged(sums: Sums, others: Sums, from: number, to: number, act: () => void): void {
  const numbers = sums.numbers.slice(from, to)
  const present = sums.present.slice(from, to)
  sums.numbers.set(others.numbers.subarray(from, to), from)
  sums.present.set(others.present.subarray(from, to), from)
  act()
  sums.numbers.set(numbers, from)
  sums.present.set(present, from)
}

/** Adds present entries; a sum starts with its first term. */
export function addEntries(from: Sums, first: number, to: Sums, target: number, count: number): void {
  for (let i = 0; i < count; i++) {
    if (!from.present[first + i]) continue
    const term = from.numbers[first + i]
    to.numbers[target + i] = to.present[target + i] ? to.numbers[target + i] + term : term
    to.present[target + i] = 1
  }
}
