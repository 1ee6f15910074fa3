import { describe, expect, it } from 'vitest'
import { attributesOf, functionNamed, generatorNamed } from './index.ts'
import type { Value } from './value.ts'

const keywordsOf = (keywords: object): Map<string, Value> => new Map(Object.entries(keywords))

const read = (name: string, operands: readonly Value[], keywords: object = {}) => {
  const operation = functionNamed(name)
  if (!operation) throw new Error(name)
  return attributesOf(operation, { operands, keywords: keywordsOf(keywords) })
}

const generate = (name: string, operands: readonly Value[], keywords: object = {}) =>
  generatorNamed(name)?.value({ operands, keywords: keywordsOf(keywords) })

describe('what a call fixes', () => {
  it.each<[string, Value[], object, object]>([
    ['sum', [], {}, {}],
    ['sum', [], { axis: -1, keepdims: 1 }, { axis: -1, keepdims: true }],
    ['sum', [], { dim: 0, keepdim: 0 }, { axis: 0, keepdims: false }],
    ['softmax', [1], {}, { axis: 1 }],
    ['reshape', [2, 3], {}, { shape: [2, 3] }],
    ['reshape', [[2, -1]], {}, { shape: [2, -1] }],
    ['reshape', [6], {}, { shape: [6] }],
    ['reshape', [], { shape: [2, 3] }, { shape: [2, 3] }],
    ['transpose', [1, 0], {}, { axes: [1, 0] }],
    ['transpose', [], {}, {}],
    ['conv', [], { stride: 2 }, { stride: 2 }],
    ['sin', [], {}, {}],
  ])('%s with %j and %j is %j', (name, operands, keywords, attributes) => {
    expect(read(name, operands, keywords)).toEqual(attributes)
  })

  it.each<[string, Value[], object, string]>([
    ['sum', [], { axis: 1.5 }, 'axis must be a whole number, and 1.5 is not.'],
    ['softmax', [], { axis: [0, 1] }, 'axis must be one whole number, and here it is a list.'],
    ['sum', [], { axis: [0, 0.5] }, 'Each of the axes must be a whole number, and 0.5 is not.'],
    [
      'std',
      [],
      { ddof: 2 },
      'ddof must be 0, which divides by the number of entries, or 1, which divides by one less.',
    ],
    ['sum', [], { keepdims: 3 }, 'keepdims must be True or False.'],
    ['sum', [], { ax: 0 }, 'sum has no keyword “ax”; it has axis, keepdims.'],
    ['sin', [], { axis: 0 }, 'sin has no keyword “axis”; it has none.'],
    ['softmax', [0], { axis: 0 }, 'axis is given twice.'],
    ['softmax', [0, 1], {}, 'softmax is called as softmax(x, axis=-1): it takes no other operands.'],
    ['reshape', [], {}, 'reshape needs its shape: reshape(x, [2, 3]).'],
    ['reshape', [-1, -1], {}, 'Only one length of a shape can be −1.'],
    ['reshape', [0, 2], {}, 'Each length in a shape must be at least 1, and 0 is not.'],
    ['reshape', [new Array(9).fill(1)], {}, 'A shape may have 8 axes, and this one has 9.'],
    ['reshape', [[[2]]], {}, 'Each of the lengths in a shape must be one whole number, and here it is a list.'],
    ['conv', [], { stride: 0 }, 'stride must be at least 1, and 0 is not.'],
  ])('%s with %j and %j: %s', (name, operands, keywords, message) => {
    expect(read(name, operands, keywords)).toBe(message)
  })
})

describe('generators', () => {
  it.each<[string, Value[], Value]>([
    [
      'zeros',
      [2, 2],
      [
        [0, 0],
        [0, 0],
      ],
    ],
    ['ones', [[1, 2]], [[1, 1]]],
    ['ones', [3], [1, 1, 1]],
    ['full', [[2], 7.5], [7.5, 7.5]],
    [
      'eye',
      [2],
      [
        [1, 0],
        [0, 1],
      ],
    ],
    ['arange', [3], [0, 1, 2]],
    ['linspace', [0, 1, 5], [0, 0.25, 0.5, 0.75, 1]],
    ['linspace', [3, 4, 1], [3]],
  ])('%s of %j is %j', (name, operands, value) => {
    expect(generate(name, operands)).toEqual(value)
  })

  it.each<[string, Value[], object, string]>([
    ['zeros', [], {}, 'What shape? Write zeros([2, 3]).'],
    ['zeros', [2.5], {}, 'Each of the lengths in a shape must be a whole number, and 2.5 is not.'],
    ['zeros', [-1], {}, 'Each length in a shape must be at least 1, and -1 is not.'],
    ['zeros', [1e4, 1e4], {}, 'That would be 100,000,000 numbers; at most 1,000,000 can be made at once.'],
    ['zeros', [2], { seed: 1 }, 'zeros has no keyword “seed”; it has shape.'],
    ['randn', [[2], 0.5], {}, 'seed must be a whole number, and 0.5 is not.'],
    ['full', [[2]], {}, 'value must be a number.'],
    ['eye', [], {}, 'n must be a whole number.'],
    ['eye', [1e6], {}, 'That would be 1,000,000,000,000 numbers; at most 1,000,000 can be made at once.'],
    ['linspace', [0, 1, 0], {}, 'n must be at least 1, and 0 is not.'],
  ])('%s of %j with %j: %s', (name, operands, keywords, message) => {
    expect(generate(name, operands, keywords)).toBe(message)
  })

  it('draw the same numbers for the same seed, and others for another', () => {
    const drawn = generate('randn', [[2, 3], 7])
    expect(generate('randn', [2, 3], { seed: 7 })).toEqual(drawn)
    expect(generate('randn', [[2, 3], 8])).not.toEqual(drawn)
    expect(generate('randn', [2, 3])).toEqual(generate('randn', [[2, 3], 0]))
    // The first numbers of mulberry32 from the seed 7, by an independent program: they must not change between versions.
    expect(generate('rand', [[3], 7])).toEqual([0.0117, 0.062, 0.9769])
  })

  it('draw numbers of the moments that their distributions have', () => {
    const moments = (name: string): number[] => {
      const numbers = generate(name, [[40_000], 3]) as number[]
      return [1, 2, 3, 4].map((power) => numbers.reduce((sum, x) => sum + x ** power, 0) / numbers.length)
    }
    for (const [i, moment] of [0, 1, 0, 3].entries()) expect(Math.abs(moments('randn')[i] - moment)).toBeLessThan(0.1)
    for (const [i, moment] of [1 / 2, 1 / 3, 1 / 4, 1 / 5].entries())
      expect(Math.abs(moments('rand')[i] - moment)).toBeLessThan(0.01)
  })
})
