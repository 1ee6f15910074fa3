import type { Primal } from '../../autodiff/pass.ts'
import { isLive } from '../../autodiff/sweep.ts'
import type { EdgeIndex, Graph, NodeIndex } from '../../graph/graph.ts'
import { entryCount } from '../../graph/nodes.ts'
import { fromTheRight, multipliedOut } from './bracketing.ts'
import { type Linearised, mapOf, verticesOf } from './linearised.ts'
import { addAt, emptyMatrix, identity, type Matrix } from './matrix.ts'
import type { Path } from './paths.ts'

/** The map between whole arrays: its vertices are nodes, and its links have no number, since local Jacobians stand on them. */
export function betweenArrays(primal: Primal): Linearised {
  const { operand, consumer, size, varied, inputs, outputs } = primal.graph
  const of = (ends: readonly { readonly node: NodeIndex }[]) => ends.map(({ node }) => node)
  const links = [...operand.keys()]
    .filter((edge) => isLive(primal, edge) && varied[operand[edge]])
    .map((edge) => ({ edge, operand: operand[edge], consumer: consumer[edge], partial: Number.NaN }))
  return mapOf({ size, inputs: of(inputs), outputs: of(outputs) }, links)
}

/** The local Jacobian of an edge in full, from the links between entries. */
function jacobianAlong({ into }: Linearised, graph: Graph, edge: EdgeIndex): Matrix {
  const [operand, consumer] = [graph.operand[edge], graph.consumer[edge]]
  const matrix = emptyMatrix(entryCount(graph, consumer), entryCount(graph, operand))
  for (const [row, vertex] of verticesOf(graph, consumer).entries())
    for (const link of into[vertex])
      if (link.edge === edge) addAt(matrix, row * matrix.columns + link.operand - graph.offset[operand], link.partial)
  return matrix
}

/** The product of the local Jacobians along a path, the right factor first; the identity of a path without edges. */
export function productAlong(linear: Linearised, graph: Graph, { links }: Path, end: NodeIndex): Matrix {
  if (links.length === 0) return identity(entryCount(graph, end))
  const matrices = links.map(({ edge }) => jacobianAlong(linear, graph, edge))
  return multipliedOut(matrices, fromTheRight(matrices.length)).matrix
}

/** Multiplications that the product along a path takes. */
export function costAlong(graph: Graph, { links }: Path): number {
  const { operand, consumer } = graph
  if (links.length === 0) return 0
  const columns = entryCount(graph, operand[links[0].edge])
  return links
    .slice(1)
    .reduce((sum, { edge }) => sum + entryCount(graph, consumer[edge]) * entryCount(graph, operand[edge]) * columns, 0)
}
