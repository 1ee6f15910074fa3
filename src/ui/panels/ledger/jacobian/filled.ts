import type { Mode } from '../../../../autodiff/pass.ts'
import type { Shape } from '../../../../graph/graph.ts'
import { sizeOf } from '../../../../primitives/shape.ts'
import type { Tensor } from '../../../../primitives/value.ts'
import type { Session } from '../../../../state/session.ts'
import { blockFill, type JacobianBlock, type JacobianNumber } from '../../../../trace/jacobianFill.ts'
import { passes } from '../../../../trace/passes.ts'
import { modesOf, type Position, type Shown, stepOf } from '../../../../trace/position.ts'
import type { JacobianLine, LineGroup } from './lines.ts'

/** A number of the Jacobian, and the modes that have computed it. */
export interface Filled {
  readonly cell: JacobianNumber
  readonly by: readonly Mode[]
}

export type BlockOf = (mode: Mode) => JacobianBlock

/** The block of an output and an input, by their places in the program, as far as each mode has come; a seed of the user's own fills none. */
export function blockAt({ primal, timeline }: Session, position: Position, output: number, input: number): BlockOf {
  const made = new Map<Mode, JacobianBlock>()
  return (mode) => {
    const progress =
      timeline[mode].of !== 'units' ? { pass: 0, step: 0 } : { pass: position[mode], step: stepOf(position, mode) }
    const block =
      made.get(mode) ??
      blockFill(timeline[mode].of === 'units' ? timeline[mode] : passes(primal, mode), progress, output, input)
    made.set(mode, block)
    return block
  }
}

export function filledCell(shown: Shown, blockOf: BlockOf, row: number, column: number): Filled | null {
  const at = (mode: Mode) => blockOf(mode).at(row, column)
  const by = modesOf(shown).filter((mode) => at(mode) !== null)
  const cell = by.length > 0 ? at(by[by.length - 1]) : null
  return cell && { cell, by }
}

/** Many numbers of the Jacobian in one cell. */
export interface FilledArray {
  readonly tensor: Tensor
  /** By entry: 0 is absent, or not yet computed. */
  readonly present: Uint8Array
  /** Entries that a mode has computed. */
  readonly known: number
  /** The modes that have computed all of them. */
  readonly by: readonly Mode[]
}

/** The derivative of one entry by a whole input has the input's shape; that of a whole output by a whole input is a matrix. */
export function cellShape(output: LineGroup, row: JacobianLine, input: LineGroup, column: JacobianLine): Shape {
  if (row.entry !== null) return input.shape
  return column.entry !== null ? output.shape : [sizeOf(output.shape), sizeOf(input.shape)]
}

/** Numbers that passes for one cell may compute; beyond, the mode’s share in it is left out. */
const MOST_WORK = 2 ** 22

/** Forward mode takes a pass for each column, reverse mode one for each row, and each pass computes as many numbers as the graph has entries. */
function workOf(
  mode: Mode,
  { rows, columns }: JacobianBlock,
  row: JacobianLine,
  column: JacobianLine,
  entries: number,
): number {
  const passes = mode === 'forward' ? (column.entry === null ? columns : 1) : row.entry === null ? rows : 1
  return passes * entries
}

/** The numbers of all entries that a row and a column stand for, as far as the mode that has most of them has come. */
export function filledArray(
  shown: Shown,
  blockOf: BlockOf,
  shape: Shape,
  { row, column }: { readonly row: JacobianLine; readonly column: JacobianLine },
  entries: number,
): FilledArray | null {
  const fills = modesOf(shown)
    .filter((mode) => workOf(mode, blockOf(mode), row, column, entries) <= MOST_WORK)
    .map((mode) => ({ mode, ...numbersOf(blockOf(mode), shape, row, column) }))
  if (fills.length === 0) return null
  const most = fills.reduce((a, b) => (b.known >= a.known ? b : a))
  const by = fills.filter(({ known }) => known === sizeOf(shape)).map(({ mode }) => mode)
  return { tensor: most.tensor, present: most.present, known: most.known, by }
}

function numbersOf(
  block: JacobianBlock,
  shape: Shape,
  row: JacobianLine,
  column: JacobianLine,
): Omit<FilledArray, 'by'> {
  const entries = new Float64Array(sizeOf(shape))
  const present = new Uint8Array(entries.length)
  let known = 0
  let entry = 0
  for (const i of row.entry === null ? Array(block.rows).keys() : [row.entry])
    for (const j of column.entry === null ? Array(block.columns).keys() : [column.entry]) {
      const cell = block.at(i, j)
      if (cell) {
        known++
        entries[entry] = cell.value
        present[entry] = cell.absent ? 0 : 1
      }
      entry++
    }
  return { tensor: { shape, entries }, present, known }
}
