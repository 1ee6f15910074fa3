import type { Numbers, Primal } from '../autodiff/pass.ts'
import { primal } from '../autodiff/primal.ts'
import { type BuildOptions, buildGraph } from '../graph/build.ts'
import { unroll } from '../graph/unroll.ts'
import { parse } from '../language/parse.ts'

/** For tests: text to primal pass. Without `open` functions are written out. */
export function primalOf(source: string, options: BuildOptions = {}, at: Readonly<Numbers> = {}): Primal {
  const { program, diagnostics } = parse(source)
  const { graph, diagnostics: others } = buildGraph(program, options)
  if (!graph) throw new Error([...diagnostics, ...others].map(({ message }) => message).join('\n'))
  return primal(graph, at)
}

/** The same program in scalars. */
export const unrolledOf = (source: string): Primal => primal(unroll(primalOf(source).graph, () => true))

/** Functions stay closed modules. */
export const closedOf = (source: string): Primal => primalOf(source, { open: new Set() })

export const LECTURE = 'x1 = 2\nx2 = 3\nf = sin(x1) + x1*x2'

export const LINEAR_LAYER =
  'data x = [[1, 2, 3], [0.5, -1, 2]]\nparam W = [[1, 2], [3, 4], [5, 6]]\nparam b = [1, -1]\nf = x @ W + b'

export const MLP = [
  'data x = [[1, 2], [0.5, -1], [2, 0.25]]',
  'data y = [1, 0, 1]',
  'param W1 = [[0.5, -0.25, 1], [0.75, 1, -0.5]]',
  'param b1 = [0.1, 0.2, -0.3]',
  'param W2 = [1, -1, 0.5]',
  'h = tanh(x @ W1 + b1)',
  'p = h @ W2',
  'loss = sum((p - y)*(p - y))',
].join('\n')

/** Arrays of every kind, and closed modules where `closedOf` reads them. */
export const ARRAYS = [
  LINEAR_LAYER,
  MLP,
  'x = [1, -2, 3]\nf = max(x)\ng = relu(x)*x[0]\nh = where(x > 0, x, 2*x)',
  'x = [[1, 2, 3], [4, 5, 7]]\nf = softmax(x)\ng = logsoftmax(x, axis=0)\nh = logsumexp(x, axis=1)',
  'x = [1, 2, 3, 4, 5]\nk = [1, -1]\nf = conv(x, k)\ng = norm(x)*prod(k)',
  'x = [[1, 2], [0.5, -1]]\nW = [[1, 0.5], [2, -1]]\nb = [0.5, 1]\nf = dense(x, W, b)\ng = mse(f, x)',
  'g(a, b) = a*b + sin(a)\nx = 1.5\ny = 2\nf = g(x, y)*g(y, x)\nh = g(x, 2)',
  'A = [[1, 2], [3, 4]]\nB = A.T\nc = A[0, :]\nf = A @ B + concat([c, c], axis=0)[1:3]\ng = outer(c, c) - reshape(A, [2, 2])',
]
