import type { EdgeIndex, Graph, NodeIndex } from '../../graph/graph.ts'
import { shapeAt } from '../../graph/nodes.ts'
import { entryFormula, operandNodes, slotOf, wayOf } from '../../notation/formulas.ts'
import { shapeName, withArticle } from '../../notation/shapes.ts'
import type { Primitive } from '../../primitives/primitive.ts'
import { sizeOf } from '../../primitives/shape.ts'
import { operationAt } from './situation.ts'
import type { Voice } from './voice.ts'

/** What an edge between arrays gives its operand in an adjoint pass, in a clause. */
export function arrayBackward(graph: Graph, edge: EdgeIndex, voice: Voice): string {
  const [name, consumer] = [voice.subject(graph.operand[edge]), voice.node(graph.consumer[edge])]
  const adjoint = `the adjoint of ${consumer}`
  switch (wayOf(graph, graph.consumer[edge])) {
    case 'contraction':
      return `${name} gets ${adjoint} multiplied by the other operand, ${other(graph, edge, voice)}`
    case 'selection':
      return selectionBackward(graph, edge, name, adjoint)
    case 'reduction':
      return reductionBackward(graph, edge, name, adjoint)
    case 'blockwise':
      return blockBackward(graph, edge, name, adjoint)
    default:
      return `${name} gets ${adjoint} ${entryByEntry(graph, edge, voice)}${isStretched(graph, edge) ? ', summed over its copies' : ''}`
  }
}

/** What an edge between arrays gives its consumer in a tangent pass, in a clause. */
export function arrayForward(graph: Graph, edge: EdgeIndex, voice: Voice): string {
  const [name, source] = [voice.subject(graph.consumer[edge]), voice.node(graph.operand[edge])]
  const tangent = `the tangent of ${source}`
  switch (wayOf(graph, graph.consumer[edge])) {
    case 'contraction':
      return `${name} gets ${tangent} multiplied by the other operand, ${other(graph, edge, voice)}`
    case 'selection':
      return selectionForward(graph, edge, name, source)
    case 'reduction':
      return reductionForward(graph, edge, name, source)
    case 'blockwise':
      return blockForward(graph, edge, name, source)
    default:
      return `${name} gets ${tangent} ${entryByEntry(graph, edge, voice)}`
  }
}

const other = (graph: Graph, edge: EdgeIndex, voice: Voice): string =>
  voice.node(operandNodes(graph, graph.consumer[edge])[1 - slotOf(graph, edge)])

/** What meets the passing derivative in an elementwise operation. */
function entryByEntry(graph: Graph, edge: EdgeIndex, voice: Voice): string {
  const { name, pattern } = operationAt(graph, edge) as Primitive
  const formula = entryFormula(graph, edge)
  if (name === 'mul') return `times the other operand, ${other(graph, edge, voice)}, entry by entry`
  if (formula === '1') return 'unchanged'
  if (formula === '-1') return 'with the opposite sign'
  if (formula === '0') return 'times 0, since the function is flat between its jumps'
  return pattern === 'router' ? 'where it was taken' : 'times the local partials, entry by entry'
}

function selectionBackward(graph: Graph, edge: EdgeIndex, name: string, adjoint: string): string {
  switch (operationAt(graph, edge)?.name) {
    case 'index':
      return indexBackward(graph, edge, name, adjoint)
    case 'diag':
      return `${name} gets ${adjoint} where its entries stand on the diagonal`
    case 'trace':
      return `the diagonal of ${name} gets ${adjoint}, and nothing comes back to the others`
    case 'tril':
    case 'triu':
      return `${name} gets ${adjoint} where its entries were kept, and nothing elsewhere`
    case 'pad':
      return `${name} gets ${adjoint} without what stands around it`
    case 'put':
      return `${name} gets its own part of ${adjoint}`
    case 'scatter':
      return `each entry of ${name} gets ${adjoint} where it was added`
    case 'einsum':
      return `each entry of ${name} gets ${adjoint} where it was added`
    case 'transpose':
      return `${name} gets ${adjoint} with its axes turned back`
    case 'broadcast_to':
      return `${name} gets ${adjoint}, summed over its copies`
    case 'stack':
    case 'concat':
      return `${name} gets its own part of ${adjoint}`
    default:
      return `${name} gets ${adjoint} in its own shape`
  }
}

/** A place that was taken twice gets two adjoints. */
function indexBackward(graph: Graph, edge: EdgeIndex, name: string, adjoint: string): string {
  const [wiring] = graph.plans[graph.plan[graph.consumer[edge]]].wirings
  const columns = wiring.column.table ?? []
  const isTwice = new Set(columns).size < columns.length
  const sums = isTwice ? ', added up where an entry was taken more than once' : ''
  return `the entries of ${name} that were taken get ${adjoint}${sums}, and nothing comes back to the others`
}

function selectionForward(graph: Graph, edge: EdgeIndex, name: string, source: string): string {
  switch (operationAt(graph, edge)?.name) {
    case 'trace':
      return `the tangents on the diagonal of ${source} add up to that of ${name}`
    case 'einsum':
      return `each entry of ${name} gets the tangents of the entries of ${source} that it adds`
    case 'scatter':
      return `the tangent of ${source} is added at the places where its value was added`
    default:
      return `the tangent of ${source} takes the places that its value takes in ${name}`
  }
}

/** Vector functions each of which acts in its own way; of others every entry of a block acts on every entry of its value. */
function blockBackward(graph: Graph, edge: EdgeIndex, name: string, adjoint: string): string {
  switch (operationAt(graph, edge)?.name) {
    case 'cumsum':
      return `each entry of ${name} gets ${adjoint} summed from its own place on, where it was added`
    case 'cumprod':
      return `each entry of ${name} gets ${adjoint} from its own place on, times the products of the other factors`
    case 'maxpool':
      return `the largest entry of each window of ${name} gets the window’s entry of ${adjoint}, and the others nothing`
    case 'avgpool':
      return `every entry of a window of ${name} gets an equal share of the window’s entry of ${adjoint}`
    case 'det':
      return `each entry of ${name} gets ${adjoint} times its cofactor`
    case 'cofactors':
      return `each entry of ${name} gets ${adjoint} times determinants of ${name} without two rows and columns, added up`
    case 'logdet':
    case 'logabsdet':
      return `${name} gets ${adjoint} times the transposed inverse`
    case 'inv':
      return `${name} gets ${adjoint} between two transposed inverses, with the opposite sign`
    case 'pick':
      return slotOf(graph, edge) === 0
        ? `the entry of each row of ${name} that was picked gets ${adjoint}, and the others nothing`
        : `nothing comes back to ${name}, since places do not move`
    case 'solve':
      return `${name} gets ${adjoint} by a solution of the transposed system`
    default:
      return `each entry of ${name} acts on every entry of its group, so it gets a sum over the whole group`
  }
}

function blockForward(graph: Graph, edge: EdgeIndex, name: string, source: string): string {
  switch (operationAt(graph, edge)?.name) {
    case 'cumsum':
      return `each entry of ${name} gets the tangents of ${source} summed up to its own place`
    case 'cumprod':
      return `each entry of ${name} gets the tangents of ${source} up to its own place, times the products of the other factors`
    case 'maxpool':
      return `each entry of ${name} gets the tangent of the largest entry of its window of ${source}`
    case 'avgpool':
      return `each entry of ${name} gets the mean of the tangents of its window of ${source}`
    case 'pick':
      return slotOf(graph, edge) === 0
        ? `each entry of ${name} gets the tangent of the entry of ${source} that was picked`
        : `nothing passes from ${source}, since places do not move`
    default:
      return `every entry of a group of ${source} acts on each entry of ${name}, so their terms add up`
  }
}

function reductionBackward(graph: Graph, edge: EdgeIndex, name: string, adjoint: string): string {
  const operation = operationAt(graph, edge) as Primitive
  if (operation.pattern === 'distributor') return `every entry of ${name} gets ${adjoint}, where it was added`
  if (operation.pattern === 'router')
    return `the entry of ${name} that was taken gets ${adjoint}, and the others nothing`
  return `every entry of ${name} gets ${adjoint} times its local partial`
}

function reductionForward(graph: Graph, edge: EdgeIndex, name: string, source: string): string {
  const { pattern } = operationAt(graph, edge) as Primitive
  if (pattern === 'distributor') return `the tangents of the entries of ${source} add up to that of ${name}`
  if (pattern === 'router') return `${name} gets the tangent of the entry of ${source} that it took`
  return `${name} gets the tangents of the entries of ${source}, times their local partials, added up`
}

/** Whether broadcasting copies the operand's entries. */
export const isStretched = (graph: Graph, edge: EdgeIndex): boolean =>
  wayOf(graph, graph.consumer[edge]) === 'elementwise' &&
  sizeOf(shapeAt(graph, graph.operand[edge])) < sizeOf(shapeAt(graph, graph.consumer[edge]))

/** Why an adjoint is summed: its node was broadcast. */
export const stretchSaid = (graph: Graph, edge: EdgeIndex, voice: Voice): string =>
  `${voice.node(graph.operand[edge])} was broadcast from ${shapeAs(graph, graph.operand[edge])} to ${shapeAs(graph, graph.consumer[edge])}, so its adjoint is a sum over the copies.`

function shapeAs(graph: Graph, node: NodeIndex): string {
  const shape = shapeAt(graph, node)
  return shape.length === 0 ? 'a number' : withArticle(shapeName(shape))
}
