import type { ArrayPrimitive } from '../arrayPrimitive.ts'
import { concat, stack } from './joining.ts'
import { matmul } from './matmul.ts'
import { logsoftmax, softmax } from './softmax.ts'
import { subscript } from './subscript.ts'
import { transpose } from './transpose.ts'

/** Every operation that is there for arrays alone. */
export const arrayPrimitives: readonly ArrayPrimitive[] = [
  matmul,
  transpose,
  concat,
  stack,
  subscript,
  softmax,
  logsoftmax,
]
