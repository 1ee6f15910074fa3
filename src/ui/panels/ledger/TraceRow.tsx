import { memo, useEffect, useRef } from 'react'
import type { NodeIndex } from '../../../graph/graph.ts'
import type { MathRole } from '../../../notation/latex.ts'
import { toStepOf } from '../../../state/playback.ts'
import { change, useGradual } from '../../../state/store.ts'
import type { TraceRow } from '../../../trace/table.ts'
import { NumberCell } from './NumberCell.tsx'
import type { TraceRoom } from './room.ts'

/** What a row needs to know of a column. */
export interface Heading {
  readonly key: string
  readonly kind: MathRole
  readonly isAtHand: boolean
  readonly says: string
}

interface Props {
  readonly row: TraceRow
  readonly node: NodeIndex
  /** Stable, of the node. */
  readonly id: number
  /** Whether the Tab key leads here. */
  readonly isStop: boolean
  /** Whether the row comes into view, being that of the step at hand. */
  readonly isShown: boolean
  readonly headings: readonly Heading[]
  readonly room: TraceRoom
}

/** A node in the evaluation trace. Pressed, it leads to the node's step. */
export const Row = memo(function Row({ row, node, id, isStop, isShown, headings, room }: Props) {
  const isMarked = useGradual((state) => state.highlight === id)
  const element = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    if (isShown) element.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [isShown])
  const { symbol, number, others, operation, value, cells, active } = row
  const mark = () => change({ highlight: id })
  const unmark = () => change({ highlight: null })
  return (
    <tr
      ref={element}
      data-id={id}
      data-active={active.join(' ') || undefined}
      data-marked={isMarked || undefined}
      aria-current={active.length > 0 ? 'step' : undefined}
      onPointerEnter={mark}
      onPointerLeave={unmark}
    >
      <th scope="row" title={[symbol, ...others].join(' = ')}>
        <button type="button" tabIndex={isStop ? 0 : -1} onFocus={mark} onBlur={unmark} onClick={() => toStepOf(node)}>
          {[symbol, ...others].join(' = ')} {number && <small>{number}</small>}
        </button>
      </th>
      <td className="trace-operation" title={operation ?? undefined}>
        {operation ?? 'input'}
      </td>
      <NumberCell name={symbol} cell={value} kind="primal" room={room} />
      {cells.map((cell, i) => (
        <NumberCell
          key={headings[i].key}
          name={`${headings[i].says} of ${symbol}`}
          cell={cell}
          kind={headings[i].kind}
          room={room}
        />
      ))}
    </tr>
  )
}, same)

/** Rows are made anew for each frame; only what they show counts. */
function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return false
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>]
  const keys = Object.keys(one)
  return keys.length === Object.keys(other).length && keys.every((key) => same(one[key], other[key]))
}
