import type { Namespace, PyValue } from '../values/values.ts'

/** What snippets without their imports call the libraries. */
const ALIASES: Readonly<Record<string, string>> = {
  np: 'numpy',
  anp: 'autograd.numpy',
  jnp: 'jax.numpy',
  jax: 'jax',
  lax: 'jax.lax',
  math: 'math',
  scipy: 'scipy',
  torch: 'torch',
  nn: 'torch.nn',
  F: 'torch.nn.functional',
  optim: 'torch.optim',
}

/** Names that belong to a module, by where they stand. */
const MEMBERS: readonly (readonly [name: string, module: string])[] = [
  ['Value', 'micrograd.engine'],
  ['Neuron', 'micrograd.nn'],
  ['Layer', 'micrograd.nn'],
  ['MLP', 'micrograd.nn'],
  ['grad', 'jax'],
  ['value_and_grad', 'jax'],
  ['jit', 'jax'],
  ['vmap', 'jax'],
  ['jacfwd', 'jax'],
  ['jacrev', 'jax'],
  ['hessian', 'jax'],
  ['jvp', 'jax'],
  ['vjp', 'jax'],
]

/** The well-known names of the libraries, for texts that do not import them. */
export function aliases(modules: ReadonlyMap<string, Namespace>): Map<string, PyValue> {
  const found = new Map<string, PyValue>()
  for (const [alias, path] of Object.entries(ALIASES)) {
    const module = modules.get(path)
    if (module) found.set(alias, module)
  }
  for (const [name, path] of MEMBERS) {
    const member = modules.get(path)?.members.get(name)
    if (member !== undefined) found.set(name, member)
  }
  return found
}
