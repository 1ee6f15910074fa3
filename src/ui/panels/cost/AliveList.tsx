import type { Mode, Primal } from '../../../autodiff/pass.ts'
import type { Alive } from '../../../costs/memory.ts'
import { grouped } from '../../../language/words.ts'
import { adjointSymbol, nodeSymbol, tangentSymbol } from '../../../notation/symbols.ts'
import { useAnswer } from '../../kit/costs/useAnswer.ts'

interface Props {
  readonly primal: Primal
  readonly mode: Mode
  readonly step: number
}

const GROUPS = [
  { kind: 'value', title: 'Values', symbol: nodeSymbol },
  { kind: 'tangent', title: 'Tangents', symbol: tangentSymbol },
  { kind: 'adjoint', title: 'Adjoints', symbol: adjointSymbol },
  { kind: 'inside', title: 'Kept inside', symbol: nodeSymbol },
] as const

/** Names that are read. */
const MOST_NAMES = 60

/** The numbers that are alive at a step, by node. */
export function AliveList({ primal, mode, step }: Props) {
  const alive = useAnswer(primal, 'alive', { mode, step })
  if (!alive) return <p className="cost-quiet">Looking …</p>
  const groups = GROUPS.map((group) => ({ ...group, members: alive.filter(({ kind }) => kind === group.kind) }))
  return (
    <dl className="cost-alive">
      {groups
        .filter(({ members }) => members.length > 0)
        .map(({ kind, title, symbol, members }) => (
          <div key={kind}>
            <dt>{title}</dt>
            <dd>{namesOf(members, (node) => symbol(primal.graph, node))}</dd>
          </div>
        ))}
    </dl>
  )
}

function namesOf(members: readonly Alive[], nameOf: (node: number) => string): string {
  const named = [...members]
    .sort((a, b) => a.node - b.node)
    .slice(0, MOST_NAMES)
    .map(({ node, entries }) => (entries === 1 ? nameOf(node) : `${nameOf(node)} (${grouped(entries)})`))
  const rest = members.length - named.length
  return rest > 0 ? `${named.join(', ')} and ${grouped(rest)} more` : named.join(', ')
}
