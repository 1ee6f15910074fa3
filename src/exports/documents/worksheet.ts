import type { Primal } from '../../autodiff/pass.ts'
import { type EdgeIndex, INPUT, PLAIN } from '../../graph/graph.ts'
import { grouped } from '../../language/words.ts'
import { nodeLatex } from '../../notation/latexSymbols.ts'
import { LATEX, type Medium, TEXT } from '../../notation/media.ts'
import type { Sheet, SheetCell } from '../../notation/sheet.ts'
import { nodeSymbol } from '../../notation/symbols.ts'
import { operationEquation, stepPartial, sumAt, symbolicSum } from '../../trace/equations.ts'
import { finalAt } from '../../trace/frame.ts'
import type { Pass, SecondTerm } from '../../trace/pass.ts'
import { symbolicSecond } from '../../trace/secondEquations.ts'
import { maths, numbered, word } from '../../trace/sheets.ts'
import { termsAt } from '../../trace/terms.ts'
import { isNumberHidden, isPartialHidden } from '../../trace/withheld.ts'
import { type PassPlan, passPlan, programParts, type Solution, subjectOf } from './solution.ts'
import { resultParts } from './trace.ts'
import { type DocumentPart, headed, type TablePart, type WrittenDocument } from './writtenDocument.ts'

/** What a worksheet can leave to its reader. */
export const BLANKS = ['values', 'partials', 'tangents', 'adjoints', 'rules'] as const
export type BlankKind = (typeof BLANKS)[number]

/** Rows of all tables together. */
const MOST_ROWS = 400

/**
 * A worksheet, with numbered blanks for what its reader is to find; or its key, in which the same blanks are filled.
 */
export function worksheet(solution: Solution, blank: ReadonlySet<BlankKind>, isKey: boolean): WrittenDocument {
  const sheet = new Worksheet(blank, isKey)
  const { plan, omitted } = passPlan(solution, MOST_ROWS)
  const [primal, ...passes] = plan
  const parts = [
    ...sheet.passTable(primal),
    ...sheet.partialsTable(solution.lists[0].primal),
    ...passes.flatMap((pass) => sheet.passTable(pass)),
    ...sheet.results(solution),
  ]
  return {
    title: `${isKey ? 'Key to the worksheet' : 'Worksheet'}: ${subjectOf(solution)}`,
    parts: [
      ...programParts(solution),
      { kind: 'paragraph', text: sheet.task() },
      ...parts,
      ...(omitted === null ? [] : [{ kind: 'paragraph', text: omitted } as const]),
    ],
    link: solution.link,
  }
}

/** Numbers the blanks in the order in which they are met, so that a worksheet and its key have the same marks. */
class Worksheet {
  readonly #blank: ReadonlySet<BlankKind>
  readonly #isKey: boolean
  #count = 0

  constructor(blank: ReadonlySet<BlankKind>, isKey: boolean) {
    this.#blank = blank
    this.#isKey = isKey
  }

  task(): string {
    if (this.#isKey) return 'The answers stand at the marks of the blanks, rounded to four figures.'
    return this.#blank.size > 0 ? 'Fill the numbered blanks. Round to four figures.' : 'Nothing is left blank.'
  }

  /** The cell, or a blank for what stands in it. */
  #asked(kind: BlankKind, cell: SheetCell): SheetCell {
    if (!this.#blank.has(kind)) return cell
    this.#count++
    const blank = { mark: this.#count, isFilled: this.#isKey }
    if (this.#isKey) {
      const latex = `\\filled{${this.#count}}{${cell.latex}}`
      return { ...cell, text: `${cell.text} (${this.#count})`, latex, blank }
    }
    return { text: `__________ (${this.#count})`, latex: `\\blank{${this.#count}}`, data: '', blank }
  }

  passTable({ pass, title, steps }: PassPlan): DocumentPart[] {
    const { graph } = pass.primal
    const kind = pass.kind === 'primal' ? 'values' : pass.kind === 'tangent' ? 'tangents' : 'adjoints'
    const rows = Array.from(pass.steps.subarray(0, steps), (node, step) => {
      const number = numbered({ value: finalAt(pass, node), absent: false, isTold: !isNumberHidden(pass, node) })
      // What a program says of its inputs, and what a seed says, is given.
      const isGiven = pass.kind === 'primal' ? graph.op[node] === INPUT : termsAt(pass, node).length === 0
      return [
        word(grouped(step + 1)),
        { text: nodeSymbol(graph, node), latex: maths(nodeLatex(graph, node)), data: nodeSymbol(graph, node) },
        isGiven ? word(pass.kind === 'primal' ? 'input' : 'seed') : this.#asked('rules', ruleCell(pass, node)),
        isGiven ? number : this.#asked(kind, number),
      ]
    })
    const sheet = { head: ['step', 'node', 'rule', NUMBERS[kind]].map(word), rows, words: 3 }
    return tabled(title, sheet, 2)
  }

  partialsTable(primal: Primal): DocumentPart[] {
    const { graph } = primal
    const edges = Array.from(graph.consumer.keys())
      .filter((edge) => isAsked(primal, edge))
      .slice(0, MOST_ROWS)
    const rows = edges.map((edge) => {
      const told = !isPartialHidden(primal, edge)
      const value = primal.partials[graph.firstPartial[edge]]
      return [
        both((medium) => medium.partialSymbol(graph, edge)),
        this.#asked('rules', told ? both((medium) => stepPartial(primal, edge, medium).text) : word('?')),
        this.#asked('partials', numbered({ value, absent: false, isTold: told })),
      ]
    })
    const sheet = { head: ['local partial', 'rule', 'number'].map(word), rows, words: 2 }
    return edges.length === 0 ? [] : tabled('Local partials', sheet, 1)
  }

  /** The derivatives at the end are told by tangents and by adjoints. */
  results(solution: Solution): DocumentPart[] {
    const asks = solution.lists.map(({ mode }) => (mode === 'forward' ? 'tangents' : 'adjoints'))
    const kind = asks.find((each) => this.#blank.has(each))
    const parts = resultParts(solution)
    if (kind === undefined) return parts
    return parts.map((part) => (part.kind === 'table' ? this.#emptied(part, kind) : part))
  }

  #emptied(table: TablePart, kind: BlankKind): TablePart {
    const { sheet } = table
    const rows = sheet.rows.map((cells) =>
      cells.map((cell, i) => (i < sheet.words || cell.text === '' ? cell : this.#asked(kind, cell))),
    )
    return { ...table, sheet: { ...sheet, rows } }
  }
}

const NUMBERS = { values: 'value', tangents: 'tangent', adjoints: 'adjoint' } as const

const tabled = (caption: string, sheet: Sheet, wraps: number): DocumentPart[] =>
  headed(2, [{ kind: 'table', caption, sheet, wraps }])

/** Mathematics to read, and as LaTeX. */
function both(write: (medium: Medium) => string): SheetCell {
  const text = write(TEXT)
  return { text, latex: maths(write(LATEX)), data: text }
}

/** Partials between numbers; those between arrays are matrices that no pass builds. */
const isAsked = ({ graph, live }: Primal, edge: EdgeIndex): boolean =>
  graph.plan[graph.consumer[edge]] === PLAIN && live[graph.firstPartial[edge]] === 1

function ruleCell(pass: Pass, node: number): SheetCell {
  if (pass.kind === 'primal') return both((medium) => operationEquation(pass, node, medium, false))
  if (pass.second) {
    const terms = termsAt(pass, node) as readonly SecondTerm[]
    return both((medium) => symbolicSecond({ pass, node, terms }, medium))
  }
  return both((medium) => symbolicSum(sumAt(pass, node), medium))
}
