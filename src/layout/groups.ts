/** Members grouped by a number: group g holds member[first[g]] … member[first[g+1]−1]. */
export interface Groups {
  readonly first: Int32Array
  readonly member: Int32Array
}

/** Groups 0, 1, 2 … by their key, or the given members by theirs; the order within a group is kept. */
export function groupBy(count: number, keys: ArrayLike<number>, members: ArrayLike<number> | null = null): Groups {
  const length = members ? members.length : keys.length
  const first = new Int32Array(count + 1)
  for (let i = 0; i < length; i++) first[keys[members ? members[i] : i] + 1] += 1
  for (let g = 0; g < count; g++) first[g + 1] += first[g]
  const next = first.slice(0, count)
  const member = new Int32Array(length)
  for (let i = 0; i < length; i++) {
    const m = members ? members[i] : i
    member[next[keys[m]]++] = m
  }
  return { first, member }
}

export const groupSize = ({ first }: Groups, group: number): number => first[group + 1] - first[group]
