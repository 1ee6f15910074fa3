import type { PyValue } from '../values/values.ts'
import type { Modules } from './imports.ts'

/** What snippets without their imports call the libraries. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['np', 'numpy'],
  ['anp', 'autograd.numpy'],
  ['jnp', 'jax.numpy'],
  ['jax', 'jax'],
  ['lax', 'jax.lax'],
  ['math', 'math'],
  ['scipy', 'scipy'],
  ['torch', 'torch'],
  ['nn', 'torch.nn'],
  ['F', 'torch.nn.functional'],
  ['optim', 'torch.optim'],
])

/** Names that belong to a module, by where they stand. */
const MEMBERS: ReadonlyMap<string, string> = new Map([
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
])

/** What a well-known name of the libraries stands for in texts that do not import it. */
export function unimported(modules: Modules, name: string): PyValue | undefined {
  const [path, module] = [ALIASES.get(name), MEMBERS.get(name)]
  return path ? modules.get(path) : module && modules.get(module)?.members.get(name)
}
