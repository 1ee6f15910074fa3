import { seedIndex } from '../../autodiff/seeds.ts'
import { entryCount, shapeAt } from '../../graph/nodes.ts'
import { quote } from '../../language/words.ts'
import { passes } from '../../trace/passes.ts'
import type { Setting } from '../questions/setting.ts'
import { keyInPass } from './adjoint.ts'
import { type Key, type KeyRecord, NUMBER_KINDS, type NumberSlip } from './key.ts'
import { noKey } from './noKey.ts'
import { MOST_ANSWERED, rightValue } from './numberKey.ts'
import { entriesAt, type NodeOrEntry, placeIn, shapeOfPlace } from './places.ts'

export const derivativeKey: KeyRecord = {
  word: 'derivative',
  form: 'derivative OUTPUT INPUT',
  title: 'The derivative of one by the other: a number, an array or an expression',
  kinds: NUMBER_KINDS,
  compute: ({ setting, words: [output = '', input = ''] }) => {
    const { graph } = setting
    return derivativeAt(setting, placeIn(graph, output), placeIn(graph, input))
  },
}

/** ∂of/∂by: an adjoint where `of` is a number, a tangent where `by` is; else each entry of the one by each of the other. */
function derivativeAt(setting: Setting, of: NodeOrEntry, by: NodeOrEntry): Key {
  const [back, forth] = [adjointOf(setting, of, by), tangentOf(setting, of, by)]
  if (back && forth) return both(setting, back, forth)
  return back ?? forth ?? block(setting, of, by)
}

function adjointOf({ graph, primal }: Setting, of: NodeOrEntry, by: NodeOrEntry): Key | null {
  const index = seedIndex(graph, 'reverse', of.name)
  return index >= 0 && entriesAt(graph, of).length === 1
    ? keyInPass(passes(primal, 'reverse').get(index + 1), by)
    : null
}

function tangentOf({ graph, primal }: Setting, of: NodeOrEntry, by: NodeOrEntry): Key | null {
  const index = seedIndex(graph, 'forward', by.name)
  return index >= 0 && entriesAt(graph, by).length === 1
    ? keyInPass(passes(primal, 'forward').get(index + 1), of)
    : null
}

/** Either mode’s slips lead to it, those of the mode at hand first where they are as likely. */
function both({ moment }: Setting, back: Key, forth: Key): Key {
  const [first, second] = moment.mode === 'forward' ? [forth, back] : [back, forth]
  const slips = () =>
    [...(first.slips?.() ?? []), ...(second.slips?.() ?? [])].sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
  return { ...back, hints: first.hints, slips }
}

/** The output’s axes, then the input’s. */
function block(setting: Setting, of: NodeOrEntry, by: NodeOrEntry): Key {
  const { graph, primal } = setting
  const first = seedIndex(graph, 'reverse', of.name)
  if (first < 0)
    noKey(`${quote(of.name)} is no output, and ${quote(by.name)} no number: there is no single pass for this.`)
  const [rows, columns] = [entryCount(graph, of.node), entriesAt(graph, by)]
  if (rows * columns.length > MOST_ANSWERED) noKey(`∂${of.name}/∂${by.name} has too many entries to be asked for.`)
  const list = passes(primal, 'reverse')
  const numbers = Array.from({ length: rows }, (_, row) =>
    columns.map((column) => list.get(first + 1 + row).numbers[graph.offset[by.node] + column]),
  )
  const shape = [...shapeAt(graph, of.node), ...shapeOfPlace(graph, by)]
  return {
    right: rightValue(numbers.flat(), shape, `∂${of.name}/∂${by.name}`),
    slips: () => (shape.length === 2 ? transposed(numbers) : []),
    hints: () => [
      `∂${of.name}/∂${by.name} has a row for each entry of ${of.name}, a column for each entry of ${by.name}.`,
    ],
  }
}

function* transposed(rows: readonly (readonly number[])[]): Generator<NumberSlip> {
  const turned = rows[0].map((_, column) => rows.map((row) => row[column]))
  const answer = { shape: [turned.length, rows.length], entries: Float64Array.from(turned.flat()) }
  yield { answer, slip: 'This is transposed: rows are those of what is differentiated.' }
}
