import { useMemo } from 'react'
import { type Tensor, tensorOf, type Value } from '../../../primitives/value.ts'

/** The tensor of a value, the same while the value is. */
export const useTensor = (value: Value): Tensor => useMemo(() => tensorOf(value) as Tensor, [value])
