import { listed } from '../../../language/words.ts'
import { undirectedCycle } from '../../../methods/cycle.ts'
import type { KeyRecord } from '../key.ts'
import { nameAt } from '../places.ts'

export const cycleKey: KeyRecord = {
  word: 'cycle',
  form: 'cycle',
  title: 'Whether the graph has a cycle: undirected, directed, none',
  kinds: ['choice'],
  compute: ({ setting: { graph } }) => {
    const ring = undirectedCycle(graph)
    const names = ring ? listed(ring.slice(0, 8).map((node) => nameAt(graph, node))) : ''
    const slips: Record<string, string> = {
      directed: 'A directed cycle would be a value that needs itself. Follow the arrows: they never come back.',
      none: `There is a ring if the arrows’ directions are left aside: ${names}.`,
      undirected: 'No two ways lead between the same nodes: there is no ring.',
    }
    return {
      right: { form: 'token', token: ring ? 'undirected' : 'none' },
      slipOf: ({ token = '' }) => (Object.hasOwn(slips, token) ? slips[token] : null),
      hints: () => ['Leave the arrows’ directions aside: do two ways lead from one node to another?'],
    }
  },
}
