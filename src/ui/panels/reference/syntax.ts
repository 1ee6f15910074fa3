import { LECTURE } from '../../../examples/lecture.ts'

/** One rule of the language, and a program in which it can be tried. */
export interface SyntaxRule {
  readonly write: string
  readonly means: string
  readonly program: string
}

export const syntax: readonly SyntaxRule[] = [
  {
    write: 'x1 = 2',
    means: 'An input and its value. Any name; one definition a line, or several with ;',
    program: 'x1 = 2\nf = x1^2',
  },
  {
    write: 'f = sin(x1) + x1*x2',
    means: 'A definition. One that nothing else uses is an output.',
    program: LECTURE,
  },
  {
    write: 'output a',
    means: 'Makes a an output although other definitions use it.',
    program: 'x = 2\na = x^2\nf = a + x\noutput a',
  },
  {
    write: 'param w = 0.5',
    means: 'An input that training changes.',
    program: 'param w = 0.5\ndata x = 2\nf = tanh(w*x)',
  },
  {
    write: 'data t = 1',
    means: 'An input that comes from data.',
    program: 'data t = 1\nparam w = 0.5\nloss = (w - t)^2',
  },
  {
    write: 'const k = 3',
    means: 'A number that is no input: nothing is differentiated by it.',
    program: 'const k = 3\nx = 2\nf = k*x',
  },
  {
    write: 'g(a, b) = a*b + 1',
    means: 'A function of your own; a call is one node of the graph, which opens in place.',
    program: 'g(a, b) = a*b + 1\nx = 2\ny = 3\nf = g(x, y) + g(y, x)',
  },
  {
    write: '# a comment',
    means: 'Everything up to the end of the line is for people only.',
    program: '# the square\nx = 3\nf = x^2 # its derivative is 6',
  },
  {
    write: '+ - * / ^',
    means: 'Arithmetic; −x^2 is −(x²), and 2^3^2 is 2^(3²) = 512.',
    program: 'x = 3\nf = -x^2 + x/2 - 2*x',
  },
  {
    write: '2x, 2(x + 1)',
    means: 'A number or a closing bracket multiplies what follows; x(y) is a call.',
    program: 'x = 3\nf = 2x + 2(x + 1)',
  },
  {
    write: '< <= > >= == !=',
    means: 'Comparisons give 0 or 1 and carry no derivative.',
    program: 'x = 2\nf = x*(x > 1)',
  },
  {
    write: 'where(x > 0, a, b)',
    means: 'a where the condition holds, b where it does not.',
    program: 'x = -2\nf = where(x > 0, x, 0.1*x)',
  },
  {
    write: 'pi, e, inf, nan, true, false',
    means: 'Constants, unless the program defines these names itself.',
    program: 'r = 2\narea = pi*r^2',
  },
  {
    write: 'x = [1, 2]',
    means: 'A vector; [[1, 2], [3, 4]] is a matrix by rows, and deeper brackets have more axes.',
    program: 'x = [1, 2]\nW = [[1, 2], [3, 4]]\ny = W @ x',
  },
  {
    write: 'W @ x, W.T',
    means: 'The matrix product, and the transpose; * multiplies entry by entry.',
    program: 'W = [[1, 2], [3, 4]]\nx = [1, -1]\ny = W.T @ x',
  },
  {
    write: 'x[0], W[0, :], x[1:]',
    means: 'An entry, a row, a part: counted from 0, or from the end if negative; start:stop:step as in NumPy.',
    program: 'W = [[1, 2, 3], [4, 5, 6]]\nf = dot(W[0, :], W[1, :]) + W[-1, 0]',
  },
  {
    write: 'x[[0, 2, 2]], x[m > 0], x[:, newaxis], W[..., 0]',
    means:
      'Entries by places or by a condition that const fixes, and a new axis, as in NumPy; shape(x)[0] is a length.',
    program: 'x = [1, 2, 4]\nconst m = [1, 0, 1]\nf = sum(x[[0, 2, 2]]^2)/shape(x)[0] + sum(x[m > 0])',
  },
  {
    write: 'an indented + or -',
    means: 'A line that begins or ends with an operator goes on with the formula; + and - have to be indented.',
    program: 'a = 2\nf = log(a)\n    + a^2\n    - 1',
  },
  {
    write: 'X + b',
    means:
      'Shapes are matched from the last axis, as in NumPy; an axis that is missing or has length 1 stretches: 2×3 with 3, or with 2×1, gives 2×3. Lengths that differ otherwise do not fit.',
    program: 'X = [[1, 2, 3], [4, 5, 6]]\nb = [1, 0, -1]\nc = [[10], [20]]\nf = sum((X + b)*c)',
  },
  {
    write: 'sum(x, axis=0)',
    means: 'Reduces along an axis, or the whole array without one: sum, mean, prod, norm, max, min, logsumexp.',
    program: 'X = [[1, 2, 3], [4, 5, 6]]\nc = sum(X, axis=0)\nf = max(c)',
  },
  {
    write: 'zeros(2, 3), randn([2, 3], 1)',
    means: 'Arrays to begin with; the last number is the seed, and a seed always gives the same numbers.',
    program: 'param W = randn([2, 3], 1)\nparam b = zeros(3)\ndata x = [1, -1]\nh = tanh(x @ W + b)',
  },
  {
    write: '· × ÷ − ² ½ π ‖x‖ ⟨u, v⟩ w⊤ ⊙',
    means: 'Pasted mathematics is read: ‖x‖ is norm(x), ⟨u, v⟩ is dot(u, v), w⊤ is w.T, ⊙ is *.',
    program: 'u = [3, 4]\nv = [1, 2]\nf = ½‖u − v‖² − ⟨u, v⟩',
  },
  {
    write: 'import numpy as np',
    means:
      'Python is read as Python: loops, functions, classes, with NumPy, PyTorch, JAX, autograd, math and micrograd. Paste it whole. What is not known here is refused by its name.',
    program: 'import numpy as np\n\nx = 0.5\nfor i in range(3):\n    x = np.sin(2*x)\nf = x**2',
  },
]
