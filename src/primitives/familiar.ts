import { exp } from './exponentials.ts'
import { sech, tanh } from './hyperbolic.ts'
import { asinh } from './inverseHyperbolic.ts'
import { atan } from './inverseTrigonometric.ts'
import { erf, gelu, sigmoid, silu, softplus } from './neural.ts'
import type { Unary } from './primitive.ts'
import { cos, sin } from './trigonometric.ts'

/** Functions that are real and smooth everywhere, the best known first. */
export const familiar: readonly Unary[] = [
  ...[sin, cos, tanh, exp, sigmoid, atan, softplus, erf, asinh, sech, silu, gelu],
]
