import type { ArrayPrimitive } from '../arrayPrimitive.ts'
import { cumprod, cumsum } from './cumulative.ts'
import { cofactors, det, logabsdet, logdet } from './determinants.ts'
import { diag, trace, tril, triu } from './diagonals.ts'
import { einsum } from './einsum.ts'
import { inv, solve } from './inverses.ts'
import { onehot } from './onehot.ts'
import { pick } from './picking.ts'
import { pad, put, scatter } from './placing.ts'
import { avgpool, maxpool } from './pooling.ts'

/** Operations that are there for arrays alone, and come with the compiler. */
export const furtherArrays: readonly ArrayPrimitive[] = [
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
  pick,
]
