import { primal } from '../../autodiff/primal.ts'
import { buildGraph } from '../../graph/build.ts'
import { parse } from '../../language/parse.ts'
import type { Linearised } from './linearised.ts'

/** The adjoint graph as a program: its primal pass gives the gradient. */
export interface AdjointProgram {
  readonly source: string
  /** What the program calls the adjoint of a vertex; undefined where it has none. */
  readonly nameOf: (vertex: number) => string | undefined
  /** The vertex whose adjoint a name is. */
  readonly vertexOf: ReadonlyMap<string, number>
}

/**
 * The linearised graph turned round, written in the program's own language: every edge is reversed and keeps its local
 * partial, what copied a value now adds adjoints, and what added values now copies. The seed is its input.
 */
export function adjointProgram(linear: Linearised, output: number, named: (vertex: number) => string): AdjointProgram {
  const vertices = leadingTo(linear, output)
  const taken = new Set<string>()
  const names = new Map(vertices.map((vertex) => [vertex, freeName(`${wordOf(named(vertex))}_bar`, taken)]))
  const lines = [...vertices].reverse().map((vertex) => {
    const terms = linear.outOf[vertex]
      .filter(({ consumer }) => names.has(consumer))
      .map(({ consumer, partial }) => `${names.get(consumer)}*${written(partial)}`)
    return `${names.get(vertex)} = ${(vertex === output ? ['seed', ...terms] : terms).join(' + ')}`
  })
  const ends = linear.inputs.filter((input) => names.has(input)).map((input) => `output ${names.get(input)}`)
  return {
    source: ['seed = 1', ...lines, ...ends].join('\n'),
    nameOf: (vertex) => names.get(vertex),
    vertexOf: new Map([...names].map(([vertex, name]) => [name, vertex])),
  }
}

/** The vertices that an output depends on, and itself. */
function leadingTo({ size, into }: Linearised, output: number): number[] {
  const leads = new Uint8Array(size)
  leads[output] = 1
  for (let vertex = output; vertex >= 0; vertex--)
    if (leads[vertex]) for (const { operand } of into[vertex]) leads[operand] = 1
  return [...leads.keys()].filter((vertex) => leads[vertex])
}

/** An entry of the gradient, by the input and by what the program calls it. */
export interface GradientEntry {
  readonly input: number
  readonly name: string
  readonly found: number
}

/** The gradient as the primal pass of an adjoint program gives it; without the inputs that do not act on the output. */
export function gradientBy({ source, nameOf }: AdjointProgram, { inputs }: Linearised): GradientEntry[] {
  const { graph } = buildGraph(parse(source).program)
  const outputs = graph ? primal(graph).outputs : {}
  return inputs.flatMap((input) => {
    const name = nameOf(input)
    return name === undefined ? [] : [{ input, name, found: outputs[name] as number }]
  })
}

/** `W[0,1]` as a name: W_0_1. */
const wordOf = (name: string): string => name.replace(/\W+$/u, '').replace(/[^\p{L}\p{N}_]+/gu, '_')

function freeName(wish: string, taken: Set<string>): string {
  let name = wish
  for (let k = 2; taken.has(name) || name === 'seed'; k++) name = `${wish}${k}`
  taken.add(name)
  return name
}

/** A partial as a literal with all its digits; infinities and NaN as the language can say them. */
function written(x: number): string {
  if (Number.isNaN(x)) return '(0/0)'
  if (!Number.isFinite(x)) return x > 0 ? '1e999' : '(-1e999)'
  return x < 0 || Object.is(x, -0) ? `(${Object.is(x, -0) ? '-0' : String(x)})` : String(x)
}
