import { computed } from '../../../graph/nodes.ts'
import { END_NAMES, PASS_NAMES } from '../../../notation/modes.ts'
import type { Setting } from '../../questions/setting.ts'
import type { KeyRecord } from '../key.ts'
import { countKey } from '../numberKey.ts'
import { type Passes, passesIn } from './dimensions.ts'

export const passesKey: KeyRecord = {
  word: 'passes',
  form: 'passes forward|reverse [with input|output]',
  title: 'Passes of a mode, as the program is or after another input or output',
  kinds: ['count', 'number'],
  compute: ({ setting, words }) => {
    const passes = passesIn(setting, words)
    const end = END_NAMES[passes.mode]
    return countKey(
      passes[passes.mode],
      slipsIn(setting, passes),
      `What is a pass of ${passes.mode} mode seeded with? With one ${end} at a time.`,
      `Count the ${end}s${passes.before ? ' after the change' : ''}; of an array, its entries.`,
    )
  },
}

function* slipsIn({ graph }: Setting, passes: Passes): Generator<[number, string]> {
  const { mode, other, before, forward, reverse } = passes
  const [own, end] = [passes[mode], END_NAMES[mode]]
  if (before)
    yield [before[mode], 'This is the count of the program as it was: the one that was added has a pass of its own.']
  yield [
    passes[other],
    `This counts ${END_NAMES[other]}s, as ${other} mode does: ${mode} mode takes a pass for each ${end}.`,
  ]
  yield [
    forward * reverse,
    `A pass for each pair of input and output: one pass of ${mode} mode serves every ${END_NAMES[other]}.`,
  ]
  yield [own + 1, `This counts the primal pass too: asked for are the ${PASS_NAMES[mode]} passes.`]
  yield [forward + reverse, 'This adds inputs and outputs.']
  if (before)
    yield [before[mode] + 1, `One more ${END_NAMES[other]} is no further pass in ${mode} mode: it rides along.`]
  if (before) yield [before[other], `This is the other mode’s count of the program as it was.`]
  yield [computed(graph).length, 'A pass goes over all operations: there is not one for each of them.']
  const ends = mode === 'forward' ? graph.inputs : graph.outputs
  yield [
    ends.length + (before && own > before[mode] ? 1 : 0),
    `This counts arrays: each entry of an ${end} has its own pass.`,
  ]
  yield [1, `One pass gives the derivatives ${mode === 'forward' ? 'by one input' : 'of one output'} only.`]
  yield [own + passes[other] + 1, 'This counts the passes of both modes.']
  yield [own - 1, `One too few: each ${end} has its pass, the first as the last.`]
}
