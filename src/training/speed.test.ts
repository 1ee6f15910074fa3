import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Speed } from './speed.ts'

/** What is said at each report, by a clock that is read each so many milliseconds; of a run with so many updates by then. */
function said(updatesAt: (time: number) => number, each: number, until: number): (number | null)[] {
  const speed = new Speed({ time: 0, updates: updatesAt(0) })
  return Array.from({ length: Math.floor(until / each) }, (_, i) => {
    const time = (i + 1) * each
    return speed.at({ time, updates: updatesAt(time) })
  })
}

const steady = (perSecond: number) => (time: number) => Math.floor((perSecond * time) / 1000)

describe('updates a second', () => {
  it('are not said before half a second is over, and from then on always', () => {
    const all = said(steady(100), 25, 3000)
    expect(all.slice(0, 19).every((each) => each === null)).toBe(true)
    expect(all.slice(20).every((each) => each !== null)).toBe(true)
  })

  it('are those of a steady run, whether fast or slow, by whatever reports', () => {
    fc.assert(
      fc.property(fc.constantFrom(1, 2, 5, 10, 100, 2500), fc.integer({ min: 15, max: 60 }), (perSecond, each) => {
        const last = said(steady(perSecond), each, 6000).at(-1) as number
        expect(Math.abs(last / perSecond - 1)).toBeLessThan(0.15)
      }),
      { seed: 1 },
    )
  })

  it('change twice a second at most', () => {
    const all = said((time) => Math.floor(time + 40 * Math.sin(time)), 20, 5000)
    expect(new Set(all).size).toBeLessThanOrEqual(11)
  })

  it('follow a run that becomes slower within two seconds', () => {
    const slowing = (time: number) => (time < 3000 ? time : 3000 + Math.floor((time - 3000) / 10))
    const all = said(slowing, 50, 6000)
    expect(all[59]).toBeCloseTo(1000, -2)
    expect(all[Math.floor(5100 / 50)]).toBeCloseTo(100, -1)
  })

  it('are counted from where a run goes on', () => {
    const speed = new Speed({ time: 60_000, updates: 500 })
    expect(speed.at({ time: 60_600, updates: 560 })).toBe(100)
  })
})
