import { useMemo } from 'react'
import { absolute } from '../../../autodiff/primal.ts'
import { adjoint, type Primal } from '../../../core.ts'
import { entryCount, shapeAt } from '../../../graph/nodes.ts'
import type { Layer, Matrix } from '../../../methods/layers.ts'
import { nested } from '../../../primitives/value.ts'
import { Agreement } from '../Agreement.tsx'
import { agrees } from '../derivative.ts'
import type { Between } from '../entries.ts'

interface Props {
  readonly primal: Primal
  readonly between: Between
  readonly layers: readonly Layer[]
  readonly matrix: Matrix
}

/** Whether the product is the Jacobian that adjoint passes give. */
export function Result({ primal, between, layers, matrix }: Props) {
  const compared = useMemo(() => compare(primal, between, layers, matrix), [primal, between, layers, matrix])
  return (
    <Agreement agrees={compared.isRight} difference={compared.difference}>
      the Jacobian by automatic differentiation
    </Agreement>
  )
}

function compare(primal: Primal, { shown, nodeOf }: Between, layers: readonly Layer[], matrix: Matrix) {
  const scales = absolute(primal)
  let isRight = true
  let difference = 0
  for (const [row, vertex] of layers[layers.length - 1].to.entries()) {
    const node = nodeOf(vertex)
    const entries = new Float64Array(entryCount(shown, node))
    entries[vertex - shown.offset[node]] = 1
    const name = shown.outputs.find((output) => output.node === node)?.name ?? ''
    const seed = { [name]: nested(shapeAt(shown, node), entries) }
    const [numbers, scale] = [adjoint(primal, seed).numbers, adjoint(scales, seed).numbers]
    for (const [column, from] of layers[0].from.entries()) {
      const found = matrix.numbers[row * matrix.columns + column]
      isRight &&= agrees(found, { value: numbers[from], scale: scale[from] })
      if (!Object.is(found, numbers[from])) difference = Math.max(difference, Math.abs(found - numbers[from]))
    }
  }
  return { isRight, difference }
}
