import { describe, expect, it } from 'vitest'
import { Mulberry } from '../primitives/random.ts'
import { dataSetNamed, dataSets } from './dataSets.ts'
import { nearlyNormal, shuffle } from './random.ts'

describe.each(dataSets)('$name', ({ name, make }) => {
  const dataSet = make(1)

  it('is the same for a seed', () => {
    expect(make(1)).toEqual(dataSet)
    if (name !== 'xor') expect(make(2)).not.toEqual(dataSet)
  })

  it('has a row of numbers and a target for each sample', () => {
    expect(dataSet.targets).toHaveLength(dataSet.features.length)
    for (const row of dataSet.features) {
      expect(row).toHaveLength(dataSet.columns.length - 1)
      for (const x of row) expect(Math.abs(x)).toBeLessThan(4)
    }
  })

  it('has equally many samples of each class', () => {
    if (!dataSet.classes) return
    const counts = dataSet.classes.map((_, index) => dataSet.targets.filter((target) => target === index).length)
    expect(new Set(counts).size).toBe(1)
    expect(counts[0]).toBeGreaterThan(0)
  })
})

it('XOR is its four corners', () => {
  const dataSet = dataSetNamed('xor')?.make(5)
  expect(dataSet?.features.map(([a, b], i) => [a, b, dataSet.targets[i]])).toEqual([
    [0, 0, 0],
    [0, 1, 1],
    [1, 0, 1],
    [1, 1, 0],
  ])
})

describe('random numbers', () => {
  it('spread evenly over [0, 1), and normally when twelve are added', () => {
    const random = new Mulberry(7)
    const uniform = Array.from({ length: 20_000 }, () => random.next())
    const normal = Array.from({ length: 20_000 }, () => nearlyNormal(random))
    const mean = (xs: number[]) => xs.reduce((sum, x) => sum + x, 0) / xs.length
    expect(mean(uniform)).toBeCloseTo(0.5, 2)
    expect(mean(uniform.map((x) => x * x))).toBeCloseTo(1 / 3, 2)
    expect(mean(normal)).toBeCloseTo(0, 1)
    expect(mean(normal.map((x) => x * x))).toBeCloseTo(1, 1)
  })

  it('shuffle to every order', () => {
    const random = new Mulberry(3)
    const orders = Array.from({ length: 200 }, () => {
      const items = Int32Array.of(0, 1, 2)
      shuffle(items, random)
      return items.join()
    })
    expect(new Set(orders).size).toBe(6)
  })
})
