import { DEPARTURE_TOKENS } from '../../../autodiff/choices/departed.ts'
import type { Adjoint, Tangent } from '../../../autodiff/pass.ts'
import type { NodeIndex } from '../../../graph/graph.ts'
import { listed, quote } from '../../../language/words.ts'
import { isDeparture } from '../../broken/departures.ts'
import { type Beside, runBeside } from '../../broken/parting.ts'
import type { Setting } from '../../questions/setting.ts'
import type { KeyRecord } from '../key.ts'
import { noKey } from '../noKey.ts'
import { passFor } from '../passes.ts'
import { nameAt } from '../places.ts'

export const bugKey: KeyRecord = {
  word: 'bug',
  form: 'bug NAME',
  title: 'The first node that an engine with that bug gets wrong',
  kinds: ['node'],
  compute: ({ setting, words: [token = ''] }) => {
    const beside = brokenRun(setting, token)
    if (beside.parting < 0) noKey('This bug changes nothing in this program.')
    const node = beside.steps[beside.parting].node
    return {
      right: { form: 'nodes', nodes: [node], every: false },
      slipOf: ({ nodes = [] }) =>
        nodes.length === 1 ? slipAt(setting, beside, nodes[0]) : 'Only one step is the first wrong one.',
      hints: () => [
        'Go through the steps in their order, and compute each number yourself.',
        'Of each step: is it the sum of all contributions, each with the local partial of its own edge?',
      ],
    }
  },
}

/** The pass of the scene by an engine with a bug; there is no key where no engine has it. */
export function brokenRun(setting: Setting, token: string): Beside {
  if (!isDeparture(token)) return noKey(`A bug is one of ${listed(DEPARTURE_TOKENS)}; ${quote(token)} is none.`)
  const mode = setting.moment.mode === 'forward' ? 'forward' : 'reverse'
  return runBeside(passFor(setting, mode, undefined).sweep as Tangent | Adjoint, [token])
}

function slipAt({ graph }: Setting, { steps, parting }: Beside, node: NodeIndex): string {
  const name = nameAt(graph, node)
  const step = steps.findIndex((each) => each.node === node)
  if (step < 0) return `${name} has no step in this pass.`
  if (step < parting) return `${name} is still right.`
  const { chosen, right } = steps[step]
  return JSON.stringify(chosen) === JSON.stringify(right)
    ? `${name} is right, and something before it is not.`
    : `${name} is wrong too, because something before it is.`
}
