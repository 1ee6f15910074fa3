import fc from 'fast-check'

/** One program, in Python with NumPy and in the language of formulas. */
export interface TwoTexts {
  readonly python: string
  readonly own: string
}

interface Step {
  readonly kind: number
  readonly first: number
  readonly second: number
  readonly rounds: number
}

type Written = (a: string, b: string) => string

/** The same smooth and bounded operation in both languages. */
const OPERATIONS: readonly { readonly python: Written; readonly own: Written }[] = [
  { python: (a, b) => `np.sin(${a}) * ${b}`, own: (a, b) => `sin(${a}) * ${b}` },
  { python: (a, b) => `np.tanh(${a} - ${b})`, own: (a, b) => `tanh(${a} - ${b})` },
  { python: (a, b) => `np.exp(np.cos(${a})) + ${b}`, own: (a, b) => `exp(cos(${a})) + ${b}` },
  { python: (a, b) => `${a} / (2 + ${b} ** 2)`, own: (a, b) => `${a} / (2 + ${b}^2)` },
  { python: (a, b) => `np.log(1 + ${a} ** 2) - ${b}`, own: (a, b) => `log(1 + ${a}^2) - ${b}` },
  { python: (a, b) => `np.arctan(${a}) if True else ${b}`, own: (a) => `atan(${a})` },
  { python: (a, b) => `f(${a}, ${b})`, own: (a, b) => `sin(${a} * ${b}) + 0.5 * ${a}` },
  { python: (a, b) => `sum([t * t for t in [${a}, ${b}]])`, own: (a, b) => `${a} * ${a} + ${b} * ${b}` },
]

const NAMES = ['u', 'v', 'w']

/** Python binds the same names again and again; formulas name each version. */
function write(point: readonly number[], steps: readonly Step[]): TwoTexts {
  const python = ['import numpy as np', ...point.map((x, i) => `x${i} = ${x}`)]
  python.push('def f(a, b, c=0.5):', '    s = a * b', '    return np.sin(s) + c * a')
  python.push('u, v, w = x0, x1, x0 * x1')
  const own = [...point.map((x, i) => `x${i} = ${x}`), 'w0 = x0 * x1']
  const versions = ['x0', 'x1', 'w0']
  for (const [k, { kind, first, second, rounds }] of steps.entries()) {
    const { python: inPython, own: inOwn } = OPERATIONS[kind % OPERATIONS.length]
    const [i, j] = [first % 3, second % 3]
    const line = `${NAMES[i]} = ${inPython(NAMES[i], NAMES[j])}`
    python.push(...(rounds > 1 ? [`for _ in range(${rounds}):`, `    ${line}`] : [line]), `${NAMES[j]} += 0.25 * x0`)
    for (let round = 0; round < rounds; round++) {
      own.push(`n${k}r${round} = ${inOwn(versions[i], versions[j])}`)
      versions[i] = `n${k}r${round}`
    }
    own.push(`m${k} = ${versions[j]} + 0.25 * x0`)
    versions[j] = `m${k}`
  }
  python.push('y = np.sin(u) + np.cos(v) * np.tanh(w)')
  own.push(`y = sin(${versions[0]}) + cos(${versions[1]}) * tanh(${versions[2]})`)
  return { python: python.join('\n'), own: own.join('\n') }
}

const anyNumber = fc.nat({ max: 999 })
const step = fc.record({ kind: anyNumber, first: anyNumber, second: anyNumber, rounds: fc.integer({ min: 1, max: 3 }) })
const coordinate = fc.integer({ min: 1, max: 1999 }).map((n) => n / 1000)

/** Programs with functions, defaults, loops, tuples, comprehensions and names that are bound again. */
export const twoTexts: fc.Arbitrary<TwoTexts> = fc
  .tuple(fc.array(coordinate, { minLength: 2, maxLength: 2 }), fc.array(step, { minLength: 1, maxLength: 5 }))
  .map(([point, steps]) => write(point, steps))
