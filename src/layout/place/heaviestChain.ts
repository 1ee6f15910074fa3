interface Link {
  readonly tail: number
  readonly head: number
  readonly worth: number
}

/**
 * Of links between two layers, by places in them, those that together are worth most and neither cross nor share an
 * end: the heaviest increasing subsequence, by a Fenwick tree of best chains over the places of the heads.
 */
export function heaviestChain<L extends Link>(links: readonly L[], heads: number): L[] {
  // Of one tail the greater head comes first, so that no chain holds both.
  const sorted = links.map((_, i) => i).sort((a, b) => links[a].tail - links[b].tail || links[b].head - links[a].head)
  const worth = new Float64Array(links.length)
  const before = new Int32Array(links.length)
  const best = new Int32Array(heads + 2).fill(-1)
  const heavier = (a: number, b: number) => (b < 0 || (a >= 0 && worth[a] >= worth[b]) ? a : b)
  let last = -1
  for (const i of sorted) {
    before[i] = -1
    for (let place = links[i].head; place > 0; place -= place & -place) before[i] = heavier(before[i], best[place])
    worth[i] = links[i].worth + (before[i] < 0 ? 0 : worth[before[i]])
    for (let place = links[i].head + 1; place < best.length; place += place & -place)
      best[place] = heavier(best[place], i)
    last = heavier(last, i)
  }
  const chain: L[] = []
  for (let i = last; i >= 0; i = before[i]) chain.push(links[i])
  return chain.reverse()
}
