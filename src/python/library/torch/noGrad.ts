import type { Running } from '../../run/running.ts'
import { Callable, type Class, type Instance, NONE, type PyValue } from '../../values/values.ts'
import { libraryClass, method } from './nn/libraryClass.ts'

/** Regions in which nothing is differentiated, or again something is: what they compute reads through cuts, or does not. */
export function gradientModes(running: Running): Map<string, PyValue> {
  const { trace } = running
  /** By region, what was so before each time that it was entered: a decorated function may call itself. */
  const before = new WeakMap<Instance, boolean[]>()
  /** Regions of `set_grad_enabled`, which begin where they are made, with `with` or without. */
  const begun = new WeakSet<Instance>()
  const region = (name: string, cutting: (self: Instance) => boolean, init = method('', () => NONE)): Class => {
    const enter = (self: Instance): void => {
      if (begun.delete(self)) return
      before.set(self, [...(before.get(self) ?? []), trace.cutting])
      trace.cutting = cutting(self)
    }
    const leave = (self: Instance): void => {
      trace.cutting = before.get(self)?.pop() ?? false
    }
    const wrapped = (self: Instance, of: PyValue): Callable =>
      new Callable(name, (given) => {
        enter(self)
        try {
          return running.call(of, given)
        } finally {
          leave(self)
        }
      })
    return libraryClass(running, name, [], {
      __init__: init,
      __enter__: method('', (_call, self) => {
        enter(self)
        return NONE
      }),
      __exit__: method('*error', (_call, self) => {
        leave(self)
        return NONE
      }),
      __call__: method('of', (call, self) => wrapped(self, call.value('of'))),
    })
  }
  const chosen = new WeakMap<Instance, boolean>()
  const choosing = (name: string, at: (mode: boolean) => boolean): Class =>
    region(
      name,
      (self) => at(chosen.get(self) ?? true),
      method('mode=True', (call, self) => {
        chosen.set(self, call.truth('mode'))
        if (name === 'set_grad_enabled') {
          before.set(self, [trace.cutting])
          begun.add(self)
          trace.cutting = at(call.truth('mode'))
        }
        return NONE
      }),
    )
  return new Map<string, PyValue>([
    ['no_grad', region('no_grad', () => true)],
    ['enable_grad', region('enable_grad', () => false)],
    ['inference_mode', choosing('inference_mode', (mode) => mode)],
    ['set_grad_enabled', choosing('set_grad_enabled', (mode) => !mode)],
  ])
}
