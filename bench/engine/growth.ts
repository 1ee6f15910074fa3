import { Gradient } from '../../src/autodiff/gradient.ts'
import { compile, type Graph } from '../../src/core.ts'
import { unroll } from '../../src/graph/unroll/unroll.ts'
import { Mulberry } from '../../src/primitives/random.ts'
import { lastOutput } from './engine.ts'
import { rounded } from './passes.ts'
import { fastest } from './timing.ts'

/** Nanoseconds an operation, for graphs of one kind and size. */
export interface GrowthPoint {
  readonly kind: string
  readonly operations: number
  readonly compiled: number
  readonly tape: number
}

const graphOf = (source: string): Graph => {
  const { graph, diagnostics } = compile(source)
  if (!graph) throw new Error(diagnostics[0].message)
  return graph
}

/** The same nine operations at every entry of a vector. */
const alike = (operations: number): string =>
  `z = randn([${Math.max(1, Math.floor(operations / 10.1))}], 1)\nf = sum(sin(z)*z + tanh(z*z)/(2 + z) - 0.5*z)`

/** Operations in no order that repeats, of some of the latest forty results. */
function irregular(operations: number): string {
  const random = new Mulberry(operations)
  const one = (of: number): number => Math.floor(random.next() * of)
  const name = (i: number) => (i < 4 ? `x${i}` : `v${i}`)
  const kinds = [
    (a: string, b: string) => `${a} + ${b}`,
    (a: string, b: string) => `${a} - ${b}`,
    (a: string) => `sin(${a})`,
    (a: string, b: string) => `${a}*${b}`,
    (a: string) => `tanh(${a})`,
    (a: string, b: string) => `${a}/${b}`,
  ]
  const inputs = Array.from({ length: 4 }, (_, i) => `x${i} = ${0.4 + 0.3 * i}`)
  const steps = Array.from({ length: operations }, (_, i) => {
    const [a, b] = [one(Math.min(i + 4, 40)), one(Math.min(i + 4, 40))]
    return `${name(i + 4)} = ${kinds[one(kinds.length)](name(i + 3 - a), name(i + 3 - b))}`
  })
  return [...inputs, ...steps, `f = ${name(operations + 3)}`].join('\n')
}

const KINDS: readonly { readonly kind: string; readonly most: number; readonly graph: (size: number) => Graph }[] = [
  { kind: 'arrays', most: 1e6, graph: (size) => graphOf(alike(size)) },
  { kind: 'numbers, alike', most: 1e6, graph: (size) => unroll(graphOf(alike(size)), () => true) },
  { kind: 'numbers, irregular', most: 4e4, graph: (size) => graphOf(irregular(size)) },
]

const SIZES = [10, 100, 1000, 1e4, 4e4, 1e5, 1e6]

/** Value and gradient, compiled and on the tape, of graphs of ten to a million operations. */
export const growth = (): GrowthPoint[] =>
  KINDS.flatMap(({ kind, most, graph: graphFor }) =>
    SIZES.filter((size) => size <= most).map((size) => {
      const graph = graphFor(size)
      const output = lastOutput(graph).node
      const runs = [0, Number.POSITIVE_INFINITY].map((patience) => {
        const gradient = new Gradient({ ...graph }, output, patience)
        return () => {
          gradient.evaluate()
          gradient.pull()
        }
      })
      const operations =
        kind === 'arrays' ? 9 * Math.max(1, Math.floor(size / 10.1)) : graph.op.filter((op) => op >= 0).length
      const [compiled, tape] = fastest(runs, operations)
      return { kind, operations, compiled: rounded(compiled), tape: rounded(tape) }
    }),
  )
