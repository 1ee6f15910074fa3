import { describe, expect, it } from 'vitest'
import { Structures } from './structures.ts'

describe('structures', () => {
  it('are numbered in the order of their first coming', () => {
    const structures = new Structures()
    const x = structures.input('x')
    const two = structures.constant(2)
    const product = structures.apply(3, [x, two], 0, 2)
    expect([x, two, product]).toEqual([0, 1, 2])
    expect(structures.apply(3, [9, x, two], 1, 2)).toBe(product)
    expect(structures.apply(3, [two, x], 0, 2)).toBe(3)
    expect(structures.apply(4, [x, two], 0, 2)).toBe(4)
  })

  it('are told apart by the bits of constants', () => {
    const structures = new Structures()
    expect([0, -0, Number.NaN, 0, -0, Number.NaN].map((value) => structures.constant(value))).toEqual([
      0, 1, 2, 0, 1, 2,
    ])
  })

  it('are found again after the table has grown', () => {
    const structures = new Structures()
    const x = structures.input('x')
    const chain = [x]
    for (let op = 0; op < 5000; op++) chain.push(structures.apply(op % 7, chain, op, 1))
    for (let op = 0; op < 5000; op++) expect(structures.apply(op % 7, chain, op, 1)).toBe(chain[op + 1])
  })
})
