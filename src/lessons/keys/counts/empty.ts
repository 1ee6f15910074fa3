import type { Mode } from '../../../autodiff/pass.ts'
import { MODES } from '../../../autodiff/pass.ts'
import { differentiatedInputs } from '../../../autodiff/seeds.ts'
import { blockFill } from '../../../trace/jacobianFill.ts'
import { passes } from '../../../trace/passes.ts'
import { type Setting, standingOf, stepsDone } from '../../questions/setting.ts'
import type { KeyRecord } from '../key.ts'
import { noKey } from '../noKey.ts'
import { countKey } from '../numberKey.ts'

/** Entries of a Jacobian that are counted one by one. */
const MOST = 10_000

export const emptyKey: KeyRecord = {
  word: 'empty',
  form: 'empty entries',
  title: 'Entries of the Jacobian that the passes of the scene leave empty',
  kinds: ['count', 'number'],
  compute: ({ setting }) => {
    const { filled, total } = filledBy(setting)
    return countKey(
      total - filled.both,
      slipsIn(filled, total),
      'A tangent pass fills a column, an adjoint pass a row. They may cross.',
    )
  },
}

interface Filled extends Readonly<Record<Mode, number>> {
  readonly both: number
}

function filledBy(setting: Setting): { filled: Filled; total: number } {
  const { graph } = setting
  const inputs = differentiatedInputs(graph).map((input) => graph.inputs.indexOf(input))
  const shown = MODES.filter((mode) => (setting.moment.mode ?? 'compare') === 'compare' || setting.moment.mode === mode)
  const filled = { forward: 0, reverse: 0, both: 0 }
  let total = 0
  for (const output of graph.outputs.keys())
    for (const input of inputs) {
      const blocks = shown.map((mode) => ({ mode, block: blockOf(setting, mode, output, input) }))
      const [{ block }] = blocks
      total += block.rows * block.columns
      if (total > MOST) noKey('The Jacobian has too many entries to count them.')
      for (let row = 0; row < block.rows; row++)
        for (let column = 0; column < block.columns; column++) {
          const by = blocks.filter((each) => each.block.at(row, column) !== null)
          for (const { mode } of by) filled[mode]++
          if (by.length > 0) filled.both++
        }
    }
  return { filled, total }
}

function blockOf(setting: Setting, mode: Mode, output: number, input: number) {
  const pass = standingOf(setting)[mode]
  const progress = { pass, step: stepsDone(setting, mode, pass) }
  return blockFill(passes(setting.primal, mode), progress, output, input)
}

function* slipsIn({ forward, reverse, both }: Filled, total: number): Generator<[number, string]> {
  yield [total - forward - reverse, 'The entry where row and column cross is counted twice: it is filled once.']
  yield [both, 'These are the entries that are filled.']
  yield [total - forward, 'This counts the tangent passes only: adjoint passes fill rows as well.']
  yield [total - reverse, 'This counts the adjoint passes only: tangent passes fill columns as well.']
  yield [total, 'What passes are done has filled some already.']
  yield [0, 'One pass of each mode is not enough: it fills one column and one row.']
}
