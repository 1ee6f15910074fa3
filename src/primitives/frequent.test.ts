import { describe, expect, it } from 'vitest'
import { partialByX, partialByY, partialOfX, valueOfX, valueOfXY } from './frequent.ts'
import { primitives } from './index.ts'
import type { Binary, Unary } from './primitive.ts'

const points = [-2.5, -1, -0, 0, 0.5, 1, 3, Number.POSITIVE_INFINITY, Number.NaN]

describe('loops over many numbers use the record of', () => {
  const unary = primitives.filter((primitive): primitive is Unary => primitive.arity === 1)
  it.each(unary.map((primitive) => [primitive.name, primitive] as const))('%s', (_, primitive) => {
    for (const x of [...points, ...primitive.samples.map(([sample]) => sample)]) {
      const v = valueOfX(primitive, x)
      expect(v).toBe(primitive.value(x))
      expect(partialOfX(primitive, x, v)).toBe(primitive.partials[0](x, v))
    }
  })

  const binary = primitives.filter((primitive): primitive is Binary => primitive.arity === 2)
  it.each(binary.map((primitive) => [primitive.name, primitive] as const))('%s', (_, primitive) => {
    const pairs = points.flatMap((x) => points.map((y) => [x, y] as const))
    for (const [x, y] of [...pairs, ...primitive.samples]) {
      const v = valueOfXY(primitive, x, y)
      expect(v).toBe(primitive.value(x, y))
      expect(partialByX(primitive, x, y, v)).toBe(primitive.partials[0](x, y, v))
      expect(partialByY(primitive, x, y, v)).toBe(primitive.partials[1](x, y, v))
    }
  })
})
