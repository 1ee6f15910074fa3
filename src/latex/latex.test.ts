import { describe, expect, it } from 'vitest'
import { applyChanges } from '../language/edits.ts'
import { latexProblems, readLatex } from './latex.ts'

const tex = String.raw

/** What is written in papers and homeworks, and the program that says the same. */
const READ: readonly (readonly [latex: string, program: string])[] = [
  [tex`f = \frac{1}{1 + e^{-z}}`, 'f = 1/(1 + exp(-z))'],
  [tex`g = \frac12 x_{1}x_{2} + \sin(x_{1})`, 'g = 1/2*x1*x2 + sin(x1)'],
  [tex`L = \sum_{i=1}^{3} (y_i - \hat{y}_i)^2`, 'y = [0.1, 0.2, 0.3]\ny_hat = [0.4, 0.5, 0.6]\nL = sum((y - y_hat)^2)'],
  [tex`\frac{1}{1+e^{-w^\top x}}`, 'w = [0.1, 0.2]\nx = [0.3, 0.4]\n1/(1 + exp(-dot(w, x)))'],
  [tex`w_0 + \sum_{i=1}^3 w_i`, 'w = [0.1, 0.2, 0.3]\nw0 + sum(w)'],
  [tex`x^T y`, 'x = [0.1, 0.2]\ny = [0.3, 0.4]\ndot(x, y)'],
  [tex`\mathbf{x}^\top \mathbf{A}\,\mathbf{x}`, 'x = [0.1, 0.2]\nA = [[0.3, 0.4], [0.5, 0.6]]\ndot(x @ A, x)'],
  [tex`\mathbf{W}\mathbf{x} + \mathbf{b}`, 'W = [[0.1, 0.2], [0.3, 0.4]]\nx = [0.5, 0.6]\nb = [0.7, 0.8]\nW @ x + b'],
  [tex`\mathbf{u}\mathbf{v}^\top`, 'u = [0.1, 0.2]\nv = [0.3, 0.4]\nouter(u, v)'],
  [tex`\mathbf{u} \odot \mathbf{v}`, 'u = [0.1, 0.2]\nv = [0.3, 0.4]\nu*v'],
  [tex`\langle u, v \rangle`, 'u = [0.1, 0.2]\nv = [0.3, 0.4]\ndot(u, v)'],
  [tex`\|\mathbf{x}\|_2^2 + \lambda \|\mathbf{w}\|_1`, 'x = [0.1, 0.2]\nw = [0.3, 0.4]\nsum(x^2) + lambda*sum(abs(w))'],
  [tex`\lVert x \rVert`, 'x = [0.1, 0.2]\nnorm(x)'],
  [tex`|x - 1|\,|y|`, 'abs(x - 1)*abs(y)'],
  [tex`\begin{cases} x^2 & \text{if } x > 0 \\ -x & \text{otherwise} \end{cases}`, 'where(x > 0, x^2, -x)'],
  [tex`\begin{cases} 1 & 0 < x < 1 \end{cases}`, 'where((0 < x)*(x < 1), 1, nan)'],
  [tex`\begin{pmatrix}1&2\\3&4\end{pmatrix}\begin{pmatrix}x\\y\end{pmatrix}`, '[[1, 2], [3, 4]] @ [x, y]'],
  [tex`\begin{aligned} a &= b + 1 \\ c &= a^2 \end{aligned}`, 'a = b + 1\nc = a^2'],
  [
    `${tex`\sigma(z) = \frac{1}{1+e^{-z}}`}\n${tex`p = \sigma(w x + b)`}`,
    'sigma(z) = 1/(1 + exp(-z))\np = sigma(w*x + b)',
  ],
  [tex`f(x, y) = 100(y - x^2)^2 + (1 - x)^2`, 'f(x, y) = 100*(y - x^2)^2 + (1 - x)^2'],
  [
    tex`$$J(\theta) = \frac{1}{2m}\sum_{i=1}^m (h_i - y_i)^2$$ with $h_i = \theta x_i$`,
    'const m = 3\ny = [0.1, 0.2, 0.3]\nx = [0.4, 0.5, 0.6]\nJ(theta) = 1/(2*m)*sum((h - y)^2)\nh = theta*x',
  ],
  [tex`L = -\sum_i y_i \log(p_i)`, 'y = [0.1, 0.2, 0.3]\np = [0.4, 0.5, 0.6]\nL = -sum(y*log(p))'],
  [tex`\sum_{k=0}^{3} c_k x^k`, 'c = [0.1, 0.2, 0.3, 0.4]\nsum(c*x^[0, 1, 2, 3])'],
  [tex`\sum_{k=1}^{4} a`, '4*a'],
  [tex`\prod_{i=1}^{3} a_i`, 'a = [0.1, 0.2, 0.3]\nprod(a)'],
  [tex`\max_i x_i`, 'x = [0.1, 0.2, 0.3]\nmax(x)'],
  [tex`\max\{a, b\}`, 'max(a, b)'],
  [
    tex`\log_2 x + \log_b x + \sqrt[3]{x} + \sin^2 x + \sin^{-1} x`,
    'log2(x) + log(x)/log(b) + cbrt(x) + sin(x)^2 + asin(x)',
  ],
  [tex`\sin 2x \cos y`, 'sin(2*x)*cos(y)'],
  [tex`\operatorname{softmax}(\mathbf{z})`, 'z = [0.1, 0.2]\nsoftmax(z)'],
  [tex`h^{(1)} = \tanh(w^{(1)} x + b^{(1)})`, 'h_1 = tanh(w_1*x + b_1)'],
  [tex`h_t = \tanh(w x_t + u h_{t-1})`, 'h_t = tanh(w*x_t + u*h_t_minus_1)'],
  [tex`y = \left(\frac{x-\mu}{\sigma}\right)^{2}`, 'y = ((x - mu)/sigma)^2'],
  [tex`0.25\,x \cdot -y`, '0.25*x*-y'],
]

const UNREAD: readonly (readonly [latex: string, message: RegExp])[] = [
  [tex`\int_0^1 x\,dx`, /integral/],
  [tex`\lim_{x \to 0} x`, /limit|\\to/],
  [tex`\frac{\partial f}{\partial x}`, /write the function alone/],
  [tex`\frac{d}{dx} x^2`, /write the function alone/],
  [tex`f'(x)`, /prime/],
  [tex`1/2x`, /\\frac/],
  [tex`N(x)`, /define N\(x\)/],
  [`${tex`f(x) = x^2`}\n${tex`g = f^{-1}(y)`}`, /power or an inverse/],
  [tex`\frac{e^{z_i}}{\sum_j e^{z_j}}`, /one entry of what a sum runs over/],
  [tex`-z_k + \log \sum_j e^{z_j}`, /one entry/],
  [tex`\frac{x_1}{\sum_{j=1}^{3} x_j}`, /one entry/],
  [tex`\sum_{i=1}^{n} y_i + (1 - y_i)`, /stands outside of the sum/],
  [tex`\sum_{i=1}^{n} \sum_{j=1}^{m} a_{ij}`, /sum within a sum/],
  [tex`\sum_{i=1}^{n} x_{i+1}`, /moved/],
  [tex`\sum_{k=0}^{4} \frac{x^k}{k!}`, /factorial/],
  [tex`e^{i\pi}`, /Complex/],
  [tex`w := w - \eta g`, /new value/],
  [tex`\mathbf{u} \times \mathbf{v}`, /cross product/],
  [tex`\mathbf{u}\mathbf{v}`, /no product in this order/],
  [tex`a = b = c`, /one “=”/],
  [tex`\binom{n}{k}`, /binomial/],
  [tex`x \in \mathbb{R}`, /set/],
  [tex`a \approx b`, /approx/],
  [tex`\foo{x}`, /no LaTeX/],
  [tex`\frac{1}{`, /no LaTeX/],
  ['{'.repeat(20_000), /./],
  [tex`\def\x{\x\x}\x`, /./],
  ['', /no formula/],
]

describe('LaTeX', () => {
  it.each(READ)('%s', (latex, program) => {
    const read = readLatex(latex)
    expect(read.unread).toEqual([])
    expect(read.program).toBe(program)
  })

  it.each(UNREAD)('is not read: %.60s', (latex, message) => {
    const { program, unread } = readLatex(latex)
    expect(program).toBeNull()
    expect(unread.map((each) => each.message).join(' ')).toMatch(message)
    for (const { from, to } of unread) {
      expect(from).toBeGreaterThanOrEqual(0)
      expect(to).toBeLessThanOrEqual(latex.length)
      expect(from).toBeLessThanOrEqual(to)
    }
  })

  it('is shown as a program before it is replaced by it', () => {
    const source = tex`y = \sin x`
    const [problem, ...others] = latexProblems(source)
    expect(others).toEqual([])
    expect(problem.fix?.preview).toBe('y = sin(x)')
    expect(applyChanges(source, problem.fix?.changes ?? [])).toBe('y = sin(x)')
  })

  it('a bold letter and a plain one are two things', () => {
    expect(readLatex(tex`\mathbf{x}^\top\mathbf{x} + x`).program).toBe('x = [0.1, 0.2]\ndot(x, x) + x_plain')
  })
})
