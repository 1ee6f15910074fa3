import { PASSES_PER_WORD, reach, seedWords } from '../../../autodiff/reach.ts'
import { seedIndex } from '../../../autodiff/seeds.ts'
import { entryCount } from '../../../graph/nodes.ts'
import type { Setting } from '../../questions/setting.ts'
import type { KeyRecord } from '../key.ts'
import { noKey } from '../noKey.ts'
import { countKey } from '../numberKey.ts'
import { entriesAt, type NodeOrEntry, placeIn, shapeOfPlace } from '../places.ts'

export const entriesKey: KeyRecord = {
  word: 'entries',
  form: 'entries of derivative OUTPUT INPUT',
  title: 'How many numbers the derivative of one array by another has',
  kinds: ['count', 'number'],
  compute: ({ setting, words }) => {
    const { of, by } = endsOf(setting, words)
    const [rows, columns] = [of, by].map((place) => entriesAt(setting.graph, place).length)
    return countKey(
      rows * columns,
      slipsIn(setting, of, by),
      `${of.name} has ${rows} entries, and each has a derivative by each of the ${columns} of ${by.name}.`,
    )
  },
}

/** `of derivative Y X`. */
export function endsOf({ graph }: Setting, [of, derivative, output = '', input = '']: readonly string[]) {
  if (of !== 'of' || derivative !== 'derivative') noKey('Write “of derivative OUTPUT INPUT”.')
  return { of: placeIn(graph, output), by: placeIn(graph, input) }
}

function* slipsIn(setting: Setting, of: NodeOrEntry, by: NodeOrEntry): Generator<[number, string]> {
  const { graph } = setting
  const [rows, columns] = [of, by].map((place) => entriesAt(graph, place).length)
  yield [columns, `As many as ${by.name} has: that would be the gradient of a number.`]
  yield [rows, `As many as ${of.name} has: each of them depends on all of ${by.name}.`]
  yield [rows + columns, 'Adds the two counts. Each entry of the one has a derivative by each of the other.']
  const dependent = dependentEntries(setting, of, by)
  if (dependent !== null)
    yield [dependent, 'Leaves out the entries that are 0 because nothing depends there: they are entries all the same.']
  yield [shapeOfPlace(graph, of).length + shapeOfPlace(graph, by).length, 'This counts axes.']
}

/** How many entries some path leads to; null where they are too many to look. */
function dependentEntries({ graph, primal }: Setting, of: NodeOrEntry, by: NodeOrEntry): number | null {
  const first = seedIndex(graph, 'reverse', of.name)
  const rows = entryCount(graph, of.node)
  if (first < 0 || of.entry !== null || rows > PASSES_PER_WORD * 8) return null
  let count = 0
  for (let row = 0; row < rows; row++) {
    const words = reach(primal, 'reverse', seedWords(primal, 'reverse', [first + row]))
    for (const entry of entriesAt(graph, by)) if (words[graph.offset[by.node] + entry] !== 0) count++
  }
  return count
}
