import { DOUBLE, type Engine } from './engine.ts'

/** Straight-line code written for the case: the limit. */
export const byHand: Engine = {
  name: 'written by hand',
  tolerance: DOUBLE,
  prepare: ({ name }, graph) => {
    const values = Float64Array.from(graph.initial.subarray(0, graph.offset[graph.inputs.length]))
    const code = codes.find(([start]) => name.startsWith(start))?.[1]
    const gradient = new Float64Array(values.length)
    return code ? () => code(values, gradient) : null
  },
}

// What is returned takes the value along, so that no engine can leave its computation out.
const codes: readonly [string, (x: Float64Array, gradient: Float64Array) => number][] = [
  ['lecture', lecture],
  ['Baydin', baydin],
  ['Rosenbrock', rosenbrock],
  ['Speelpenning', speelpenning],
]

function lecture([x1, x2]: Float64Array, gradient: Float64Array): number {
  gradient[0] = Math.cos(x1) + x2
  gradient[1] = x1
  return gradient[0] + 0 * (Math.sin(x1) + x1 * x2)
}

function baydin([x1, x2]: Float64Array, gradient: Float64Array): number {
  gradient[0] = 1 / x1 + x2
  gradient[1] = x1 - Math.cos(x2)
  return gradient[0] + 0 * (Math.log(x1) + x1 * x2 - Math.sin(x2))
}

function rosenbrock(x: Float64Array, gradient: Float64Array): number {
  gradient.fill(0)
  let value = 0
  for (let i = 0; i < x.length - 1; i++) {
    const a = x[i + 1] - x[i] * x[i]
    const b = 1 - x[i]
    value += 100 * a * a + b * b
    gradient[i] -= 400 * a * x[i] + 2 * b
    gradient[i + 1] += 200 * a
  }
  return gradient[0] + 0 * value
}

const before = new Float64Array(1001)

function speelpenning(x: Float64Array, gradient: Float64Array): number {
  before[0] = 1
  for (let i = 0; i < x.length; i++) before[i + 1] = before[i] * x[i]
  let after = 1
  for (let i = x.length - 1; i >= 0; i--) {
    gradient[i] = before[i] * after
    after *= x[i]
  }
  return gradient[0]
}
