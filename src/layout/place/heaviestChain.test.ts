import fc from 'fast-check'
import { expect, it } from 'vitest'
import { heaviestChain } from './heaviestChain.ts'

const PLACES = 6
const place = fc.nat({ max: PLACES - 1 })
const links = fc.array(fc.record({ tail: place, head: place, worth: fc.integer({ min: 1, max: 20 }) }), {
  maxLength: 9,
})

const worth = (chain: readonly { worth: number }[]) => chain.reduce((sum, link) => sum + link.worth, 0)

it('is worth as much as the best of all sets of links that neither cross nor share an end', () => {
  fc.assert(
    fc.property(links, (all) => {
      let best = 0
      for (let set = 0; set < 2 ** all.length; set++) {
        const chosen = all.filter((_, i) => set & (2 ** i)).sort((a, b) => a.tail - b.tail)
        if (chosen.every((link, i) => i === 0 || (chosen[i - 1].tail < link.tail && chosen[i - 1].head < link.head)))
          best = Math.max(best, worth(chosen))
      }
      const chain = heaviestChain(all, PLACES)
      expect(worth(chain)).toBe(best)
      for (let i = 1; i < chain.length; i++) {
        expect(chain[i].tail).toBeGreaterThan(chain[i - 1].tail)
        expect(chain[i].head).toBeGreaterThan(chain[i - 1].head)
      }
    }),
  )
})
