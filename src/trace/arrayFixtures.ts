/** For tests: programs of arrays with every kind of operation, broadcasting, branches, entries that are absent and ones that are not finite. */
export const ARRAY_PROGRAMS: Readonly<Record<string, string>> = {
  matrixVector: 'x = [1, -2]\nW = [[1, 2], [3, 4], [5, 6]]\nb = [0.5, 0, -1]\nh = W @ x + b\nf = sum(h*h)',
  matrices: 'X = [[1, 2], [3, 4]]\nW = [[0.5, -2, 1], [3, 0, 2]]\nf = tanh(X @ W)\ng = mean(f, axis=0)',
  vectors: 'x = [1, 2, 3]\ny = [0.5, -1, 2]\nf = dot(x, y)\ng = outer(x, y)\nh = x @ y + norm(x)',
  broadcasting: 'X = [[1, 2], [3, 4], [5, 6]]\nb = [1, -1]\ns = 3\nf = sum((X - b)*s + b/X)',
  columns: 'c = [[1], [2]]\nr = [[3, 4, 5]]\nf = c*r + r',
  branches: 'x = [1, 2]\nu = sin(x)\nf = sum(u*x + u + x, axis=0)\noutput u',
  entries: 'x = [1, 2, 3]\nf = x[0]*x[2]\ng = x[1:]\nh = [x[2], 5, x[0]]',
  shapes: 'X = [[1, 2, 3], [4, 5, 6]]\nf = reshape(X.T, [2, 3])*X\ng = concat(X, X, axis=1)[:, ::2]\nh = flatten(X)',
  softmax:
    'z = [[1, 2, -1], [0, 0.5, 3]]\np = softmax(z)\nf = -sum(log(p)*[[0, 1, 0], [1, 0, 0]])\ng = logsoftmax(z, axis=0)',
  routers: 'x = [3, 1, 3]\ny = [2, 2, 3]\nf = max(x, y)\ng = max(x)\nh = where(x > y, x, 2*y)\nk = relu(x - 2)',
  reductions: 'X = [[1, 2], [3, 4]]\nf = prod(X, axis=1)\ng = logsumexp(X, axis=0, keepdims=True)\nh = min(X)',
  convolution: 'x = [1, 2, 3, 4, 5]\nk = [1, -1]\nf = conv(x, k)\ng = conv(x, k, stride=2)',
  ranks: 'A = [[[1, 2], [3, 4]], [[5, 6], [7, 8]]]\nB = [[1, -1], [2, 0]]\nf = sum(A @ B, axis=-1)',
  singular: 'x = [0, -1, 4]\nf = sqrt(x) + log(x)\ng = sum(sqrt(x*x))',
  layers:
    'data X = [[1, 2], [3, -4]]\nparam W = [[1, 0.5], [-1, 2]]\nparam b = [1, 0]\nh = dense(X, W, b)\nL = mse(h, [[1, 0], [0, 1]]) + sum(W*W)',
  functions: 'w = 0.5\nx = [1, 2]\ng(a, b) = a*b + b\ns(a) = a*a + 1\nf = sum(g(w, x)) + s(w)',
}

/** How programs with functions are looked at: as they are opened, or with closed modules. */
export const VIEWS = { opened: {}, closed: { open: new Set<number>() }, unrolled: { unrolled: true } } as const
