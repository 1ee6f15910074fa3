import type { Mode } from '../../autodiff/pass.ts'
import { seedCount, seedIndex } from '../../autodiff/seeds.ts'
import { entryCount } from '../../graph/nodes.ts'
import { quote } from '../../language/words.ts'
import { END_NAMES } from '../../notation/modes.ts'
import type { Pass } from '../../trace/pass.ts'
import { passes } from '../../trace/passes.ts'
import { passAtHand, type Setting } from '../questions/setting.ts'
import { noKey } from './noKey.ts'
import { plainName } from './places.ts'

/** The pass of a seed that is named, else that of the scene. */
export function passFor(setting: Setting, mode: Mode, seed: string | undefined): Pass {
  const list = passes(setting.primal, mode)
  if (seed !== undefined) return list.get(seedNamed(setting, mode, seed) + 1)
  const atHand = passAtHand(setting, mode)
  if (atHand !== null) return list.get(atHand)
  const word = mode === 'forward' ? '“tangent … by INPUT”' : '“adjoint … of OUTPUT”'
  if (seedCount(setting.graph, mode) === 0) noKey(`The program has no ${END_NAMES[mode]}.`)
  return noKey(`The scene has no such pass, and there are several: write ${word}.`)
}

/** The index of a seed that must be a number. */
function seedNamed({ graph }: Setting, mode: Mode, written: string): number {
  const name = plainName(written)
  const index = seedIndex(graph, mode, name)
  if (index < 0) noKey(`The program has no ${END_NAMES[mode]} ${quote(name)}.`)
  const whole = (mode === 'forward' ? graph.inputs : graph.outputs).find((each) => each.name === name)
  if (whole && entryCount(graph, whole.node) > 1) noKey(`${quote(name)} is an array: name one entry, as in ${name}[0].`)
  return index
}
