import type { Span } from '../../language/syntax.ts'
import { quote } from '../../language/words.ts'
import type { PyStatement } from '../parse/pySyntax.ts'
import { ELSEWHERE, Refusal } from '../values/refusal.ts'
import { Callable, Namespace, type PyValue } from '../values/values.ts'
import type { PyScope } from './scope.ts'

/** The libraries by the paths that programs import. */
export type Modules = Pick<ReadonlyMap<string, Namespace>, 'get'>

/** What is imported to draw, measure and print: a name of it stands for nothing that is computed, and is refused where it is used. */
const PASSED_OVER = new Set(
  'matplotlib pylab seaborn os sys time datetime typing typing_extensions __future__ warnings logging collections abc dataclasses copy itertools functools operator random scipy sklearn pandas tqdm h5py PIL IPython graphviz torchvision torchviz collections.abc string json pickle argparse re unittest pytest tensorflow keras'.split(
    ' ',
  ),
)

/** What only draws: calls of it give nothing that is computed. */
const DRAWS = /^(matplotlib|pylab|seaborn)\b/

/** A part of a library that draws: whatever is called in it gives another such part. */
export class DrawingLibrary extends Namespace {
  constructor(name: string) {
    super(name, new Map())
  }

  part(name: string): PyValue {
    return new Callable(`${this.name}.${name}`, () => new DrawingLibrary(`${this.name}.${name}`))
  }
}

/** `import numpy as np` */
export function importModules(statement: PyStatement & { kind: 'import' }, modules: Modules, scope: PyScope): void {
  for (const { path, as, ...at } of statement.modules) {
    const name = as ?? path.split('.')[0]
    const found = modules.get(as ? path : path.split('.')[0]) ?? modules.get(path)
    scope.names.set(name, found ?? passedOver(path, at))
  }
}

/** `from torch import nn`, `from math import *` */
export function importNames(statement: PyStatement & { kind: 'from' }, modules: Modules, scope: PyScope): void {
  const { path, names } = statement
  const module = modules.get(path)
  if (names === 'all') {
    for (const [name, value] of (module ?? passedOver(path, statement)).members)
      if (!name.startsWith('_')) scope.names.set(name, value)
    return
  }
  for (const { path: name, as, ...at } of names) {
    const found = module?.members.get(name) ?? modules.get(`${path}.${name}`)
    if (found === undefined && module)
      throw new Refusal(`${quote(`${path}.${name}`)} is not known here. ${ELSEWHERE}`, at)
    scope.names.set(as ?? name, found ?? unknownMember(path, name, at))
  }
}

function passedOver(path: string, at: Span): Namespace {
  if (DRAWS.test(path)) return new DrawingLibrary(path)
  if (PASSED_OVER.has(path) || PASSED_OVER.has(path.split('.')[0])) return new Namespace(path, new Map())
  throw new Refusal(
    `The module ${quote(path)} is not known here. NumPy, PyTorch, JAX, autograd, math and micrograd are.`,
    at,
  )
}

/** A name that no module gives; type hints and the like are never read. */
function unknownMember(path: string, name: string, at: Span): PyValue {
  if (passedOver(path, at) instanceof DrawingLibrary) return new DrawingLibrary(`${path}.${name}`)
  return new Namespace(`${path}.${name}`, new Map())
}

/** `np.sin`: what a module has under a name; refused by its full name. */
export function memberOfModule(module: Namespace, member: string, at: Span): PyValue {
  if (module instanceof DrawingLibrary) return module.part(member)
  const { name, members } = module
  const found = members.get(member)
  if (found !== undefined) return found
  throw new Refusal(`${quote(`${name}.${member}`)} is not known here. ${ELSEWHERE}`, at)
}
