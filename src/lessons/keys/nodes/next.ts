import type { NodeIndex } from '../../../graph/graph.ts'
import { listed } from '../../../language/words.ts'
import type { Pass } from '../../../trace/pass.ts'
import { passes } from '../../../trace/passes.ts'
import { edgesInto, sourceOf } from '../../../trace/terms.ts'
import { type Setting, standingOf, stepsDone } from '../../questions/setting.ts'
import type { KeyRecord } from '../key.ts'
import { noKey } from '../noKey.ts'
import { nameAt } from '../places.ts'

export const nextKey: KeyRecord = {
  word: 'next',
  form: 'next',
  title: 'The node that the next step makes known',
  kinds: ['node'],
  compute: ({ setting }) => {
    const { pass, step } = frameOf(setting)
    if (step >= pass.steps.length) noKey('The pass of the scene is complete: there is no next step in it.')
    const node = pass.steps[step]
    return {
      right: { form: 'nodes', nodes: [node], every: false },
      slipOf: ({ nodes = [] }) =>
        nodes.length === 1 ? slipAt(pass, step, nodes[0]) : 'One step makes one node known.',
      hints: () => [pass.kind === 'adjoint' ? BACK : FORTH],
    }
  },
}

const FORTH = 'A node can be computed once all its operands are known.'
const BACK = 'A node’s adjoint is complete once every node that reads it has sent its contribution.'

/** The pass that the scene names, and how far it has come. */
function frameOf(setting: Setting): { readonly pass: Pass; readonly step: number } {
  const standing = standingOf(setting)
  const isForward =
    setting.moment.mode === 'forward' || (setting.moment.mode !== 'reverse' && standing.named !== 'reverse')
  const mode = isForward ? 'forward' : 'reverse'
  const list = passes(setting.primal, mode)
  if (standing[mode] >= list.count) noKey('The passes of the scene are complete.')
  return { pass: list.get(standing[mode]), step: stepsDone(setting, mode, standing[mode]) }
}

/** What a node still waits for, after so many steps of the pass: where it is nothing, its turn could come now. */
export function waitsFor(pass: Pass, step: number, node: NodeIndex): NodeIndex[] {
  const sources = new Set([...edgesInto(pass, node)].map((edge) => sourceOf(pass, edge)))
  return [...sources].filter((source) => pass.stepOf[source] >= step)
}

function slipAt(pass: Pass, step: number, node: NodeIndex): string {
  const { graph } = pass.primal
  const name = nameAt(graph, node)
  const place = pass.stepOf[node]
  if (place < 0) return `${name} has no step in this pass.`
  if (place < step) return `${name} is known already.`
  const missing = waitsFor(pass, step, node)
  if (missing.length === 0)
    return `${name} could come now as well: on the tape ${nameAt(graph, pass.steps[step])} comes first.`
  const names = listed(missing.slice(0, 5).map((source) => nameAt(graph, source)))
  return pass.kind === 'adjoint'
    ? `${name} still waits for what comes back from ${names}.`
    : `${name} still lacks ${names}.`
}
