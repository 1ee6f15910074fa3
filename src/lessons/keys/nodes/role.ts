import type { Input } from '../../../graph/graph.ts'
import type { KeyRecord } from '../key.ts'
import { noKey } from '../noKey.ts'
import { nameAt } from '../places.ts'

const ROLES = ['param', 'data', 'input'] as const

export const roleKey: KeyRecord = {
  word: 'role',
  form: 'role param|data|input [all]',
  title: 'An input of that role; with “all”, every one of them',
  kinds: ['node'],
  compute: ({ setting: { graph }, words: [role, all] }) => {
    const asked = ROLES.find((each) => each === role) ?? noKey('Write “param”, “data” or “input”.')
    const isOf = (input: Input) => (asked === 'input' ? input.role === null : input.role === asked)
    const nodes = graph.inputs.filter(isOf).map(({ node }) => node)
    if (nodes.length === 0) noKey(`The program has no input of the role ${asked}.`)
    return {
      right: { form: 'nodes', nodes, every: all === 'all' },
      slipOf: ({ nodes: given = [] }) => {
        const wrong = given.find((node) => !nodes.includes(node))
        if (wrong === undefined) return 'There are more of them.'
        const input = graph.inputs.find(({ node }) => node === wrong)
        return input ? roleSaid(input) : `${nameAt(graph, wrong)} is computed: it is no input.`
      },
      hints: () => ['The word before each input in the program says what it is.'],
    }
  },
}

function roleSaid({ name, role }: Input): string {
  if (role === 'data') return `${name} is data: it is given, and has a derivative all the same.`
  return role === 'param' ? `${name} is a parameter: training changes it.` : `${name} has no role: it is a plain input.`
}
