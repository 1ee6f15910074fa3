import { useMemo } from 'react'
import type { Primal } from '../../../../core.ts'
import type { Layer, Matrix } from '../../../../methods/linear/layers.ts'
import { Agreement } from '../../../kit/derivative/Agreement.tsx'
import { agrees, derivativesOf } from '../../../kit/derivative/derivative.ts'
import type { Between } from '../../../kit/derivative/entries.ts'

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
  let isRight = true
  let difference = 0
  for (const [row, vertex] of layers[layers.length - 1].to.entries()) {
    const node = nodeOf(vertex)
    const of = shown.outputs.find((output) => output.node === node)?.name ?? ''
    const derivativeBy = derivativesOf(primal, { name: of, of, node, entry: vertex - shown.offset[node] })
    for (const [column, from] of layers[0].from.entries()) {
      const found = matrix.numbers[row * matrix.columns + column]
      const derivative = derivativeBy(from)
      isRight &&= agrees(found, derivative)
      if (!Object.is(found, derivative.value)) difference = Math.max(difference, Math.abs(found - derivative.value))
    }
  }
  return { isRight, difference }
}
