/** A node reads its operands, in slot order; nodes come after what they read. */
export interface Graph {
  readonly operands: readonly (readonly number[])[]
}

const UNARY_IN_TEN = 3
const FAR_IN_TEN = 3

/** Mulberry32: the same graphs in every run. */
function generator(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

/** A random program: statements of some twenty nodes over shared inputs and earlier results, summed up at the end. */
export function program(size: number, seed: number): Graph {
  const random = generator(seed)
  const operands: number[][] = Array.from({ length: Math.ceil(Math.sqrt(size) * 0.9) }, () => [])
  const inputs = operands.length
  const results: number[] = []
  const add = (...read: number[]) => operands.push(read) - 1
  const leaf = () => {
    if (results.length > 0 && random(10) < FAR_IN_TEN) return results[random(results.length)]
    return random(3) === 0 ? add() : random(inputs)
  }
  const build = (nodes: number): number => {
    if (nodes <= 1) return leaf()
    if (random(10) < UNARY_IN_TEN) return add(build(nodes - 1))
    const left = 1 + random(nodes - 1)
    return add(build(left), build(nodes - 1 - left))
  }
  let sum = build(12)
  while (operands.length < size) {
    results.push(build(12))
    sum = add(sum, results[results.length - 1])
  }
  return { operands }
}

/** A perceptron of scalars: every weight, product and sum is a node. */
export function perceptron(layers: readonly number[]): Graph {
  const operands: number[][] = []
  const add = (...read: number[]) => operands.push(read) - 1
  let values = Array.from({ length: layers[0] }, () => add())
  for (const width of layers.slice(1))
    values = Array.from({ length: width }, () => {
      const sum = values.reduce((acc, value) => add(acc, add(add(), value)), add())
      return add(sum)
    })
  return { operands }
}

/** Speelpenning's product x₁·x₂·…·xₙ. */
export function product(factors: number): Graph {
  const operands: number[][] = [[]]
  for (let last = 0, i = 1; i < factors; i++) {
    operands.push([])
    last = operands.push([last, operands.length - 1]) - 1
  }
  return { operands }
}

export const chain = (size: number): Graph => ({
  operands: Array.from({ length: size }, (_, v) => (v === 0 ? [] : [v - 1])),
})

/** One more operator, around what one slot reads; the others keep their numbers. */
export function wrapped({ operands }: Graph, consumer: number, slot: number): Graph {
  const added = operands.length
  const read = operands[consumer][slot]
  const edited = operands.map((all, v) => (v === consumer ? all.map((u, i) => (i === slot ? added : u)) : all))
  return { operands: [...edited, [read]] }
}
