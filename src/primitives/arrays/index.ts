import type { ArrayPrimitive } from '../arrayPrimitive.ts'
import { concat, stack } from './joining.ts'
import { matmul } from './matmul.ts'
import { broadcastOut, flatten, reshape } from './reshape.ts'
import { subscript } from './subscript.ts'
import { transpose } from './transpose.ts'
import { dot, outer } from './vectorProducts.ts'

/** Operations that are there for arrays alone, as far as the first picture has them; the others are in `further.ts`. */
export const arrays: readonly ArrayPrimitive[] = [
  matmul,
  dot,
  outer,
  transpose,
  reshape,
  flatten,
  broadcastOut,
  concat,
  stack,
  subscript,
]
