import { expect, it } from 'vitest'
import { stripPath } from './stripPath.ts'

const BOX = { left: 0, right: 100, top: 0, bottom: 50, em: 0 }

const heights = (path: string) => [...path.matchAll(/[ML,](\d[\d.]*),(\d[\d.]*)/g)].map(([, , y]) => Number(y))

it('the strip is as high as what is alive', () => {
  const { path, y } = stripPath({ alive: Int32Array.of(2, 4, 1) }, BOX, 4)
  for (const count of [2, 4, 1]) expect(heights(path)).toContain(y(count))
})

it('a peak of a single step is seen in a strip of many', () => {
  const alive = new Int32Array(100_000).fill(1)
  alive[77_777] = 9
  const { path, y } = stripPath({ alive }, BOX, 9)
  expect(heights(path)).toContain(y(9))
  expect(path.length).toBeLessThan(10_000)
})
