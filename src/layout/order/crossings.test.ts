import fc from 'fast-check'
import { expect, it } from 'vitest'
import { graph, graphs, type Sample, trees } from '../../../verification/fixtures/layouts.ts'
import { assignLayers } from '../layering.ts'
import { networkOf } from '../network.ts'
import { type Skeleton, skeletonOf } from '../skeleton.ts'
import { crossings } from './crossings.ts'
import { depthFirst } from './depthFirst.ts'
import { exchange } from './exchange.ts'
import type { Order } from './order.ts'
import { searchOrder } from './search.ts'

function skeletonFor({ boxes, wires }: Sample): Skeleton {
  const network = networkOf(boxes.length, wires)
  return skeletonOf(network, assignLayers(network))
}

/** Every pair of segments, by definition. */
function crossingsByPairs({ tail, head, slot, layer }: Skeleton, { rank }: Order): number {
  let count = 0
  for (let a = 0; a < tail.length; a++)
    for (let b = 0; b < tail.length; b++) {
      if (layer[tail[a]] !== layer[tail[b]] || rank[tail[a]] >= rank[tail[b]]) continue
      const heads = rank[head[a]] - rank[head[b]]
      if (heads > 0 || (heads === 0 && slot[a] > slot[b])) count += 1
    }
  return count
}

it('crossings are the pairs of segments whose ends are in opposite order, slots included', () => {
  fc.assert(
    fc.property(graphs, (sample) => {
      const skeleton = skeletonFor(sample)
      const order = depthFirst(skeleton)
      expect(crossings(skeleton, order)).toBe(crossingsByPairs(skeleton, order))
    }),
  )
})

it('an exchange removes as many crossings as it says', () => {
  fc.assert(
    fc.property(graphs, (sample) => {
      const skeleton = skeletonFor(sample)
      const order = depthFirst(skeleton)
      const before = crossingsByPairs(skeleton, order)
      const removed = exchange(skeleton, order, 4)
      expect(crossingsByPairs(skeleton, order)).toBe(before - removed)
    }),
  )
})

it('the depth-first order of a tree has no crossings', () => {
  fc.assert(
    fc.property(trees, (sample) => {
      const skeleton = skeletonFor(sample)
      expect(crossings(skeleton, depthFirst(skeleton))).toBe(0)
    }),
  )
})

it('the search finds the plane drawing of two outputs that share two inputs', () => {
  const skeleton = skeletonFor(graph('a:\nb:\nc:\nf: b c\ng: a b\nh: a'))
  expect(searchOrder(skeleton, { starts: 3, sweeps: 8, exchanges: 4, descents: 1 }).crossings).toBe(0)
})
