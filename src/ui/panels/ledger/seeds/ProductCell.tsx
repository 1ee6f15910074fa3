import type { Mode } from '../../../../core.ts'
import type { NodeIndex } from '../../../../graph/graph.ts'
import { valueAt } from '../../../../graph/nodes.ts'
import { PASS_NAMES } from '../../../../notation/modes.ts'
import type { Session } from '../../../../state/session.ts'
import { useGradual } from '../../../../state/store.ts'
import { pathsOf } from '../../../../trace/dependence.ts'
import { isSettled } from '../../../../trace/frame.ts'
import type { Pass } from '../../../../trace/pass.ts'
import { frameOf, modesOf } from '../../../../trace/position.ts'
import { ArrayCell } from '../../../kit/arrays/ArrayCell.tsx'
import { entriesAt } from '../../../kit/arrays/tensorAt.ts'
import { JacobianCell } from '../jacobian/cells.tsx'
import type { JacobianLine } from '../jacobian/lines.ts'

interface Props {
  readonly session: Session
  readonly mode: Mode
  readonly pass: Pass
  /** The output of the row (J·v), or the input of the column (wᵀ·J). */
  readonly node: NodeIndex
  readonly line: JacobianLine
}

const NAME = { forward: 'J·v', reverse: 'wᵀ·J' } as const
/** What the pass of a seed computes for a row or a column. While that pass is played, the cell fills when it comes there. */
export function ProductCell({ session: { graph, timeline }, mode, pass, node, line }: Props) {
  const isThere = useGradual(({ position, shown }) => {
    if (timeline[mode].of !== 'own' || !modesOf(shown).includes(mode)) return true
    const frame = frameOf(timeline, position, mode)
    return frame.pass === pass && isSettled(frame, node)
  })
  const by = [mode]
  if (!isThere) return <JacobianCell filled={null} />
  const [numbers, present] = [pass.numbers, pathsOf(pass)].map((all) => entriesAt(graph, node, all))
  if (line.entry !== null)
    return <JacobianCell filled={{ cell: { value: numbers[line.entry], absent: !present[line.entry] }, by }} />
  return (
    <td data-by={mode}>
      <ArrayCell
        name={`${NAME[mode]}, ${line.name}`}
        value={valueAt(graph, node, pass.numbers)}
        kind={PASS_NAMES[mode]}
        present={present}
      />
    </td>
  )
}
