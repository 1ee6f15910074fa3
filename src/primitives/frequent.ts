import { add, div, mul, neg, sub } from './arithmetic.ts'
import { exp } from './exponentials.ts'
import { tanh } from './hyperbolic.ts'
import { sigmoid } from './neural.ts'
import { pow } from './powers.ts'
import type { Binary, Unary } from './primitive.ts'
import { relu } from './rectifiers.ts'
import { sin } from './trigonometric.ts'

/*
 * Values and partials for loops over many numbers. A call that may mean any primitive takes and gives numbers as objects
 * on the heap. The primitives met most have calls of their own, whose functions the JavaScript engine writes out in the
 * loop. It does so up to a length, which is why they are few, and their functions taken out of the records first.
 */
const [ofTanh, tanhByX] = [tanh.value, ...tanh.partials]
const [ofExp, expByX] = [exp.value, ...exp.partials]
const [ofSigmoid, sigmoidByX] = [sigmoid.value, ...sigmoid.partials]
const [ofRelu, reluByX] = [relu.value, ...relu.partials]
const [ofSin, sinByX] = [sin.value, ...sin.partials]
const [ofNeg, negByX] = [neg.value, ...neg.partials]
const [ofAdd, addByX, addByY] = [add.value, ...add.partials]
const [ofMul, mulByX, mulByY] = [mul.value, ...mul.partials]
const [ofSub, subByX, subByY] = [sub.value, ...sub.partials]
const [ofDiv, divByX, divByY] = [div.value, ...div.partials]
const [ofPow, powByX] = [pow.value, ...pow.partials]

/** The value of a primitive of one operand. */
export function valueOfX(primitive: Unary, x: number): number {
  if (primitive === tanh) return ofTanh(x)
  if (primitive === exp) return ofExp(x)
  if (primitive === sigmoid) return ofSigmoid(x)
  if (primitive === relu) return ofRelu(x)
  if (primitive === sin) return ofSin(x)
  if (primitive === neg) return ofNeg(x)
  return primitive.value(x)
}

/** Its partial, given its value. */
export function partialOfX(primitive: Unary, x: number, v: number): number {
  if (primitive === tanh) return tanhByX(x, v)
  if (primitive === exp) return expByX(x, v)
  if (primitive === sigmoid) return sigmoidByX(x, v)
  if (primitive === relu) return reluByX(x, v)
  if (primitive === sin) return sinByX(x, v)
  if (primitive === neg) return negByX(x, v)
  return primitive.partials[0](x, v)
}

/** The value of a primitive of two operands. */
export function valueOfXY(primitive: Binary, x: number, y: number): number {
  if (primitive === add) return ofAdd(x, y)
  if (primitive === mul) return ofMul(x, y)
  if (primitive === sub) return ofSub(x, y)
  if (primitive === div) return ofDiv(x, y)
  if (primitive === pow) return ofPow(x, y)
  return primitive.value(x, y)
}

/** Its partial by the first operand, given its value. */
export function partialByX(primitive: Binary, x: number, y: number, v: number): number {
  if (primitive === add) return addByX(x, y, v)
  if (primitive === mul) return mulByX(x, y, v)
  if (primitive === sub) return subByX(x, y, v)
  if (primitive === div) return divByX(x, y, v)
  if (primitive === pow) return powByX(x, y, v)
  return primitive.partials[0](x, y, v)
}

/** Its partial by the second operand; an exponent is hardly ever one on which inputs act. */
export function partialByY(primitive: Binary, x: number, y: number, v: number): number {
  if (primitive === add) return addByY(x, y, v)
  if (primitive === mul) return mulByY(x, y, v)
  if (primitive === sub) return subByY(x, y, v)
  if (primitive === div) return divByY(x, y, v)
  return primitive.partials[1](x, y, v)
}
