import type { EdgeIndex, NodeIndex } from '../../graph/graph.ts'
import type { Case, Mistake } from './case.ts'

/** The derivative by a value of the program that several others read, in place of that by the input. */
export function byBranch(wrong: Case): Mistake | null {
  const { graph, input } = wrong.question
  for (const node of wrong.nodes) {
    const [name] = graph.names.get(node) ?? []
    if (name === undefined || graph.op[node] < 0 || edgesOut(wrong, node).length < 2) continue
    if (!wrong.explains((_, k) => wrong.adjoints[k].numbers[node])) continue
    const says = `This is the derivative by ${name}: it is still to be multiplied by that of ${name} by ${input.name}.`
    return { kind: 'inner derivative forgotten', node, span: wrong.place(node).span, says }
  }
  return null
}

/** At a node that others read: what comes back from one of them only, as if it overwrote the others. */
export function overwritten(wrong: Case, isMeant: (uses: number) => boolean): Mistake | null {
  for (const node of wrong.nodes) {
    const edges = edgesOut(wrong, node)
    if (edges.length < 2 || !isMeant(edges.length)) continue
    const kept = edges.find((edge) => explains(wrong, without(edges, edge)))
    if (kept !== undefined) return told(wrong, node, edges, onlyKept(wrong, kept, without(edges, kept)))
  }
  return null
}

const without = (edges: readonly EdgeIndex[], kept: EdgeIndex): EdgeIndex[] => edges.filter((edge) => edge !== kept)

function onlyKept(wrong: Case, kept: EdgeIndex, [other, ...more]: readonly EdgeIndex[]): string {
  const rest = more.length === 0 ? `, and the one through ${textOf(wrong, other)} is missing` : ''
  return `only the contribution through ${textOf(wrong, kept)} is there${rest}`
}

/** One of three contributions or more is missing. */
export function contributionMissing(wrong: Case): Mistake | null {
  for (const node of wrong.nodes) {
    const edges = edgesOut(wrong, node)
    const missing = edges.length > 2 ? edges.find((edge) => explains(wrong, [edge])) : undefined
    if (missing !== undefined)
      return told(wrong, node, edges, `the contribution through ${textOf(wrong, missing)} is missing`)
  }
  return null
}

function told(wrong: Case, node: NodeIndex, { length }: readonly EdgeIndex[], what: string): Mistake {
  const { text, span } = wrong.place(node)
  const says = `${text} is used in ${length} places, and what comes back from them adds up: ${what}.`
  return { kind: 'overwritten', node, span, says }
}

/** The edges through which a node acts on the output. */
function edgesOut(wrong: Case, node: NodeIndex): EdgeIndex[] {
  const { consumerEdge, firstConsumer } = wrong.question.graph
  const edges = consumerEdge.subarray(firstConsumer[node], firstConsumer[node + 1])
  return [...edges].filter((edge) => wrong.samples.some((_, k) => isLive(wrong, edge, k)))
}

function isLive({ question, samples, adjoints }: Case, edge: EdgeIndex, k: number): boolean {
  const { firstPartial, consumer } = question.graph
  return samples[k].pass.live[firstPartial[edge]] === 1 && adjoints[k].present[consumer[edge]] === 1
}

const explains = (wrong: Case, missing: readonly EdgeIndex[]): boolean =>
  wrong.explains(({ derivative }, k) => derivative - contributions(wrong, missing, k))

/** v̄ · ∂v/∂u · u̇ along edges out of one node. */
function contributions(wrong: Case, edges: readonly EdgeIndex[], k: number): number {
  const { consumer, operand, firstPartial } = wrong.question.graph
  const { pass, tangents } = wrong.samples[k]
  return edges
    .filter((edge) => isLive(wrong, edge, k))
    .map(
      (edge) =>
        wrong.adjoints[k].numbers[consumer[edge]] * pass.partials[firstPartial[edge]] * tangents.numbers[operand[edge]],
    )
    .reduce((a, b) => a + b, 0)
}

/** Where an edge leads, and by which slot, if that is not clear. */
function textOf(wrong: Case, edge: EdgeIndex): string {
  const { consumer, operand, firstEdge } = wrong.question.graph
  const node = consumer[edge]
  const { text } = wrong.place(node)
  const slots = wrong.slots(node).filter((slot) => operand[firstEdge[node] + slot] === operand[edge])
  return slots.length === 1 ? text : `operand ${edge - firstEdge[node] + 1} of ${text}`
}
