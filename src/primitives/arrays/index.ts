import type { ArrayPrimitive } from '../arrayPrimitive.ts'
import { conv } from './conv.ts'
import { concat, stack } from './joining.ts'
import { matmul } from './matmul.ts'
import { broadcastOut, flatten, reshape } from './reshape.ts'
import { logsoftmax, softmax } from './softmax.ts'
import { subscript } from './subscript.ts'
import { transpose } from './transpose.ts'
import { dot, outer } from './vectorProducts.ts'

/** Every operation that is there for arrays alone. */
export const arrays: readonly ArrayPrimitive[] = [
  matmul,
  dot,
  outer,
  conv,
  transpose,
  reshape,
  flatten,
  broadcastOut,
  concat,
  stack,
  subscript,
  softmax,
  logsoftmax,
]
