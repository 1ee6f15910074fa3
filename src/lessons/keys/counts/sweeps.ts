import { CONSTANT } from '../../../graph/graph.ts'
import { computed } from '../../../graph/nodes.ts'
import { END_NAMES, PASS_NAMES } from '../../../notation/modes.ts'
import type { Setting } from '../../questions/setting.ts'
import type { KeyRecord } from '../key.ts'
import { countKey } from '../numberKey.ts'
import { type Passes, passesIn } from './dimensions.ts'

export const sweepsKey: KeyRecord = {
  word: 'sweeps',
  form: 'sweeps forward|reverse',
  title: 'Passes of a mode, the primal pass included',
  kinds: ['count', 'number'],
  compute: ({ setting, words }) => {
    const passes = passesIn(setting, words)
    return countKey(
      passes[passes.mode] + 1,
      slipsIn(setting, passes),
      `The primal pass comes first. Then a pass for each ${END_NAMES[passes.mode]}.`,
    )
  },
}

function* slipsIn({ graph }: Setting, passes: Passes): Generator<[number, string]> {
  const { mode, other } = passes
  yield [passes[mode], 'This leaves out the primal pass: without the values there are no local partials.']
  yield [passes[other] + 1, `These are the sweeps of ${other} mode: a pass for each ${END_NAMES[other]}.`]
  yield [[...graph.op].filter((op) => op !== CONSTANT).length, 'This counts the steps of one pass.']
  yield [computed(graph).length, 'This counts operations: one sweep goes over all of them.']
  yield [passes[mode] * 2, `This counts a primal pass with each ${PASS_NAMES[mode]} pass: one serves them all.`]
  yield [passes[mode] + passes[other] + 1, 'This counts the passes of both modes.']
}
