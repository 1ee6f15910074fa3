import { describe, expect, it } from 'vitest'
import type { LocalJacobian } from '../../../trace/localJacobian.ts'
import { layoutText, sizesText, transposedNumbers } from './localJacobianText.ts'

const sized = (rows: number, columns: number, work: number): LocalJacobian => ({
  ...{ rows, columns, work },
  ...{ structure: '', dense: null, isLive: true },
})

describe('what is said of a local Jacobian', () => {
  it('compares its size with the work of the product', () => {
    expect(sizesText(sized(16, 32, 64), 'adjoint', false)).toBe(
      'As a matrix it has 16×32 entries, 512 numbers; the vector-Jacobian product takes 64 multiplications. So the pass computes the product and never builds the Jacobian.',
    )
  })

  it('claims no gain where there is none', () => {
    expect(sizesText(sized(1, 3, 3), 'tangent', false)).toBe(
      'As a matrix it has 1×3 entries, 3 numbers; the Jacobian-vector product takes 3 multiplications.',
    )
  })

  it('turns rows and columns in denominator layout, but never the adjoint', () => {
    expect(sizesText(sized(2, 6, 6), 'adjoint', true)).toContain('6×2 entries')
    expect(layoutText(true, 'v1', 'W')).toMatch(/^Denominator layout: a row for each entry of W/)
    for (const transposed of [true, false]) expect(layoutText(transposed, 'v1', 'W')).toContain('keeps the shape')
    expect([...transposedNumbers(Float64Array.of(1, 2, 3, 4, 5, 6), 3)]).toEqual([1, 4, 2, 5, 3, 6])
  })
})
