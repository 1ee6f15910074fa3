import { edgeFormula } from '../../notation/formulas.ts'
import { counted } from '../../notation/numbers.ts'
import { primitiveOf } from '../../notation/symbols.ts'
import type { Primitive } from '../../primitives/primitive.ts'
import { operandsOf, type Situation, slotOf } from './situation.ts'
import { capitalised, type Voice } from './voice.ts'

/** What a step of a tangent pass does, in one sentence. */
export function tangentStep({ pass, graph, node, terms, seed }: Situation, voice: Voice): string {
  const name = voice.node(node)
  if (seed === 1) return `The seed: the derivative of ${name} by itself is 1.`
  if (seed !== null) return `The seed gives ${name} the tangent ${voice.number(seed)}.`
  const primitive = primitiveOf(graph, node) as Primitive
  const title = capitalised(primitive.title)
  const sources = terms.map(({ source }) => source)
  if (terms.every(({ edge }) => edgeFormula(graph, edge) === '0'))
    return `${title} is flat between its jumps, so its local partial is 0 everywhere.`
  if (terms.length === 1 && primitive.name === 'mul') {
    const other = voice.node(operandsOf(graph, node)[1 - slotOf(graph, terms[0].edge)])
    return `${title}: ${name} gets the tangent of ${voice.node(sources[0])} times the other operand, ${other}.`
  }
  if (terms.length === 1) return `${title}: ${oneTangent(primitive, terms[0].partial, name, voice.node(sources[0]))}`
  if (primitive.name === 'mul') return `${title}, the product rule: each tangent times the other operand, added up.`
  if (terms.every(({ partial }) => partial === 1) && new Set(sources).size === sources.length)
    return `${title}: the tangents of ${voice.nodes(sources)} add up.`
  const seeded = pass.seed === null ? 'the seed' : voice.named(pass.seed)
  return `${title}: ${name} depends on ${seeded} through ${counted(terms.length)} operands, so their terms add up.`
}

function oneTangent({ pattern }: Primitive, partial: number, name: string, source: string): string {
  if (partial === 1 && pattern === 'router') return `${name} takes ${source}, and so its tangent.`
  if (partial === 1) return `${name} gets the tangent of ${source} unchanged.`
  if (partial === -1) return `${name} gets the tangent of ${source} with the opposite sign.`
  return `${name} gets the tangent of ${source} times the local partial.`
}
