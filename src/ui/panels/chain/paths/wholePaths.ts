import { isLive } from '../../../../autodiff/sweep.ts'
import type { Primal } from '../../../../core.ts'
import type { EdgeIndex, NodeIndex } from '../../../../graph/graph.ts'
import { entryCount } from '../../../../graph/nodes.ts'
import { fromTheRight, type Layer, type Matrix, multiplied } from '../../../../methods/linear/layers.ts'
import type { Linearised, Link } from '../../../../methods/linear/linearised.ts'
import type { Path } from '../../../../methods/linear/paths.ts'
import type { Between } from '../../../kit/derivative/entries.ts'

/** The graph between whole arrays: its links have no number, since what stands on them are local Jacobians. */
export function betweenArrays(primal: Primal): Linearised {
  const { operand, consumer, size } = primal.graph
  const links = [...operand.keys()]
    .filter((edge) => isLive(primal, edge) && primal.graph.varied[operand[edge]])
    .map((edge): Link => ({ edge, operand: operand[edge], consumer: consumer[edge], partial: Number.NaN }))
  const into: Link[][] = Array.from({ length: size }, () => [])
  const outOf: Link[][] = Array.from({ length: size }, () => [])
  for (const link of links) into[link.consumer].push(link)
  for (let node = size - 1; node >= 0; node--) for (const link of into[node]) outOf[link.operand].push(link)
  return { primal, links, into, outOf }
}

/** The local Jacobian of an edge in full. */
export function localJacobian({ linear, shown }: Between, edge: EdgeIndex): Layer {
  const { operand, consumer, offset } = shown
  const [from, to] = [operand[edge], consumer[edge]].map((node) => entriesOf(node, offset))
  const columns = from.length
  const matrix: Matrix = {
    ...{ rows: to.length, columns },
    numbers: new Float64Array(to.length * columns),
    present: new Uint8Array(to.length * columns),
  }
  for (const [row, vertex] of to.entries())
    for (const link of linear.into[vertex]) {
      if (link.edge !== edge) continue
      const place = row * columns + link.operand - offset[operand[edge]]
      matrix.numbers[place] = link.partial
      matrix.present[place] = 1
    }
  return { from, to, matrix, computed: to }
}

const entriesOf = (node: NodeIndex, offset: Int32Array): number[] =>
  Array.from({ length: offset[node + 1] - offset[node] }, (_, entry) => offset[node] + entry)

/** The product of the local Jacobians along a path, the right factor first; the identity of a path without edges. */
export function productAlong(between: Between, { links }: Path, end: NodeIndex): Matrix {
  if (links.length === 0) return identity(entryCount(between.shown, end))
  const layers = links.map(({ edge }) => localJacobian(between, edge))
  return multiplied(layers, fromTheRight(layers.length)).matrix
}

function identity(size: number): Matrix {
  const numbers = new Float64Array(size * size)
  for (let i = 0; i < size; i++) numbers[i * (size + 1)] = 1
  return { rows: size, columns: size, numbers, present: Uint8Array.from(numbers) }
}

/** Multiplications that the products along the paths take. */
export function costAlong({ shown }: Between, { links }: Path): number {
  const { operand, consumer } = shown
  if (links.length === 0) return 0
  const columns = entryCount(shown, operand[links[0].edge])
  return links
    .slice(1)
    .reduce((sum, { edge }) => sum + entryCount(shown, consumer[edge]) * entryCount(shown, operand[edge]) * columns, 0)
}

export function sumOfMatrices(matrices: readonly Matrix[]): Matrix {
  const [{ rows, columns }] = matrices
  const numbers = new Float64Array(rows * columns)
  const present = new Uint8Array(rows * columns)
  for (const matrix of matrices)
    for (const [i, x] of matrix.numbers.entries()) {
      if (!matrix.present[i]) continue
      numbers[i] = present[i] ? numbers[i] + x : x
      present[i] = 1
    }
  return { rows, columns, numbers, present }
}
