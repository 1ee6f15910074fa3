import type { Span } from '../../language/syntax.ts'
import { quote } from '../../language/words.ts'
import { autogradDerivatives, jaxDerivatives } from '../derivatives/jax.ts'
import type { Modules } from '../run/imports.ts'
import type { Running } from '../run/running.ts'
import type { Library, PyNumber } from '../values/numbered.ts'
import { Refusal } from '../values/refusal.ts'
import { Namespace, type PyValue } from '../values/values.ts'
import { arrayAttribute } from './attributes.ts'
import { functools } from './functools.ts'
import { jaxModules } from './jax/jax.ts'
import { mathMembers } from './math.ts'
import { microgradModules } from './micrograd/microgradModules.ts'
import { assignMicrogradAttribute, microgradAttribute } from './micrograd/value.ts'
import { normalDistribution } from './normal.ts'
import { clipOfNumpy } from './numpy/choosing.ts'
import { numpyMembers } from './numpy/numpy.ts'
import { randomMembers } from './numpy/random.ts'
import { pythonRandom } from './random.ts'
import { special } from './special.ts'
import { callables, type LibraryFunction } from './table.ts'
import { torchAttribute } from './torch/attributes.ts'
import { assignTorchAttribute } from './torch/inPlace.ts'
import { torchModules } from './torch/torchModules.ts'

export { builtins, callKind } from './builtins.ts'
export { augment, combined, compare, infix, isTrue, prefix } from './operators.ts'
export { assignEntries, subscript } from './subscripts.ts'

type Libraries = Iterable<readonly [path: string, module: Namespace]>

/** Each library by the first part of its paths, with what of it is read here by those paths. */
const LIBRARIES: Readonly<Record<string, (running: Running) => Libraries>> = {
  numpy: (running) => numpyModules(running, 'numpy', 'np'),
  scipy: (running) => scipyModules(running, 'scipy', 'numpy'),
  autograd: (running) => [
    ['autograd', new Namespace('autograd', autogradDerivatives(running))],
    ...numpyModules(running, 'autograd.numpy', 'np'),
    ...scipyModules(running, 'autograd.scipy', 'numpy'),
  ],
  jax: (running) => {
    const scipy = scipyModules(running, 'jax.scipy', 'jax')
    return [...scipy, ...jaxModules(running, jaxDerivatives(running), new Map(scipy).get('jax.scipy') as Namespace)]
  },
  torch: torchModules,
  micrograd: microgradModules,
  math: (running) => [['math', new Namespace('math', mathMembers(running, { from: 0, to: 0 }))]],
  functools: (running) => [['functools', new Namespace('functools', functools(running))]],
  random: (running) => [['random', new Namespace('random', pythonRandom(running))]],
}

/** Every module that can be imported, by its path. */
export const allModules = (running: Running): ReadonlyMap<string, Namespace> =>
  new Map(Object.values(LIBRARIES).flatMap((library) => [...library(running)]))

/**
 * What programs import, by its path: `numpy`, `jax.nn`. What is not here is refused by its name. A library has hundreds of
 * names, and stands ready only once a program asks for one of its paths.
 */
export function modules(running: Running): Modules {
  const ready = new Map<string, ReadonlyMap<string, Namespace>>()
  return {
    get(path) {
      const [library] = path.split('.')
      if (!Object.hasOwn(LIBRARIES, library)) return undefined
      const found = ready.get(library) ?? new Map(LIBRARIES[library](running))
      ready.set(library, found)
      return found.get(path)
    },
  }
}

function numpyModules(running: Running, path: string, prefix: string): [string, Namespace][] {
  const random = new Namespace(`${prefix}.random`, randomMembers(running))
  const members = numpyMembers(running, 'numpy', prefix, [clipOfNumpy]).set('random', random)
  return [
    [path, new Namespace(prefix, members)],
    [`${path}.linalg`, members.get('linalg') as Namespace],
    [`${path}.random`, random],
  ]
}

/** `scipy.special` and `scipy.stats.norm`, which autograd and JAX have under their own paths. */
function scipyModules(running: Running, path: string, library: Library): [string, Namespace][] {
  const table = (name: string, functions: readonly LibraryFunction[]): Namespace =>
    new Namespace(name, callables(running, library, name, functions))
  const specials = table(`${path}.special`, special)
  const normal = table(`${path}.stats.norm`, normalDistribution)
  const stats = new Namespace(`${path}.stats`, new Map([['norm', normal]]))
  return [
    [
      path,
      new Namespace(
        path,
        new Map([
          ['special', specials],
          ['stats', stats],
        ]),
      ),
    ],
    [`${path}.special`, specials],
    [`${path}.stats`, stats],
    [`${path}.stats.norm`, normal],
  ]
}

/** `x.shape`, `x.sum` */
export function attribute(running: Running, target: PyNumber, name: string, at: Span): PyValue {
  if (target.library === 'torch') return torchAttribute(running, target, name, at)
  if (target.library === 'micrograd') return microgradAttribute(running, target, name, at)
  return arrayAttribute(running, target, name, at)
}

/** `x.name = value`. @public, as what the interpreter is given whole. */
export function assignAttribute(running: Running, target: PyNumber, name: string, value: PyValue, at: Span): void {
  if (target.library === 'torch') return void assignTorchAttribute(running, target, name, value, at)
  if (target.library === 'micrograd') return void assignMicrogradAttribute(running, target, name, value, at)
  throw new Refusal(`The attribute ${quote(name)} of an array is not assigned here.`, at)
}
