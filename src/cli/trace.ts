import { type SheetFormat, writtenSheet } from '../notation/sheet.ts'
import { hidesCounts } from '../state/hiding.ts'
import { type Session, shownSession } from '../state/session.ts'
import { standingsOf } from '../state/standings.ts'
import { now } from '../state/store.ts'
import { traceSheet } from '../trace/sheets.ts'
import { columnsOf } from '../trace/table.ts'

const FORMATS: Readonly<Record<string, SheetFormat>> = { markdown: 'Markdown', latex: 'LaTeX', csv: 'CSV' }

/** Columns of a mode. */
const MOST_PASSES = 1000

/** The evaluation trace as far as the passes have come, as a table alone. */
export function traceTable(format: string): string {
  const state = now()
  const session = shownSession(state) as Session
  const standings = standingsOf(session, state, hidesCounts(state))
  const columns = standings.flatMap((standing) => {
    const from = Math.max(1, standing.index + 1 - MOST_PASSES)
    return columnsOf(standing, from, Math.min(standing.list.count, from + MOST_PASSES))
  })
  return writtenSheet(traceSheet(standings, columns), FORMATS[format])
}
