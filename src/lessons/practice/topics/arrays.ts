import { askAdjoint } from '../asking/adjoint.ts'
import { askDerivative } from '../asking/derivative.ts'
import { askPasses } from '../asking/passes.ts'
import { askDerivativeShape, askShape } from '../asking/shape.ts'
import { askValue } from '../asking/value.ts'
import type { Draw } from '../draw.ts'
import type { PracticeRound } from '../roundName.ts'
import type { PracticeTopic } from './topic.ts'

const vector = (draw: Draw, length: number): string => `[${Array.from({ length }, () => draw.whole(-3, 4)).join(', ')}]`
const matrix = (draw: Draw, rows: number, columns: number): string =>
  `[${Array.from({ length: rows }, () => vector(draw, columns)).join(', ')}]`

type Writer = (draw: Draw) => readonly string[]

const WRITERS: Readonly<Record<PracticeRound['level'], readonly Writer[]>> = {
  1: [
    (draw) => [`x = ${vector(draw, 3)}`, `a = ${draw.whole(2, 5)}*x`, 'f = sum(a)'],
    (draw) => [`x = ${vector(draw, 3)}`, 'a = x*x', 'f = sum(a)'],
    (draw) => [`x = ${vector(draw, 2)}`, `w = ${vector(draw, 2)}`, 'a = w*x', 'f = sum(a)'],
    (draw) => [`x = ${vector(draw, 2)}`, `w = ${vector(draw, 2)}`, 'f = dot(w, x)'],
    (draw) => [`x = ${vector(draw, 3)}`, `b = ${draw.numbers(1)[0]}`, 'a = x + b', 'f = sum(a)'],
  ],
  2: [
    (draw) => [`const W = ${matrix(draw, 2, 3)}`, `x = ${vector(draw, 3)}`, 'y = W @ x'],
    (draw) => [`const W = ${matrix(draw, 3, 2)}`, `x = ${vector(draw, 2)}`, 'y = W @ x', 'f = sum(y)'],
    (draw) => [`const W = ${matrix(draw, 2, 2)}`, `x = ${vector(draw, 2)}`, 'y = W @ x', 'a = y*y', 'f = sum(a)'],
    (draw) => [`const X = ${matrix(draw, 3, 2)}`, `b = ${vector(draw, 2)}`, 'a = X + b', 'h = X*a', 'f = sum(h)'],
    (draw) => [`x = ${vector(draw, 3)}`, `c = ${draw.whole(2, 4)}`, 'a = c*x', 'f = sum(a*x)'],
    (draw) => [`x = ${vector(draw, 4)}`, 'm = max(x)', `f = ${draw.whole(2, 5)}*m`],
  ],
  3: [
    (draw) => [`W = ${matrix(draw, 2, 3)}`, `const x = ${vector(draw, 3)}`, 'y = W @ x', 'f = sum(y)'],
    (draw) => [
      ...[`W = ${matrix(draw, 2, 2)}`, `const x = ${vector(draw, 2)}`, `b = ${vector(draw, 2)}`],
      ...['y = W @ x', 'h = relu(y + b)', 'f = sum(h)'],
    ],
    (draw) => [`const A = ${matrix(draw, 2, 2)}`, `x = ${vector(draw, 2)}`, 'y = A @ x', 'f = dot(x, y)'],
    (draw) => [`x = ${vector(draw, 2)}`, 'a = exp(x)', 'f = sum(a*x)'],
    (draw) => [`u = ${vector(draw, 2)}`, `w = ${vector(draw, 3)}`, 'M = outer(u, w)', 'f = sum(M)'],
  ],
}

export const arrays: PracticeTopic = {
  ...{ name: 'arrays', title: 'Arrays', gist: 'Shapes, gradients of vectors, sums over broadcasts.', outputs: 1 },
  write: (draw, level) => draw.of(WRITERS[level])(draw).join('\n'),
  asks: [askShape, askAdjoint, askDerivative, askDerivativeShape, askValue, askPasses],
}

/** Programs in which an operand is broadcast. */
export const writeBroadcast: PracticeTopic['write'] = (draw) =>
  draw.of([WRITERS[1][4], WRITERS[2][3], WRITERS[2][4]])(draw).join('\n')
