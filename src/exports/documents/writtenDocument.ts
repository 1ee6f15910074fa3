import type { Sheet, SheetCell } from '../../notation/sheet.ts'

/** A document as data; each format writes these parts in its own words, and every text in it as text. */
export interface WrittenDocument {
  readonly title: string
  readonly parts: readonly DocumentPart[]
  /** The link that opens the moment it was made at; null where there is none. */
  readonly link: string | null
}

export type DocumentPart =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** As the user typed it. */
  | { readonly kind: 'program'; readonly text: string; readonly language: 'gradual' | 'python' }
  /** A picture of the graph, as SVG: only a page can hold it. */
  | { readonly kind: 'figure'; readonly svg: string; readonly says: string }
  | TablePart
  | StepPart

export interface TablePart {
  readonly kind: 'table'
  readonly caption: string
  readonly sheet: Sheet
  /** The heading above says the same. */
  readonly isHeaded?: boolean
  /** Among the columns, the one whose cells may take several lines. */
  readonly wraps?: number
}

/** A step of a pass, from the rule to the number. */
export interface StepPart {
  readonly kind: 'step'
  readonly title: string
  readonly sentence: string
  readonly lines: readonly FormulaLine[]
  readonly notes: readonly string[]
}

interface FormulaLine {
  /** “With numbers” */
  readonly label: string
  readonly latex: string
}

/** A table under a heading of its own. */
export const headed = (level: 2 | 3, tables: readonly TablePart[]): DocumentPart[] => [
  { kind: 'heading', level, text: tables[0].caption },
  ...tables.map((table, i) => ({ ...table, isHeaded: i === 0 })),
]

/**
 * Between two parts of what is written, for whoever has more to do than to write: a page draws and hears its keys meanwhile.
 */
export type Pausing = () => Promise<void> | null

/** Each made in turn, with rests. */
export async function inTurn<From, To>(all: Iterable<From>, make: (each: From) => To, rest: Pausing): Promise<To[]> {
  const made: To[] = []
  for (const each of all) {
    made.push(make(each))
    const resting = rest()
    if (resting) await resting
  }
  return made
}

/** Room beside a table’s words on a page held upright, in columns of numbers. */
const ROOM = 5

/** A table as one that fits on a page, or as several with the same first columns: `alike` of those that hold no words. */
export function fitted(table: TablePart, alike = 0): TablePart[] {
  const { sheet, caption } = table
  const fixed = sheet.words + alike
  const widths = sheet.head.map((_, i) => Math.max(...sheet.rows.map((cells) => widthOf(cells[i])), 1))
  const room = ROOM - widths.slice(sheet.words, fixed).reduce((a, b) => a + b, 0)
  return packed(widths.slice(fixed), room).map(([from, to], i) => {
    const cut = <Cell>(cells: readonly Cell[]) => [...cells.slice(0, fixed), ...cells.slice(fixed + from, fixed + to)]
    return {
      ...table,
      caption: i === 0 ? caption : `${caption}, continued`,
      sheet: { ...sheet, head: cut(sheet.head), rows: sheet.rows.map(cut) },
    }
  })
}

/** In columns of numbers: a matrix has several, which stand closer. */
const widthOf = ({ latex }: SheetCell): number =>
  1 + 0.6 * Math.max(0, ...latex.split('\\\\').map((row) => row.split('&').length - 1))

/** As many as there is room for together, one at least. */
function packed(widths: readonly number[], room: number): (readonly [from: number, to: number])[] {
  const groups: [number, number][] = [[0, 0]]
  let used = 0
  for (const [i, width] of widths.entries()) {
    if (i > 0 && used + width > room) {
      groups.push([i, i])
      used = 0
    }
    used += width
    groups[groups.length - 1][1] = i + 1
  }
  return groups
}
