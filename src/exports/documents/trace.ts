import { differentiatedInputs, seedCount } from '../../autodiff/seeds.ts'
import type { Graph, Output } from '../../graph/graph.ts'
import { entryCount, entryName, shapeAt } from '../../graph/nodes.ts'
import { count, grouped } from '../../language/words.ts'
import type { Sheet } from '../../notation/sheet.ts'
import { answerOf } from '../../trace/answer.ts'
import { blockFill } from '../../trace/jacobianFill.ts'
import type { PassList } from '../../trace/passes.ts'
import { jacobianSheet, maths, numbered, traceSheet, word } from '../../trace/sheets.ts'
import { columnsOf, type Standing } from '../../trace/table.ts'
import { graphOf, type Solution } from './solution.ts'
import { type DocumentPart, fitted, headed } from './writtenDocument.ts'

/** Numbers that the passes of one table may compute, rows and passes of each mode that it has, and entries of a Jacobian. */
const MOST_NUMBERS = 2 ** 20
const MOST_ROWS = 2000
const MOST_PASSES = 24
const MOST_ENTRIES = 400

/** A mode when all its passes are done. */
function atEnd(list: PassList, most: number): Standing {
  const index = Math.min(list.count - 1, most)
  const pass = list.get(index)
  return { list, index, frame: { pass, step: pass.steps.length, term: 0 }, waits: false }
}

interface CutSheet {
  readonly sheet: Sheet
  /** What of it is left out, in a sentence; null where all is there. */
  readonly omitted: string | null
}

/** The evaluation trace with all passes that there is room for. */
export function wholeTrace({ lists }: Solution, mostPasses: number): CutSheet {
  const { graph } = lists[0].primal
  const most = Math.max(1, Math.min(mostPasses, Math.floor(MOST_NUMBERS / Math.max(1, graph.offset[graph.size]))))
  const standings = lists.map((list) => atEnd(list, most))
  const columns = standings.flatMap((standing) => columnsOf(standing, 1, Math.min(standing.list.count, most + 1)))
  const sheet = traceSheet(standings, columns)
  const passes = lists.reduce((sum, list) => sum + list.count - 1, 0)
  const left = [
    ...(columns.length < passes ? [`${grouped(columns.length)} of ${count(passes, 'pass', 'passes')}`] : []),
    ...(sheet.rows.length > MOST_ROWS ? [`${grouped(MOST_ROWS)} of ${count(sheet.rows.length, 'row')}`] : []),
  ]
  const omitted = left.length > 0 ? `The table has ${left.join(' and ')}.` : null
  return { sheet: { ...sheet, rows: sheet.rows.slice(0, MOST_ROWS) }, omitted }
}

/** The trace as tables that fit on a page; each has the value beside its passes. */
export function traceParts(solution: Solution, mostPasses = MOST_PASSES): DocumentPart[] {
  const { sheet, omitted } = wholeTrace(solution, mostPasses)
  return [
    ...headed(2, fitted({ kind: 'table', caption: 'Evaluation trace', sheet, wraps: 1 }, 1)),
    ...(omitted === null ? [] : [{ kind: 'paragraph', text: omitted } as const]),
  ]
}

/** The derivatives that all passes have found: a gradient as a list, else the Jacobian, where it is small. */
export function resultParts(solution: Solution): DocumentPart[] {
  if (!solution.tellsResults) return []
  const graph = graphOf(solution)
  const [columns, rows] = [seedCount(graph, 'forward'), seedCount(graph, 'reverse')]
  const isMatrix = rows > 1 && rows * columns <= MOST_ENTRIES && solution.lists.every(({ of }) => of === 'units')
  if (!isMatrix) return listedResults(solution)
  return headed(2, fitted({ kind: 'table', caption: 'Jacobian', sheet: jacobian(cheapest(solution.lists)) }))
}

/** The list with fewer passes finds all of them too. */
const cheapest = (lists: readonly PassList[]): PassList => lists.reduce((a, b) => (b.count < a.count ? b : a))

interface Entry {
  readonly name: string
  /** Among the outputs or inputs. */
  readonly end: number
  readonly entry: number
}

const entriesOf = (graph: Graph, all: readonly Output[], some = all): Entry[] =>
  some.flatMap((each) => {
    const { name, node } = each
    return Array.from({ length: entryCount(graph, node) }, (_, entry) => ({
      ...{ name: entryName(name, shapeAt(graph, node), entry), end: all.indexOf(each), entry },
    }))
  })

const DONE = { pass: Number.POSITIVE_INFINITY, step: 0 }

/** The Jacobian by entries. */
function jacobian(list: PassList): Sheet {
  const { graph } = list.primal
  const [rows, columns] = [entriesOf(graph, graph.outputs), entriesOf(graph, graph.inputs, differentiatedInputs(graph))]
  const names = (entries: readonly Entry[]) => entries.map(({ name }) => name)
  return jacobianSheet(names(rows), names(columns), (row, column) =>
    blockFill(list, DONE, rows[row].end, columns[column].end).at(rows[row].entry, columns[column].entry),
  )
}

function listedResults({ lists }: Solution): DocumentPart[] {
  const { derivatives, omitted } = answerOf(lists)
  const rows = derivatives.map(({ text, value, absent, latex }) => {
    // What follows is the number, or that there is none.
    const called = text.replace(/( = |: no path$| \([\d×]+\)$).*$/s, '')
    return [{ text: called, latex: maths(latex.split(' = ')[0]), data: called }, numbered({ value, absent })]
  })
  const sheet = { head: [word('derivative'), word('number')], rows, words: 1 }
  return [
    ...headed(2, [{ kind: 'table', caption: 'Derivatives', sheet }]),
    ...(omitted > 0
      ? [{ kind: 'paragraph', text: `${count(omitted, 'more derivative')} are left out.` } as const]
      : []),
  ]
}
