import { describe, expect, it } from 'vitest'
import '../../primitives/late.ts'
import { operations } from '../../primitives/index.ts'
import { setText } from './outlined.ts'

describe('letters as outlines', () => {
  it('has those of the signs of all operations, and of what is transposed', () => {
    const signs = operations.map((each) => ('symbol' in each && each.symbol ? each.symbol : each.name))
    const texts = [...signs, 'xʸ', 'Wᵀ', '(Wᵀ)ᵀ v̄₁']
    for (const font of ['text', 'mono'] as const)
      for (const weight of [400, 600] as const)
        expect(texts.filter((text) => !setText(text, { font, weight }))).toEqual([])
  })
})
