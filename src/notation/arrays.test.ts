import katex from 'katex'
import { describe, expect, test } from 'vitest'
import { closedGraphOf, graphOf } from '../../verification/fixtures/compiled.ts'
import type { Graph } from '../graph/graph.ts'
import { readFormula } from '../primitives/formula.ts'
import { expressionLatex } from './latex.ts'
import { latexNumber } from './latexNumbers.ts'
import { LATEX, TEXT } from './media.ts'
import { displayAdjoint, displayName, latexName } from './names.ts'
import { nodeLabel } from './nodeLabel.ts'
import { entriesOf, exact, short } from './numbers.ts'
import { operationPiece } from './partials.ts'
import { expressionText } from './plain.ts'
import { spokenExpression } from './spoken.ts'
import { spokenNumber } from './spokenNumbers.ts'
import { nodeNamed, nodeSymbol, operationSymbol } from './symbols.ts'

const render = (latex: string) => katex.renderToString(latex, { throwOnError: true, strict: 'error' })

const at = (graph: Graph, name: string) => nodeNamed(graph, name) as number
const closed = { open: new Set<number>() }

describe('expressions of arrays', () => {
  test.each([
    ['W @ x + b', 'W\\,x + b', 'W @ x + b', 'W times x plus b'],
    [
      'W.T @ (a + b)',
      '{W}^{\\top}\\,\\left(a + b\\right)',
      'Wᵀ @ (a + b)',
      'W transposed times open bracket a plus b close bracket',
    ],
    ['(A + B).T', '{\\left(A + B\\right)}^{\\top}', '(A + B)ᵀ', 'A plus B transposed'],
    ['W[0, :]', 'W[0,{:}]', 'W[0, :]', 'W at 0, all'],
    ['x1[-1]', 'x_{1}[-1]', 'x₁[−1]', 'x1 at minus 1'],
    ['W[..., 0]', 'W[…,0]', 'W[…, 0]', 'W at all other axes, 0'],
    ['x[:, newaxis]', 'x[{:},\\mathrm{newaxis}]', 'x[:, newaxis]', 'x at all, a new axis'],
    ['x[[0, 2]]', 'x[\\left[0,\\ 2\\right]]', 'x[[0, 2]]', 'x at the places the list 0, 2'],
    ['x[p_1 > 0]', 'x[p_{1} > 0]', 'x[p₁ > 0]', null],
    ['(a + b)[1:3]', '\\left(a + b\\right)[1{:}3]', '(a + b)[1:3]', null],
    ['[a, 2]', '\\left[a,\\ 2\\right]', '[a, 2]', 'the list a, 2'],
    [
      'sum(x, axis=0)',
      '\\operatorname{sum}_{\\mathrm{axis}\\,0}\\left(x\\right)',
      'sum(x, axis=0)',
      'sum of x along axis 0',
    ],
    [
      'reshape(x, [2, 3])',
      '\\operatorname{reshape}\\left(x, \\left[2,\\ 3\\right]\\right)',
      'reshape(x, [2, 3])',
      null,
    ],
    [
      'max(x, axis=1, keepdims=True)',
      '\\operatorname{max}_{\\mathrm{axis}\\,1}\\left(x\\right)',
      'max(x, axis=1, keepdims=True)',
      null,
    ],
    ['logsumexp(x)', '\\operatorname{logsumexp}\\left(x\\right)', 'logsumexp(x)', null],
    ['norm(x)', '\\left\\lVert x \\right\\rVert', 'norm(x)', null],
  ])('%s', (source, latex, text, speech) => {
    expect(expressionLatex(readFormula(source).tree)).toBe(latex)
    render(latex)
    expect(expressionText(readFormula(source).tree)).toBe(text)
    if (speech) expect(spokenExpression(readFormula(source).tree)).toBe(speech)
  })
})

test('a node’s operation is written with what its call fixes', () => {
  const graph = graphOf(
    'X = [[1, 2, 3], [4, 5, 6]]\nb = [1, 2, 3]\ndense(a, c) = a*c\na = sum(X, axis=0)\nc = X[0, 1:]\nd = reshape(X, [3, 2])\ne1 = X.T\ng = [b, b]\nh = softmax(X, axis=-1)\nk = dense(X, b)\nl = conv(b, [1, 2], stride=2)\nm = stack(b, b, axis=1)\nn = X*b\no = b[[0, 2, 2]]\np = X[..., newaxis, 0]\nq = b[[true, false, true]]\nr = b[[0, 0, 0, 0, 0, 0, 1]]',
    closed,
  )
  const written = (name: string) => operationPiece(graph, at(graph, name), TEXT).text
  expect(['a', 'c', 'd', 'e1', 'g', 'h', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r'].map(written)).toEqual([
    'sum(X, axis=0)',
    'X[0, 1:]',
    'reshape(X, [3, 2])',
    'Xᵀ',
    '[b, b]',
    'softmax(X, axis=−1)',
    'dense(X, b)',
    'conv(b, [1, 2], stride=2)',
    'stack(b, b, axis=1)',
    'X ⊙ b',
    'b[[0, 2, 2]]',
    'X[…, newaxis, 0]',
    'b[…]',
    'b[…]',
  ])
})

test('vectors are columns: on the left of a matrix product they are turned into rows', () => {
  const graph = graphOf('W = [[1, 2], [3, 4]]\nx = [5, 6]\ny = W @ x\nz = x @ W\ns = x @ x')
  const latex = (name: string, numbers?: Float64Array) => operationPiece(graph, at(graph, name), LATEX, numbers).text
  expect([latex('y'), latex('z'), latex('s')]).toEqual(['W\\,x', '{x}^{\\top}\\,W', '{x}^{\\top}\\,x'])
  expect(latex('y', graph.initial)).toBe(
    '\\begin{bmatrix}1 & 2 \\\\ 3 & 4\\end{bmatrix}\\,\\begin{bmatrix}5 \\\\ 6\\end{bmatrix}',
  )
  render(latex('z', graph.initial))
})

describe('a node in words', () => {
  const graph = graphOf(
    'data X = [[1, 2], [3, 4], [5, 6], [7, 8]]\nparam W = [[1, 0], [0, 1]]\nb = [1, -1]\nh = dense(X, W, b)',
    closed,
  )
  test('says its shape, and the numbers of small ones', () => {
    expect(nodeLabel(graph, at(graph, 'b'), { value: [1, -1], adjoint: [0.5, 2] })).toBe(
      'b, input, 2-vector, value 1 and minus 1, adjoint 0.5 and 2',
    )
    expect(nodeLabel(graph, at(graph, 'W'), {})).toBe('W, input, parameter, 2×2 matrix')
  })
  test('of large ones the least and the greatest; of a closed module its name', () => {
    expect(graph.offset.at(-1)).toBe(8 + 4 + 2 + 8)
    expect(
      nodeLabel(graph, at(graph, 'h'), {
        value: [
          [0, 2],
          [3, 4],
          [5, 6],
          [7, 9],
        ],
      }),
    ).toBe('v1, dense, 4×2 matrix, value from 0 to 9, operands X, W and b, output h')
    expect(operationSymbol(graph, at(graph, 'h'))).toBe('dense')
  })
  test('a long name of a module is shortened in its circle', () => {
    const long = graphOf('attention(a) = a*a\nx = 1\nf = attention(x)', closed)
    expect(operationSymbol(long, at(long, 'f'))).toBe('attenti…')
  })
})

describe('the numbers of arrays', () => {
  test('in full, as data', () => {
    expect(
      exact([
        [1, -0],
        [Number.NaN, Number.NEGATIVE_INFINITY],
      ]),
    ).toBe('[[1,-0],[NaN,-Infinity]]')
    expect(
      entriesOf([
        [1, 2],
        [3, 4],
      ]),
    ).toEqual([1, 2, 3, 4])
  })
  test('short: a small vector, or the shape', () => {
    expect(
      [
        [1, 2.5],
        [1.2345, 2.3456],
        [
          [1, 2, 3],
          [4, 5, 6],
        ],
        new Array(16).fill(1),
        [[[1]]],
      ].map(short),
    ).toEqual(['[1, 2.5]', '2-vector', '2×3', '16-vector', '1×1×1'])
  })
  test('in speech', () => {
    expect(spokenNumber([1, -2])).toBe('2-vector of 1 and minus 2')
    expect(spokenNumber(new Array(9).fill(0))).toBe('9-vector of numbers all 0')
    expect(
      spokenNumber([
        [1, 2, 3, Number.NaN],
        [1, 5, 0, 0],
      ]),
    ).toBe('2 by 4 matrix of numbers from 0 to 5, some not a number')
  })
  test('in LaTeX: small ones as matrices, vectors as columns, others as dots with their shape', () => {
    expect(
      latexNumber([
        [1, 2],
        [3, -4],
      ]),
    ).toBe('\\begin{bmatrix}1 & 2 \\\\ 3 & -4\\end{bmatrix}')
    expect(latexNumber([1, 2])).toBe('\\begin{bmatrix}1 \\\\ 2\\end{bmatrix}')
    expect(latexNumber(new Array(4).fill(1))).toBe('\\underset{\\scriptscriptstyle 4}{[\\cdots]}')
    for (const value of [
      [
        [1, 2],
        [3, -4],
      ],
      [1, 2],
      [[[1]]],
      new Array(4).fill(1),
    ])
      render(latexNumber(value))
  })
})

test('an entry’s name keeps its indices apart from a subscript', () => {
  expect(displayName('W[0,1]')).toBe('W[0,1]')
  expect(displayName('w_1[0]')).toBe('w₁[0]')
  expect(displayAdjoint('x1[2]').normalize('NFC')).toBe('x̄₁[2]'.normalize('NFC'))
  expect(latexName('W1[0,4]')).toBe('W_{1}[0,4]')
  expect(displayName('W1[0,4]')).toBe('W₁[0,4]')
  expect(latexName('x1[2]', '\\bar')).toBe('\\bar{x}_{1}[2]')
  render(latexName('x1[2]', '\\bar'))
})

test('an array constant goes by its name or its numbers', () => {
  const graph = graphOf('const A = [[1, 2], [3, 4]]\nx = [1, 2]\nf = A @ x + [5, 6]')
  const constants = [...graph.op.keys()].filter((node) => graph.op[node] === -2)
  expect(constants.map((node) => nodeSymbol(graph, node))).toEqual(['A', '[5, 6]'])
})

test('a function of the program goes by its name, whatever the language calls so', () => {
  const graph = closedGraphOf('square(a, b) = a*b\nx = 2\nf = square(x, 3)')
  const piece = (medium: typeof LATEX) => operationPiece(graph, at(graph, 'f'), medium).text
  expect(piece(LATEX)).toBe('\\mathit{square}\\left(x, 3\\right)')
  expect(piece(TEXT)).toBe('square(x, 3)')
})
