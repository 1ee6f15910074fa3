import type { Running } from '../../../run/running.ts'
import { type Class, Dictionary, type Instance, NONE, type PyValue, Tuple } from '../../../values/values.ts'
import type { LibraryCall } from '../../call.ts'
import { numberOf } from '../../numbers.ts'
import { type LibraryMethod, libraryClass, method } from './libraryClass.ts'
import { type Modules, modulesOf, ofLibrary } from './modules.ts'

/** Puts modules into an object under the numbers from its length on. */
function append(modules: Modules, call: LibraryCall, self: Instance, items: readonly PyValue[]): void {
  for (const item of items) {
    if (!modules.isModule(item)) call.refuse(`${call.callee} holds modules, such as nn.Linear(2, 3), and this is none.`)
    self.members.set(String(modules.children(self).length), item)
  }
}

/** Given one by one, or in a dictionary with names. */
function sequentialInit(modules: Modules): LibraryMethod {
  return method('*modules', (call, self) => {
    const { items } = call.value('modules') as Tuple
    const [only] = items
    if (items.length === 1 && only instanceof Dictionary)
      for (const [name, module] of only.items) self.members.set(String(name), module)
    else append(modules, call, self, items)
    return NONE
  })
}

function at(modules: Modules, call: LibraryCall, self: Instance): PyValue {
  const children = modules.children(self)
  const index = call.whole('index')
  const [, module] = children.at(index) ?? []
  return module ?? call.refuse(`There are ${children.length} modules here, and none with the index ${index}.`)
}

/** `nn.Sequential` and `nn.ModuleList`. */
export function containers(running: Running, base: Class): Map<string, Class> {
  const modules = modulesOf(running)
  const inside = (self: Instance): Instance[] => modules.children(self).map(([, child]) => child)
  const common = {
    __getitem__: method('index', (call, self) => at(modules, call, self)),
    __len__: method('', (call, self) => numberOf(inside(self).length, call.at, 'int')),
    __iter__: method('', (_call, self) => new Tuple(inside(self))),
    append: method('module', (call, self) => {
      append(modules, call, self, [call.value('module')])
      return self
    }),
  }
  const sequential = libraryClass(running, 'Sequential', [base], {
    ...common,
    __init__: sequentialInit(modules),
    forward: method('input', (call, self) =>
      inside(self).reduce<PyValue>(
        (value, child) => running.call(child, { positional: [value], keywords: new Map(), at: call.at }),
        call.value('input'),
      ),
    ),
  })
  const list = libraryClass(running, 'ModuleList', [base], {
    ...common,
    __init__: method('modules=None', (call, self) => {
      if (call.has('modules')) append(modules, call, self, running.items(call.value('modules'), call.at))
      return NONE
    }),
  })
  return new Map([
    ['Sequential', ofLibrary(sequential)],
    ['ModuleList', ofLibrary(list)],
  ])
}
