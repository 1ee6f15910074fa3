import type { Span } from '../../../../language/syntax.ts'
import { changeLeaf } from '../../../derivatives/leaves.ts'
import type { Running } from '../../../run/running.ts'
import { PyNumber } from '../../../values/numbered.ts'
import { type Class, Dictionary, type Instance, NONE, type PyValue } from '../../../values/values.ts'
import type { LibraryCall } from '../../call.ts'
import { libraryClass, method } from '../nn/libraryClass.ts'
import { torchOf } from '../torchRun.ts'
import {
  nothing,
  type OptimizerKind,
  type OptimizerMemory,
  type OptimizerSettings,
  optimizerKinds,
  settingsOf,
} from './steps.ts'

interface Optimizer {
  readonly parameters: readonly PyNumber[]
  readonly settings: OptimizerSettings
  readonly memory: Map<PyNumber, OptimizerMemory>
}

/** What an optimizer is to change: leaves, each with its gradient. */
function parametersIn(call: LibraryCall): PyNumber[] {
  const given = call.running.items(call.value('params'), call.at)
  if (given.length === 0) call.refuse('The optimizer gets an empty list of parameters.')
  const { gradients } = torchOf(call.running)
  return given.map((item) => {
    if (item instanceof Dictionary) call.refuse('Groups of parameters are not read here: give one list of them.')
    if (!(item instanceof PyNumber) || !gradients.collects(item))
      return call.refuse('An optimizer takes leaves: tensors with requires_grad=True, or parameters of a module.')
    return item
  })
}

/** Each parameter with a gradient moves; the graph does not show that, but the round that led to it. */
function step(running: Running, kind: OptimizerKind, { parameters, settings, memory }: Optimizer, at: Span): void {
  const torch = torchOf(running)
  for (const parameter of parameters) {
    const gradient = torch.gradients.of(parameter, at)
    if (!gradient) continue
    const own = memory.get(parameter) ?? nothing()
    memory.set(parameter, own)
    own.count++
    const { shape, entries } = parameter.value
    const moved = kind.step(entries, gradient.value.entries, own, settings)
    changeLeaf(torch.gradients, parameter, { shape, entries: moved }, null, at)
  }
}

/** `torch.optim` */
export function optimizers(running: Running): Map<string, PyValue> {
  const torch = torchOf(running)
  const state = new WeakMap<Instance, Optimizer>()
  const of = (self: Instance): Optimizer => state.get(self) as Optimizer
  return new Map(
    optimizerKinds.map((kind): [string, Class] => [
      kind.name,
      libraryClass(running, kind.name, [], {
        __init__: method(`params, ${kind.parameters}`, (call, self) => {
          state.set(self, { parameters: parametersIn(call), settings: settingsOf(call, kind), memory: new Map() })
          return NONE
        }),
        zero_grad: method('set_to_none=True', (call, self) => {
          for (const parameter of of(self).parameters) torch.gradients.clear(parameter, call.at)
          return NONE
        }),
        step: method('closure=None?', (call, self) => {
          step(running, kind, of(self), call.at)
          return NONE
        }),
      }),
    ]),
  )
}
