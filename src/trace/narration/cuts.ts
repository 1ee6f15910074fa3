import { isCutAt } from '../../graph/operations.ts'
import { dependenceOf } from '../dependence.ts'
import { edgesInto, sourceOf } from '../terms.ts'
import type { Situation } from './situation.ts'
import type { Voice } from './voice.ts'

/** Where `stop_gradient` keeps a derivative from the node: there is no term that could say so. */
export function cutNotes({ pass, graph, node }: Situation): ((voice: Voice) => string)[] {
  if (pass.kind === 'primal') return []
  const sources = Array.from(edgesInto(pass, node), (edge) => sourceOf(pass, edge))
  const isKept = pass.kind === 'adjoint' ? 'number' : 'stopped'
  const cuts = sources.filter((source) => isCutAt(graph, source) && dependenceOf(pass, source) === isKept)
  const comes = pass.kind === 'adjoint' ? 'comes back' : 'comes'
  return [...new Set(cuts)].map(
    (cut) => (voice) => `Nothing ${comes} from ${voice.node(cut)}: stop_gradient cuts it off.`,
  )
}
