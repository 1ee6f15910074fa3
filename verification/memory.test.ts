import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adjoint, type Graph, type Numbers, type Primal, primal, seedAt, tangent, unitSeed } from '../src/core.ts'
import { memoryOf } from '../src/costs/memory.ts'
import { CONSTANT, INPUT } from '../src/graph/graph.ts'
import { primitiveAt } from '../src/primitives/index.ts'
import type { Primitive } from '../src/primitives/primitive.ts'
import { formulaOf } from '../src/primitives/views.ts'
import { graphOf } from './fixtures/compiled.ts'
import { programs } from './programs.ts'

/** What a step reads and writes, as names of numbers: `value 3`. */
interface Step {
  readonly writes: readonly string[]
  readonly reads: readonly string[]
}

/** From the definition: a number lives from the first step that writes it to the last that reads it, or writes it. */
function aliveByDefinition(steps: readonly Step[]): number[] {
  const first = new Map<string, number>()
  const last = new Map<string, number>()
  for (const [now, { writes, reads }] of steps.entries()) {
    for (const name of writes) if (!first.has(name)) first.set(name, now)
    for (const name of [...writes, ...reads]) last.set(name, now)
  }
  const isAlive = (name: string, now: number) => (first.get(name) ?? now) <= now && now <= (last.get(name) ?? 0)
  return steps.map((_, now) => [...first.keys()].filter((name) => isAlive(name, now)).length)
}

const nodesOf = ({ size, op }: Graph) =>
  Array.from({ length: size }, (_, node) => node).filter((node) => op[node] !== INPUT && op[node] !== CONSTANT)

const edgesOf = ({ firstEdge }: Graph, node: number) =>
  Array.from({ length: firstEdge[node + 1] - firstEdge[node] }, (_, slot) => firstEdge[node] + slot)

const isNumber = ({ op }: Graph, node: number) => op[node] !== CONSTANT

/** Every tangent pass has numbers of its own, but for the values of inputs and outputs. */
function forwardSteps(pass: Primal): Step[] {
  const { graph } = pass
  const outputs = graph.outputs.map(({ node }) => node)
  const inputs = graph.inputs.map(({ node }) => node)
  const given = new Set([...inputs, ...outputs])
  const steps = inputs.flatMap((_, index): Step[] => {
    const { present } = tangent(pass, unitSeed(graph, seedAt(graph, 'forward', index)))
    const value = (node: number) => (given.has(node) ? `value ${node}` : `value ${node} of ${index}`)
    const dot = (node: number) => `tangent ${node} of ${index}`
    const start = [...inputs.map(value), ...inputs.filter((node) => present[node]).map(dot)]
    const inner = nodesOf(graph).map((node) => ({
      writes: [value(node), ...(present[node] ? [dot(node)] : [])],
      reads: edgesOf(graph, node).flatMap((edge) => {
        const operand = graph.operand[edge]
        const values = isNumber(graph, operand) ? [value(operand)] : []
        return pass.live[edge] && present[operand] ? [...values, dot(operand)] : values
      }),
    }))
    const ends = outputs.filter((node) => present[node]).map(dot)
    return withLast([{ writes: start, reads: [] }, ...inner], ends)
  })
  return withLast(
    steps,
    outputs.filter((node) => isNumber(graph, node)).map((node) => `value ${node}`),
  )
}

/** The last step reads some more. */
const withLast = (steps: readonly Step[], reads: readonly string[]): Step[] =>
  steps.map((step, i) => (i === steps.length - 1 ? { ...step, reads: [...step.reads, ...reads] } : step))

/** Names of operands in a formula, by a regular expression. */
function readsOf(graph: Graph, edge: number): number[] {
  const node = graph.consumer[edge]
  const edges = edgesOf(graph, node)
  const words: readonly string[] =
    formulaOf(primitiveAt(graph.op[node]) as Primitive, edge - edges[0], edges.length).match(/[a-z_]\w*(?!\w*\()/g) ??
    []
  const isMany = typeof (primitiveAt(graph.op[node]) as Primitive).arity === 'object'
  const operands = edges.filter((_, slot) => words.includes(isMany ? `x${slot + 1}` : 'xy'[slot]))
  return [...operands.map((read) => graph.operand[read]), ...(words.includes('v') ? [node] : [])]
}

function reverseSteps(pass: Primal): Step[] {
  const { graph } = pass
  const value = (node: number) => `value ${node}`
  const values = (nodes: readonly number[]) => nodes.filter((node) => isNumber(graph, node)).map(value)
  const first: Step = { writes: graph.inputs.map(({ node }) => value(node)), reads: [] }
  const primalSteps = nodesOf(graph).map((node) => ({
    writes: [value(node)],
    reads: values(edgesOf(graph, node).map((edge) => graph.operand[edge])),
  }))
  const adjointSteps = graph.outputs.flatMap(({ node: output }, index): Step[] => {
    const { present } = adjoint(pass, unitSeed(graph, seedAt(graph, 'reverse', index)))
    const bar = (node: number) => `adjoint ${node} of ${index}`
    const inner = nodesOf(graph)
      .reverse()
      .filter((node) => present[node])
      .map((node) => {
        const live = edgesOf(graph, node).filter((edge) => pass.live[edge])
        return {
          writes: live.map((edge) => bar(graph.operand[edge])),
          reads: [bar(node), ...values(live.flatMap((edge) => readsOf(graph, edge)))],
        }
      })
    const ends = graph.inputs.filter(({ node }) => present[node]).map(({ node }) => bar(node))
    return withLast([{ writes: [bar(output)], reads: [] }, ...inner], ends)
  })
  const ends = values(graph.outputs.map(({ node }) => node))
  return withLast([first, ...primalSteps, ...adjointSteps], ends)
}

const RUNS = 1000
const MS_PER_PROGRAM = 150

describe(`${RUNS} random programs`, { timeout: RUNS * MS_PER_PROGRAM }, () => {
  it('have the numbers alive that the definition says, at every step of both modes', () => {
    fc.assert(
      fc.property(programs, ({ source, at }) => {
        const graph = graphOf(source)
        const pass = primal(graph, at as Numbers)
        for (const [mode, steps] of [
          ['forward', forwardSteps(pass)],
          ['reverse', reverseSteps(pass)],
        ] as const) {
          const { alive, peak, peakStep, at: aliveAt } = memoryOf(pass, mode)
          const expected = aliveByDefinition(steps)
          expect([...alive]).toEqual(expected)
          expect(peak).toBe(Math.max(...expected))
          expect(aliveAt(peakStep)).toHaveLength(peak)
        }
      }),
      { seed: 20_181_153, numRuns: RUNS },
    )
  })
})
