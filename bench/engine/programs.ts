/** A program, perhaps with its arrays written out in numbers. */
export interface Work {
  readonly name: string
  readonly source: string
  readonly unrolled?: boolean
}

const lines = (count: number, line: (i: number) => string): string[] => Array.from({ length: count }, (_, i) => line(i))

const lecture: Work = { name: 'lecture', source: 'x1 = 2\nx2 = 3\nf = sin(x1) + x1*x2' }

/** Σ 100 (xᵢ₊₁ − xᵢ²)² + (1 − xᵢ)² */
function rosenbrock(n: number): Work {
  const inputs = lines(n, (i) => `x${i} = ${Math.sin(i + 1).toFixed(3)}`)
  const terms = lines(n - 1, (i) => `100*(x${i + 1} - x${i}*x${i})^2 + (1 - x${i})^2`)
  return { name: `Rosenbrock ${n}`, source: [...inputs, `f = ${terms.join(' + ')}`].join('\n') }
}

/** Π xᵢ */
function speelpenning(n: number): Work {
  const inputs = lines(n, (i) => `x${i} = ${(1 + 0.3 * Math.sin(i + 1)).toFixed(3)}`)
  return { name: `Speelpenning ${n}`, source: [...inputs, `f = ${lines(n, (i) => `x${i}`).join('*')}`].join('\n') }
}

/** A network 2-16-16-1 on a batch of 16: as arrays, and written out in numbers. */
const network = `X = randn([16, 2], 1)
y = randn([16, 1], 2)
W1 = randn([2, 16], 3)
b1 = randn([16], 4)
W2 = randn([16, 16], 5)*0.25
b2 = randn([16], 6)
W3 = randn([16, 1], 7)*0.25
b3 = 0.1
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

const arrays = 'MLP 2-16-16-1, batch 16'

export const suite: readonly Work[] = [
  lecture,
  rosenbrock(100),
  speelpenning(1000),
  mixed(6000),
  { name: `${arrays}, arrays`, source: network },
  { name: `${arrays}, in numbers`, source: network, unrolled: true },
]
