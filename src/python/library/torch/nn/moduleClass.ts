import type { Span } from '../../../../language/syntax.ts'
import { requireGradient } from '../../../derivatives/leaves.ts'
import type { Running } from '../../../run/running.ts'
import { Callable, type Class, type Instance, NONE, type PyValue, Text, Tuple } from '../../../values/values.ts'
import type { LibraryCall } from '../../call.ts'
import { numberOf } from '../../numbers.ts'
import { libraryClass, method } from './libraryClass.ts'
import { type Modules, modulesOf } from './modules.ts'

/** `nn.Module`, from which all modules inherit. */
export function moduleClass(running: Running): Class {
  const modules = modulesOf(running)
  const same = method('device=_, dtype=_, *, non_blocking=_', (_call, self) => self)
  const made = libraryClass(running, 'nn.Module', [], {
    __init__: method('', () => NONE),
    parameters: method('recurse=True?', (call, self) => new Tuple(parameters(modules, self, call.at))),
    named_parameters: method("prefix=''?, recurse=True?", (call, self) => {
      modules.baptise(self, call.at)
      return new Tuple(modules.named(self).map(({ path, parameter }) => new Tuple([new Text(path), parameter])))
    }),
    children: method('', (_call, self) => new Tuple(modules.children(self).map(([, child]) => child))),
    named_children: method(
      '',
      (_call, self) => new Tuple(modules.children(self).map(([name, child]) => new Tuple([new Text(name), child]))),
    ),
    modules: method('', (_call, self) => new Tuple(allModules(modules, self))),
    zero_grad: method('set_to_none=True', (call, self) => {
      for (const parameter of parameters(modules, self, call.at)) modules.torch.gradients.clear(parameter, call.at)
      return NONE
    }),
    train: method('mode=True', (call, self) => trains(modules, self, call.truth('mode'), call.at)),
    eval: method('', (call, self) => trains(modules, self, false, call.at)),
    to: same,
    cpu: same,
    cuda: same,
    double: same,
    float: same,
    requires_grad_: method('requires_grad=True', (call, self) => {
      for (const parameter of parameters(modules, self, call.at))
        requireGradient(modules.torch.gradients, parameter, call.truth('requires_grad'), call.at)
      return self
    }),
    apply: method('fn', (call, self) => {
      for (const module of allModules(modules, self).reverse())
        running.call(call.value('fn'), { positional: [module], keywords: new Map(), at: call.at })
      return self
    }),
    register_buffer: method('name, tensor, persistent=True', (call, self) => registered(call, self, 'tensor')),
    register_parameter: method('name, param', (call, self) => registered(call, self, 'param')),
    add_module: method('name, module', (call, self) => registered(call, self, 'module')),
  })
  made.members.set(
    '__call__',
    new Callable('nn.Module', ({ positional: [self, ...positional], keywords, at }) =>
      modules.call(self as Instance, { positional, keywords, at }),
    ),
  )
  modules.base = made
  return made
}

function parameters(modules: Modules, self: Instance, at: Span) {
  modules.baptise(self, at)
  return modules.named(self).map(({ parameter }) => parameter)
}

const allModules = (modules: Modules, self: Instance): Instance[] => [
  ...new Set([self, ...modules.children(self).flatMap(([, child]) => allModules(modules, child))]),
]

function trains(modules: Modules, self: Instance, mode: boolean, at: Span): Instance {
  for (const module of allModules(modules, self)) module.members.set('training', numberOf(Number(mode), at, 'bool'))
  return self
}

function registered(call: LibraryCall, self: Instance, value: string): PyValue {
  const name = call.value('name')
  if (!(name instanceof Text)) return call.refuse(`${call.callee} takes a name as text.`)
  self.members.set(name.text, call.value(value))
  return NONE
}
