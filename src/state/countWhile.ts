/** How many numbers among those from `from` to `to` the test holds for; where it does, it holds for all before. */
export function countWhile(
  numbers: ArrayLike<number>,
  from: number,
  to: number,
  holds: (number: number) => boolean,
): number {
  let [low, high] = [from, to]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(numbers[middle])) low = middle + 1
    else high = middle
  }
  return low - from
}
