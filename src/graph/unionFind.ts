/** Which of `size` things hang together: a forest, in which each thing points to another of its tree, and the root to itself. */
export const allApart = (size: number): Int32Array => Int32Array.from({ length: size }, (_, i) => i)

/** What stands for the tree of a thing, halving the way there (Tarjan and van Leeuwen 1984). */
export function rootOf(forest: Int32Array, thing: number): number {
  let at = thing
  while (forest[at] !== at) {
    forest[at] = forest[forest[at]]
    at = forest[at]
  }
  return at
}

/** Joins the trees of two things, and says whether they were apart: the least of all things is the root. */
export function join(forest: Int32Array, one: number, other: number): boolean {
  const [a, b] = [rootOf(forest, one), rootOf(forest, other)]
  forest[Math.max(a, b)] = Math.min(a, b)
  return a !== b
}
