import type { Adjoint, Numbers, Primal, Tangent } from '../autodiff/pass.ts'
import { givingEdges } from '../autodiff/second/givenTerms.ts'
import { type ForwardOverReverse, forwardOverReverse } from '../autodiff/second/hessian.ts'
import type { NodeIndex } from '../graph/graph.ts'
import { ownPass } from './ownPass.ts'
import type { Pass, SecondTerm } from './pass.ts'
import { type PassList, passes, passOf } from './passes.ts'
import { secondTermsAt } from './secondTerms.ts'

/**
 * A Hessian-vector product by forward over reverse, as passes over the same graph: v̇ along the direction, v̄ of an output
 * (by the index of its pass), then v̄̇, what the adjoints change by.
 */
export function secondPasses(primal: Primal, direction: Readonly<Numbers>, output: number): PassList {
  const units = passes(primal, 'reverse')
  const along = ownPass(primal, 'forward', direction)
  let last: Pass | null = null
  const get = (index: number): Pass => {
    if (index < 3) return index === 2 ? units.get(output + 1) : along.get(index)
    last ??= lastPass(forwardOverReverse(get(1).sweep as Tangent, get(2).sweep as Adjoint))
    return last
  }
  return { ...units, of: 'second', count: 4, get, seedOf: () => null }
}

/** It goes as an adjoint pass goes, but nothing is seeded: where an adjoint is a seed it does not move. */
function lastPass(second: ForwardOverReverse): Pass {
  const { adjoint, adjointTangents, product } = second
  const sweep: Adjoint = { ...adjoint, ...adjointTangents, seed: {}, inputs: product }
  const gives = givingEdges(second)
  const known = new Map<NodeIndex, readonly SecondTerm[]>()
  const termsAt = (node: NodeIndex) => {
    const terms = known.get(node) ?? secondTermsAt(second, gives, node)
    known.set(node, terms)
    return terms
  }
  return { ...passOf(sweep), second: { termsAt, gives } }
}
