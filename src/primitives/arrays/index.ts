import type { ArrayPrimitive } from '../arrayPrimitive.ts'
import { concat, stack } from './joining.ts'
import { matmul } from './matmul.ts'
import { subscript } from './subscript.ts'

/** Operations that are there for arrays alone, as far as the first picture has them; the others are in `further.ts`. */
export const arrays: readonly ArrayPrimitive[] = [matmul, concat, stack, subscript]
