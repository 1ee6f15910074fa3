import { type Mode, otherMode } from '../../../autodiff/pass.ts'
import { passCount } from '../../../autodiff/seeds.ts'
import type { Setting } from '../../questions/setting.ts'
import { noKey } from '../noKey.ts'

/** How many passes each mode takes: the entries of inputs, and those of outputs. */
export interface Passes extends Readonly<Record<Mode, number>> {
  readonly mode: Mode
  readonly other: Mode
  /** The same before the input or output that the question adds; null where it adds none. */
  readonly before: Readonly<Record<Mode, number>> | null
}

/** `forward`, `reverse with output`. */
export function passesIn({ graph }: Setting, [mode, , more]: readonly string[]): Passes {
  if (mode !== 'forward' && mode !== 'reverse') noKey('Write “forward” or “reverse”.')
  const before = { forward: passCount(graph, 'forward'), reverse: passCount(graph, 'reverse') }
  if (more !== undefined && more !== 'input' && more !== 'output') noKey('Write “with input” or “with output”.')
  return {
    ...{ mode, other: otherMode(mode) },
    forward: before.forward + (more === 'input' ? 1 : 0),
    reverse: before.reverse + (more === 'output' ? 1 : 0),
    before: more === undefined ? null : before,
  }
}
