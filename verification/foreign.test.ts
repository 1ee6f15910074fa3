import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { examples } from '../src/examples/examples.ts'
import { foreignProblem, looksLikePython, recognised } from '../src/foreign/recognised.ts'
import { arrayPrograms } from './arrayPrograms.ts'
import edges from './cases/edges.json' with { type: 'json' }
import gradients from './cases/gradients.json' with { type: 'json' }
import published from './cases/published.json' with { type: 'json' }
import { ARRAY_PROGRAMS } from './fixtures/arrayPrograms.ts'
import { programs } from './programs.ts'

const TEXTS: Record<string, readonly string[]> = {
  MATLAB: [
    'x = [-1.2 1];\nf = 100*(x(2) - x(1)^2)^2 + (1 - x(1))^2',
    'x = 3 % the start\ny = x^2',
    'A = [1 2; 3 4];\nb = A.^2',
    'x = linspace(0, 1, 5);\ny = x.*x;',
    'f = @(x) x^2 - 2;',
    'function y = f(x)\n  y = x^2;\nend',
    'x = 2;\n%% the objective\nf = x^2;',
    'y = 0;\nfor i = 1:10\n  y = y + i;\nend',
    'x = [1 -2]',
    'x = 0:0.1:1',
    'a = 1;\nif a ~= 2\n  b = 3;\nend',
    'y = w1*x + ...\n    b',
  ],
  Julia: [
    'f(x) = sum(x.^2)\nusing Zygote',
    'y = sin.(x)',
    'f = x -> x^2 + 1',
    'function f(x)\n  x^2 + 1\nend',
    'x::Float64 = 2.0',
    'println(2x)',
  ],
  R: [
    'x <- 1.5\nsin(x) - exp(-x)',
    'x <-1.5',
    'f <- function(x) x^2',
    'A %*% B',
    'x = c(1, 2, 3)\nsum(x^2)',
    'library(torch)\nx = 1',
    'w = ifelse(TRUE, 1, 2)',
  ],
  JavaScript: [
    'const g = t => t*t + 1',
    'let x = 2\nconst y = x*x',
    'const f = (x) => { return x * x; }',
    'function f(x) { return Math.exp(x); }',
    'y = Math.tanh(x)',
    'const xs = [1, 2];\nconst s = xs.map(x => x*x);',
    'var w = 0.5;',
  ],
  'C or C++': [
    'double u = 1.5;\ndouble v = std::exp(u) * u;',
    '#include <cmath>\nfloat x = 2.0f;',
    'float f(float x) { return x*x; }',
    'y = std::sin(x);',
    'const double a = 2.0;\nint n = 3;',
  ],
  Java: ['public static double f(double x) { return x*x; }', 'double y = Math.exp(2.0);\nSystem.out.println(y);'],
  LaTeX: [
    'f = \\frac{1}{1 + e^{-z}}',
    'g = \\frac12 x_{1}x_{2} + \\sin(x_{1})',
    'L = \\sum_{i=1}^{3} (y_i - \\hat{y}_i)^2',
    '$x_{1}^2$',
    '\\begin{cases} x & x > 0 \\\\ 0 & x \\le 0 \\end{cases}',
  ],
  Python: [
    'x = 1.5\ny = x\ny = y * 2',
    'x = 2.0\nx = x ** 2',
    'b = 2.0\nb += 3 * b',
    'import numpy as np',
    'from math import sin',
    'f = np.exp(2.0)',
    'y = math.sin(1.0)',
    'y = F.relu(x)',
    'y = x.sum()',
    'loss.backward()',
    'print(x)',
    'f = lambda x: x**2',
    'def f(x):\n    return x**2',
    'for i in range(4):\n    y = y * y',
    'while b < 100:\n    b = b * 2',
    'if x > 0:\n    y = 2',
    '>>> x = 2.0',
    'f = sum([x**3 for x in xs])',
    'f = where(False, 1, 2)',
    'x = True',
    'y = x[:, None]',
    'a, b = 1.0, 2.0',
    'A = x.shape[0]',
    'a = Value(-4.0)',
    'y = 2 if x > 0 else 3',
    'c = a and b',
    'x = 7\ny = x // 2',
    'x: float = 2.0',
    'out = x.item()',
    'class Net(nn.Module):\n    pass',
    's = tensor([0.5, 1.0])',
  ],
  'a spreadsheet’s formula': ['=SUM(A1:A3)*B2'],
  'the Wolfram Language': ['f = Sin[x]^2'],
}

describe.each(Object.entries(TEXTS))('a text in %s', (language, texts) => {
  it.each(texts)('is recognised: %j', (text) => {
    expect(recognised(text)?.language).toBe(language)
    expect(looksLikePython(text)).toBe(language === 'Python')
  })

  it.each(texts)('is refused in one sentence without a fix: %j', (text) => {
    const problem = foreignProblem(text)
    expect(problem).toMatchObject({ severity: 'error', message: expect.stringMatching(/^This is [^.]*: .*\.$/) })
    expect(problem?.fix).toBeUndefined()
    expect(problem && problem.to > problem.from && problem.to <= text.length).toBe(true)
  })
})

/** Correct programs and mistakes of our own, which its parser explains. */
const OURS = [
  'x = 1; y = 2; f = x*y;',
  'x = 2 # import numpy as np; x.sum()\nf = x^2 # C: x += 1',
  'f(x, y) = x*y + sin(x)\nf(2, 3)',
  'W = [[1, 2], [3, 4]]\nf = sum(W.T @ W, axis=0, keepdims=True)',
  'x = [1 - 2, -3]\ny = x[0]',
  'x = [1, 2]\nf = x[:1] - x[1:]',
  'a = 1\nf = 1./a + 2.^a + 2.*a',
  'x = 1\nf = x < -2',
  'const g = 9.81\nt = 2\nh = g*t^2/2',
  'param w = 0.5\ndata t = 1\noutput f = w*t',
  'let_ = 1\nprint_x = 2\nend = 3\nf = end*let_',
  'c(a, b) = a*b\nf = c(1, 2)',
  'NA = 6.022e23\nf = NA*2',
  'Value(x) = x^2\ny = Value(3)',
  'F = [[1, 2], [3, 4]]\nf = sum(F.T)',
  'x = 1\nx = 2^2',
  'x = 1\nf = a&b',
  'x = 1.5f\nf = 2',
  'f = x if',
  'x = 2 // pounds',
  "f = A' @ x",
  'α₁ = 1\nf = α₁·2 − 3×α₁² ÷ π',
  'f = x if y',
]

describe('a text of our own', () => {
  it.each([
    ...OURS,
    ...Object.values(ARRAY_PROGRAMS),
    ...examples.map(({ program }) => program),
    ...published.map(({ program }) => program),
    ...[...edges, ...gradients].map(({ expr }) => expr),
  ])('is not taken for another language: %j', (text) => {
    expect(recognised(text)).toBeNull()
  })

  it('is not, whatever correct program it is', () => {
    fc.assert(
      fc.property(programs, ({ source }) => {
        expect(recognised(source)).toBeNull()
      }),
      { seed: 12, numRuns: 3_000 },
    )
  })

  it('is not, whatever correct program of arrays it is', () => {
    fc.assert(
      fc.property(arrayPrograms, ({ source }) => {
        expect(recognised(source)).toBeNull()
      }),
      { seed: 12, numRuns: 1_000 },
    )
  })
})

describe('recognising', () => {
  it.each([
    'x'.repeat(1e6),
    '['.repeat(1e6),
    'a1'.repeat(5e5),
    ' '.repeat(1e6),
    'a if '.repeat(2e5),
    'x = 1\n'.repeat(1e5),
  ])('takes a short time for a long text: %.12j', (text) => {
    const start = performance.now()
    recognised(text)
    expect(performance.now() - start).toBeLessThan(3_000)
  })
})
