import type { Span } from '../../../../language/syntax.ts'
import { leaf } from '../../../derivatives/leaves.ts'
import type { Running } from '../../../run/running.ts'
import { PyNumber } from '../../../values/numbered.ts'
import { Refusal } from '../../../values/refusal.ts'
import { type Arguments, type Class, Instance, type PyValue } from '../../../values/values.ts'
import { type TorchRun, torchOf } from '../torchRun.ts'
import { isA, memberOf } from './libraryClass.ts'

/** A tensor and the names that lead to it: `fc1.weight`. */
export interface NamedParameter {
  readonly path: string
  readonly parameter: PyNumber
}

/** The modules of one run: which tensors are parameters, and what modules are called. */
export class Modules {
  readonly torch: TorchRun
  /** Known once `nn` is made. */
  base: Class | null = null
  readonly #parameters = new WeakSet<PyNumber>()
  readonly #names = new WeakMap<Instance, string>()
  /** Modules whose parameters are inputs by now. */
  readonly #ran = new WeakSet<Instance>()

  constructor(torch: TorchRun) {
    this.torch = torch
  }

  /** A parameter: a leaf that gets its name from where its module stands. */
  parameter(value: PyNumber['value'], literal: Span | null, at: Span): PyNumber {
    const parameter = leaf(this.torch.gradients, 'torch', { name: null, value, literal, role: 'param', at })
    this.#parameters.add(parameter)
    return parameter
  }

  isParameter(value: PyValue): value is PyNumber {
    return value instanceof PyNumber && this.#parameters.has(value)
  }

  isModule(value: PyValue): value is Instance {
    return value instanceof Instance && this.base !== null && isA(value.class, this.base)
  }

  /** The modules inside a module, by the names of its attributes. */
  children(module: Instance): [string, Instance][] {
    return [...module.members].flatMap(([name, value]): [string, Instance][] =>
      this.isModule(value) ? [[name, value]] : [],
    )
  }

  /** Its own parameters, then those of the modules inside; each once. */
  named(module: Instance, prefix = '', seen = new Set<PyValue>()): NamedParameter[] {
    if (seen.has(module)) return []
    seen.add(module)
    const own = [...module.members].flatMap(([name, value]): NamedParameter[] => {
      if (!this.isParameter(value) || seen.has(value)) return []
      seen.add(value)
      return [{ path: prefix + name, parameter: value }]
    })
    return [...own, ...this.children(module).flatMap(([name, child]) => this.named(child, `${prefix}${name}.`, seen))]
  }

  /**
   * Gives names to parameters that have none, from the module that is called: `fc1.weight` of a class of the program; of
   * `layer = nn.Linear(2, 1)` it is `layer.weight`.
   */
  baptise(root: Instance, at: Span): void {
    if (this.#names.has(root)) return
    const name = this.torch.running.nameOf(root)
    this.#nameModules(root, name ?? root.class.name)
    const prefix = isOfLibrary(root.class) ? `${name ?? root.class.name.toLowerCase()}.` : ''
    for (const { path, parameter } of this.named(root))
      if (parameter.origin.kind === 'given' && parameter.origin.input.name === null)
        this.torch.running.trace.name(parameter, prefix + path, at)
  }

  #within(module: Instance): Instance[] {
    return [module, ...this.children(module).flatMap(([, child]) => this.#within(child))]
  }

  #nameModules(module: Instance, name: string): void {
    if (this.#names.has(module)) return
    this.#names.set(module, /^\d+$/.test(name) ? module.class.name : name)
    for (const [attribute, child] of this.children(module)) this.#nameModules(child, attribute)
  }

  /** `module(x)`: what its `forward` gives, in a block named like the attribute that holds the module. */
  call(module: Instance, given: Arguments): PyValue {
    this.baptise(module, given.at)
    if (!this.#ran.has(module)) {
      // In the order in which the module has them, which is better to read than that in which they are computed with.
      for (const each of this.#within(module)) this.#ran.add(each)
      for (const { parameter } of this.named(module)) this.torch.running.trace.read(parameter, given.at)
    }
    const name = this.#names.get(module) ?? module.class.name
    const forward = memberOf(module.class, 'forward')
    if (!forward) throw new Refusal(`The module ${module.class.name} has no forward.`, given.at)
    const { running } = this.torch
    const isBlock = !isElementary(module.class) && isOfLibrary(module.class)
    if (isBlock) running.trace.open(name, given.at)
    const result = running.call(forward, { ...given, positional: [module, ...given.positional] }, name)
    if (isBlock) running.trace.close()
    return result
  }
}

/** Whether the library wrote what the class computes. */
const isOfLibrary = (of: Class): boolean => libraryClasses.has(of)
/** One operation, which needs no block around it. */
const isElementary = (of: Class): boolean => elementaryClasses.has(of)

const libraryClasses = new WeakSet<Class>()
const elementaryClasses = new WeakSet<Class>()

export function ofLibrary(of: Class, elementary = false): Class {
  libraryClasses.add(of)
  if (elementary) elementaryClasses.add(of)
  return of
}

const known = new WeakMap<Running, Modules>()

export function modulesOf(running: Running): Modules {
  const modules = known.get(running) ?? new Modules(torchOf(running))
  known.set(running, modules)
  return modules
}
