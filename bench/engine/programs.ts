import { LECTURE } from '../../src/examples/lecture.ts'

/** A program, perhaps with its arrays written out in numbers. */
export interface Work {
  readonly name: string
  readonly source: string
  readonly unrolled?: boolean
  /** What engines of arrays have written for it, in their own words. */
  readonly arrays?: 'Rosenbrock' | 'Speelpenning' | 'network'
}

const lines = (count: number, line: (i: number) => string): string[] => Array.from({ length: count }, (_, i) => line(i))

const lecture: Work = { name: 'lecture', source: LECTURE }

/** Baydin et al., Automatic differentiation in machine learning, 2018, table 2. */
const baydin: Work = { name: 'Baydin et al.', source: 'x1 = 2\nx2 = 5\nf = log(x1) + x1*x2 - sin(x2)' }

const start = {
  Rosenbrock: (i: number) => Math.sin(i + 1).toFixed(3),
  Speelpenning: (i: number) => (1 + 0.3 * Math.sin(i + 1)).toFixed(3),
}

/** Σ 100 (xᵢ₊₁ − xᵢ²)² + (1 − xᵢ)² */
function rosenbrock(n: number): Work {
  const inputs = lines(n, (i) => `x${i} = ${start.Rosenbrock(i)}`)
  const terms = lines(n - 1, (i) => `100*(x${i + 1} - x${i}*x${i})^2 + (1 - x${i})^2`)
  return { name: `Rosenbrock ${n}`, source: [...inputs, `f = ${terms.join(' + ')}`].join('\n') }
}

/** Π xᵢ */
function speelpenning(n: number): Work {
  const inputs = lines(n, (i) => `x${i} = ${start.Speelpenning(i)}`)
  return { name: `Speelpenning ${n}`, source: [...inputs, `f = ${lines(n, (i) => `x${i}`).join('*')}`].join('\n') }
}

/** The same of one array. */
function ofArray(arrays: 'Rosenbrock' | 'Speelpenning', n: number, formula: string): Work {
  const source = `x = [${lines(n, start[arrays]).join(', ')}]\nf = ${formula}`
  return { name: `${arrays} ${n}, arrays`, source, arrays }
}

/** A network 2-16-16-1 on a batch of 16: as arrays, and written out in numbers. */
const network = `const X = randn([16, 2], 1)
const y = randn([16, 1], 2)
W1 = randn([2, 16], 3)
b1 = randn([16], 4)
W2 = randn([16, 16], 5)*0.25
b2 = randn([16], 6)
W3 = randn([16, 1], 7)*0.25
b3 = [0.1]
h1 = tanh(X @ W1 + b1)
h2 = tanh(h1 @ W2 + b2)
p = h2 @ W3 + b3
L = mean((p - y)^2)`

/** Operations of all kinds, each of some of the latest results. */
function mixed(count: number): Work {
  const kinds = [
    (a: string, b: string) => `${a} + ${b}`,
    (a: string, b: string) => `0.5*${a} - ${b}`,
    (a: string) => `sin(${a})`,
    (a: string, b: string) => `${a}*${b}`,
    (a: string) => `tanh(${a})`,
    (a: string, b: string) => `${a}/(2 + ${b}^2)`,
  ]
  const name = (i: number) => (i < 4 ? `x${i}` : `v${i}`)
  const inputs = lines(4, (i) => `x${i} = ${0.4 + 0.3 * i}`)
  const steps = lines(count, (i) => {
    const [a, b] = [i + 3 - ((i * 7) % 3), i + 3 - ((i * 11) % 4)]
    return `${name(i + 4)} = ${kinds[(i * 5 + (i >> 3)) % kinds.length](name(a), name(b))}`
  })
  return { name: `mixed ${count}`, source: [...inputs, ...steps, `f = ${name(count + 3)}`].join('\n') }
}

const named = 'MLP 2-16-16-1, batch 16'

export const suite: readonly Work[] = [
  lecture,
  baydin,
  rosenbrock(10),
  rosenbrock(100),
  rosenbrock(1000),
  ofArray('Rosenbrock', 1000, 'sum(100*(x[1:] - x[:-1]*x[:-1])^2 + (1 - x[:-1])^2)'),
  speelpenning(100),
  speelpenning(1000),
  ofArray('Speelpenning', 1000, 'prod(x)'),
  mixed(7000),
  mixed(40_000),
  { name: `${named}, in numbers`, source: network, unrolled: true },
  { name: `${named}, arrays`, source: network, arrays: 'network' },
]
