import type { ArrayPrimitive } from '../arrayPrimitive.ts'
import { conv } from './conv.ts'
import { cumprod, cumsum } from './cumulative.ts'
import { diag, trace, tril, triu } from './diagonals.ts'
import { einsum } from './einsum.ts'
import { concat, stack } from './joining.ts'
import { matmul } from './matmul.ts'
import { cofactors, det, inv, logabsdet, logdet, solve } from './matrices.ts'
import { onehot } from './onehot.ts'
import { pad, put, scatter } from './placing.ts'
import { avgpool, maxpool } from './pooling.ts'
import { broadcastOut, flatten, reshape } from './reshape.ts'
import { logsoftmax, softmax } from './softmax.ts'
import { subscript } from './subscript.ts'
import { transpose } from './transpose.ts'
import { dot, outer } from './vectorProducts.ts'

/** Every operation that is there for arrays alone. */
export const arrayPrimitives: readonly ArrayPrimitive[] = [
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
  det,
  cofactors,
  logdet,
  logabsdet,
  inv,
  solve,
  cumsum,
  cumprod,
  diag,
  trace,
  tril,
  triu,
  pad,
  put,
  scatter,
  einsum,
  maxpool,
  avgpool,
  onehot,
]
