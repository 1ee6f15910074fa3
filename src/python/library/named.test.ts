import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { runLibrary } from '../../../verification/fixtures/libraryRun.ts'
import { differentiate } from '../../core.ts'
import { Interpreter } from '../run/interpreter.ts'
import { Namespace } from '../values/values.ts'
import * as library from './library.ts'
import { allModules } from './library.ts'

/** Texts whose numbers come from the libraries, and tests of what has no number of a library, such as draws. */
const TEXTS = [
  ...[
    'src/python/library/cases.json',
    'verification/python/torchExpressions.json',
    'verification/python/snippets.json',
  ],
  ...['src/python/library/named.test.ts', 'src/python/library/random.test.ts'],
  ...['src/python/derivatives/derivatives.test.ts', 'src/python/run/semantics.test.ts'],
]
  .map((path) => readFileSync(path, 'utf8').replaceAll('\\n', '\n'))
  .join('\n')

/** What a program writes in front of the names of a module. */
const WRITTEN: Readonly<Record<string, string>> = {
  numpy: '(np|jnp|numpy)',
  'autograd.numpy': '(np|jnp|numpy)',
  'jax.numpy': '(np|jnp|numpy)',
  'torch.nn.functional': '(F|functional)',
  'jax.nn': 'jax\\.nn',
  'jax.tree': '(tree|tree_util)',
  'jax.tree_util': '(tree|tree_util)',
  'jax.lax': '(jax\\.lax|lax)',
  'jax.random': 'jax\\.random',
  'numpy.random': '(np\\.random|rng|default_rng\\(0\\))',
  'autograd.numpy.random': '(np\\.random|rng|default_rng\\(0\\))',
}

const isWritten = (path: string, name: string): boolean => {
  const before = WRITTEN[path] ?? path.split('.').slice(-1)[0]
  const imported = `from ${path.replaceAll('.', '\\.')} import [^\\n]*\\b${name}\\b`
  if (path.startsWith('micrograd')) return new RegExp(`\\b${name}[()]`).test(TEXTS)
  return new RegExp(`(?<![\\w.])(\\w+\\.)*${before}\\.${name}\\b|${imported}`).test(TEXTS)
}

const run = new Interpreter(library, {
  ...{ chosen: {}, asks: false, givesArguments: false },
  fixed: { accumulators: new Set(), buffers: new Set(), counters: new Set() },
})
const names = [...allModules(run)].flatMap(([path, { members }]) =>
  [...members].flatMap(([name, value]) => (value instanceof Namespace ? [] : [[path, name] as const])),
)

/** Methods: of the functions that the tables define, those that no module has. */
const methods = readdirSync('src/python/library', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
  .flatMap((path) => [...readFileSync(`src/python/library/${path}`, 'utf8').matchAll(/defined\(\s*['"]([\w ]+)['"],/g)])
  .flatMap(([, written]) => written.split(' '))
  .filter((name) => !names.some(([, other]) => other === name))

describe('every name of the tables stands in a test with numbers', () => {
  test.each([...new Set(names.map(([path]) => path))])('of %s', (path) => {
    const own = names.flatMap(([of, name]) => (of === path ? [name] : []))
    expect(own.filter((name) => !isWritten(path, name))).toEqual([])
  })

  test('and every method', () => {
    expect(methods.filter((name) => !new RegExp(`\\b${name}\\(`).test(TEXTS))).toEqual([])
  })
})

describe('derivatives that PyTorch is asked for by functions', () => {
  test.each([
    'torch.func.grad(f)(x)',
    'torch.func.jacrev(f)(x)',
    'torch.func.jacfwd(f)(x)',
    'torch.autograd.functional.jacobian(f, x)',
    'torch.autograd.functional.hessian(f, x)',
    'torch.autograd.grad(f(x.requires_grad_()), x)',
  ])('%s is of x³', (asked) => {
    const text = `f = lambda x: (x ** 3).sum()\nx = torch.tensor([1.0, 2.0])\ng = ${asked}`
    const { diagnostics, jacobian } = differentiate(text, { mode: 'reverse' })
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(Object.values(jacobian)).toEqual([{ x: [3, 12] }])
  })
})

describe('names that compute nothing of their own', () => {
  test.each([
    ['f = torch.tensor([1.5]).cuda()', [1.5]],
    ['n = Neuron(2, nonlin=False)\nfor p in n.parameters():\n    p.data = 0.5\nf = n([1.0, 2.0])', 2],
    [
      'from micrograd.nn import Module\nclass Twice(Module):\n    def __call__(self, x):\n        return 2.0 * x\nf = Twice()(1.5)',
      3,
    ],
    ['n = Layer(2, 1)\nfor p in n.parameters():\n    p.data = 0.5\nf = n([1.0, 2.0])', 2],
  ])('%s', (text, value) => {
    expect(runLibrary(text).value).toEqual(value)
  })

  test('x.detach_() is refused', () => {
    expect(() => runLibrary('f = torch.tensor([1.5]).detach_()')).toThrow('x = x.detach()')
  })
})

describe('names of NumPy before its version 2', () => {
  test.each([
    ['np.float(3) / 2', 1.5],
    ['np.int(2.7)', 2],
    ['np.bool(2)', 1],
    ['np.round_(2.567, 1)', 2.6],
    ['np.row_stack([[1.0, 2.0], [3.0, 4.0]])[1, 0]', 3],
    ['np.minimum(np.Inf, 4.0)', 4],
    ['np.isnan(np.NaN)', 1],
  ])('%s is %f', (text, value) => {
    expect(runLibrary(`f = ${text}`).value).toBe(value)
  })
})
