import { type CSSProperties, type FocusEvent, useState } from 'react'
import { displayName } from '../../../notation/names.ts'
import { modeAtHand, type Session, shownSession } from '../../../state/session.ts'
import { useGradual } from '../../../state/store.ts'
import { activeNode } from '../../../trace/frame.ts'
import { capitalised } from '../../../trace/narration/voice.ts'
import { traceSheet } from '../../../trace/sheets.ts'
import {
  type Column,
  columnsOf,
  frameOfColumn,
  isAtHand,
  rowAt,
  type Standing,
  traceNodes,
} from '../../../trace/table.ts'
import { CopyMenu } from './CopyMenu.tsx'
import { PassPages } from './PassPages.tsx'
import { roomFor, type TraceRoom } from './room.ts'
import { type Heading, Row } from './TraceRow.tsx'
import { columnsOfPages, usePages } from './usePages.ts'
import { useStandings } from './useStandings.ts'
import { useWidth } from './useWidth.ts'
import { walkTable } from './walk.ts'
import { contentsOf } from './written.ts'
import './trace.css'

/** A longer table shows the rows around the current one. */
const MOST_ROWS = 300
/** Numbers that the passes of a copied table may compute; beyond, those on the screen are copied. */
const MOST_COPIED = 2 ** 20

/** The evaluation trace of Baydin et al. (2018), Tables 2 and 3: all passes of the modes shown, in tape order. */
export default function Trace() {
  const session = useGradual(shownSession)
  if (!session) return <p>Type a program: its evaluation trace appears here.</p>
  return <Measured session={session} />
}

function Measured({ session }: { readonly session: Session }) {
  const [place, setPlace] = useState<HTMLElement | null>(null)
  const em = useWidth(place)
  return (
    <div className="trace-panel" ref={setPlace}>
      {em !== null && <Table session={session} em={em} />}
    </div>
  )
}

function Table({ session, em }: { readonly session: Session; readonly em: number }) {
  const { graph } = session
  const standings = useStandings(session)
  const counts = standings.map(({ list }) => list.count - 1)
  const { sizes, name } = contentsOf(graph)
  const room = roomFor(em, counts, sizes, name)
  const pages = usePages(standings, room.shown)
  const columns = columnsOfPages(pages)
  const turning = pages.filter(({ from, to, count }) => to - from < count)
  const size = counts.reduce((a, b) => a + b, 0) * graph.offset[graph.size]
  const copied = () => traceSheet(standings, size > MOST_COPIED ? columns : standings.flatMap((all) => columnsOf(all)))
  return (
    <>
      <div className="ledger-bar">
        {turning.map((page) => (
          <PassPages key={page.standing.list.mode} {...page} />
        ))}
        <CopyMenu what="the trace" sheet={copied} />
      </div>
      <Rows {...{ standings, columns, room }} />
    </>
  )
}

interface RowsProps {
  readonly standings: readonly Standing[]
  readonly columns: readonly Column[]
  readonly room: TraceRoom
}

function Rows({ standings, columns, room }: RowsProps) {
  const mode = useGradual(modeAtHand)
  const [stop, setStop] = useState<number | null>(null)
  const { graph } = standings[0].list.primal
  const nodes = traceNodes(graph)
  const atHand = activeNode((standings.find(({ list }) => list.mode === mode) ?? standings[0]).frame)
  const shown = around(nodes, atHand)
  const frames = columns.map(frameOfColumn)
  const headings = columns.map(headingOf)
  const tabStop = shown.find((node) => graph.id[node] === stop) ?? atHand ?? shown[0]
  const onFocus = ({ target }: FocusEvent) => setStop(Number(target.closest('tr')?.dataset.id))
  return (
    <>
      <div className="trace-scroll">
        <table
          className="trace"
          aria-label="Evaluation trace"
          data-stacked={room.stacked || undefined}
          style={styleFor(room, columns.length)}
          onKeyDown={walkTable}
          onFocus={onFocus}
        >
          <Headings columns={columns} headings={headings} />
          <tbody>
            {shown.map((node) => (
              <Row
                key={graph.id[node]}
                id={graph.id[node]}
                node={node}
                row={rowAt(standings, frames, node)}
                isStop={node === tabStop}
                isShown={node === atHand}
                {...{ headings, room }}
              />
            ))}
          </tbody>
        </table>
      </div>
      {shown.length < nodes.length && (
        <p className="trace-more">
          {shown.length} of {nodes.length} rows, around the current step.
        </p>
      )}
    </>
  )
}

const styleFor = ({ scale, stacked, width }: TraceRoom, columns: number): CSSProperties => ({
  fontSize: `${scale}em`,
  gridTemplateColumns: `${stacked ? 'minmax(0, 1fr)' : 'fit-content(12em) minmax(0, 1fr)'} repeat(${1 + columns}, ${width}em)`,
})

/** The rows around the one at hand. */
function around(nodes: readonly number[], atHand: number | null): readonly number[] {
  if (nodes.length <= MOST_ROWS) return nodes
  const middle = nodes.findIndex((node) => node >= (atHand ?? nodes[0]))
  const from = Math.max(0, Math.min(nodes.length - MOST_ROWS, middle - MOST_ROWS / 2))
  return nodes.slice(from, from + MOST_ROWS)
}

const headingOf = (column: Column): Heading => ({
  key: `${column.standing.list.mode}${column.index}`,
  kind: column.number === 'tangent' ? 'tangent' : 'adjoint',
  isAtHand: isAtHand(column),
  says: `${column.number}, seed ${column.name}`,
})

interface HeadingsProps {
  readonly columns: readonly Column[]
  readonly headings: readonly Heading[]
}

const Headings = ({ columns, headings }: HeadingsProps) => (
  <thead>
    <tr>
      <th scope="col">Node</th>
      <th scope="col" className="trace-operation">
        Operation
      </th>
      <th scope="col">Value</th>
      {columns.map((column, i) => (
        <Head key={headings[i].key} column={column} heading={headings[i]} />
      ))}
    </tr>
  </thead>
)

/** A long name goes on below, and where it is too long, in the heading's title. */
const Head = ({ column, heading }: { readonly column: Column; readonly heading: Heading }) => (
  <th
    scope="col"
    data-role={heading.kind}
    data-at-hand={heading.isAtHand || undefined}
    title={capitalised(heading.says)}
    aria-label={capitalised(heading.says) + (heading.isAtHand ? ', the pass at hand' : '')}
  >
    <span className="trace-number">{capitalised(column.number)}</span>
    <span className="trace-seed">{`${heading.kind === 'tangent' ? '▸' : '◂'}\u00a0${displayName(column.name)}`}</span>
  </th>
)
