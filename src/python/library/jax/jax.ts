import type { Running } from '../../run/running.ts'
import { Callable, List, Namespace, NONE, type PyValue, type Tuple } from '../../values/values.ts'
import type { LibraryCall } from '../call.ts'
import { clipOfJax } from '../numpy/choosing.ts'
import { numpyMembers } from '../numpy/numpy.ts'
import { callables, defined, type LibraryFunction } from '../table.ts'
import { lax, mapped } from './lax.ts'
import { activations } from './nn.ts'
import { jaxRandom } from './random.ts'
import { leavesOf, treeMap } from './tree.ts'

const ofTree = (call: LibraryCall): PyValue => {
  const rest = (call.value('rest') as Tuple).items
  const does = (leaves: readonly PyValue[]): PyValue =>
    call.running.call(call.value('f'), { positional: leaves, keywords: new Map(), at: call.at })
  return treeMap(does, [call.value('tree'), ...rest], call.at)
}

const TREES: readonly LibraryFunction[] = [
  defined('map tree_map', 'f, tree, *rest, is_leaf=None?', ofTree),
  defined('leaves tree_leaves', 'tree, is_leaf=None?', (call) => new List(leavesOf(call.value('tree'), call.at))),
]

/** Calls that change how a function is run and not what it computes. */
const TRANSFORMS: readonly LibraryFunction[] = [
  defined('jit', 'fun, static_argnums=None, static_argnames=None, donate_argnums=None, inline=False', (call) =>
    call.value('fun'),
  ),
  defined('checkpoint remat', 'fun, *, prevent_cse=True, policy=None, static_argnums=()', (call) => call.value('fun')),
  defined('device_put block_until_ready', 'x, device=None', (call) => call.value('x')),
  defined(
    'vmap',
    'fun, in_axes=0, out_axes=0, axis_name=None?, axis_size=None?',
    (call) =>
      new Callable('vmap(…)', ({ positional, keywords, at }) => {
        if (keywords.size > 0) return call.refuse('A function of vmap is called by position here.')
        return mapped(call, positional, at)
      }),
  ),
]

/** The modules of JAX by their paths; `derivatives` are `grad` and its kin, `scipy` its part of that name. */
export function jaxModules(
  running: Running,
  derivatives: ReadonlyMap<string, PyValue>,
  scipy: Namespace,
): Map<string, Namespace> {
  const space = (name: string, members: ReadonlyMap<string, PyValue>): Namespace => new Namespace(name, members)
  const table = (name: string, functions: readonly LibraryFunction[]): Namespace =>
    space(name, callables(running, 'jax', name, functions))
  const jnp = space('jnp', numpyMembers(running, 'jax', 'jnp', [clipOfJax]))
  const config = table('jax.config', [defined('update', 'name, value', () => NONE)])
  const [nn, laxes, random] = [table('jax.nn', activations), table('lax', lax), table('jax.random', jaxRandom)]
  const [treeUtil, tree] = [table('jax.tree_util', TREES), table('jax.tree', TREES)]
  const parts = { numpy: jnp, nn, lax: laxes, random, scipy, tree_util: treeUtil, tree, config }
  const jax = space(
    'jax',
    new Map<string, PyValue>([
      ...callables(running, 'jax', 'jax', TRANSFORMS),
      ...derivatives,
      ...Object.entries(parts),
    ]),
  )
  return new Map([
    ['jax', jax],
    ['jax.numpy', jnp],
    ['jax.numpy.linalg', jnp.members.get('linalg') as Namespace],
    ['jax.nn', nn],
    ['jax.lax', laxes],
    ['jax.random', random],
    ['jax.tree_util', treeUtil],
    ['jax.tree', tree],
    ['jax.config', config],
  ])
}
