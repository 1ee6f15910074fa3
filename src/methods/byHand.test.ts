import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { HandCheck } from './byHand.ts'
import { checkByHand } from './byHand.ts'
import type { Mistake } from './diagnosis/index.ts'
import { type ScalarView, scalarView } from './scalarView.ts'

const INPUTS = 'x = 0.7\ny = 1.3\na = 2.5'

function check(program: string, text: string, input = 'x', output = 'f'): HandCheck {
  const source = `${INPUTS}\n${program}`
  return checkByHand({ source, view: scalarView(source) as ScalarView, output, input, text })
}

function mistakeIn(program: string, text: string, input = 'x'): Mistake | null {
  const checked = check(program, text, input)
  expect(checked.kind).toBe('wrong')
  return checked.kind === 'wrong' ? checked.mistake : null
}

/** The text of the place that a diagnosis names. */
const placed = (program: string, mistake: Mistake | null): string | null =>
  mistake?.span ? `${INPUTS}\n${program}`.slice(mistake.span.from, mistake.span.to) : null

describe('typical slips get the right diagnosis', () => {
  it.each([
    // The chain rule.
    ['f = sin(x^2)', 'cos(x^2)', 'inner derivative forgotten', 'sin(x^2)'],
    ['f = (2*x + 1)^3', '3*(2*x + 1)^2', 'inner derivative forgotten', '(2*x + 1)^3'],
    ['f = x*exp(sin(x))', 'exp(sin(x)) + x*exp(sin(x))', 'inner derivative forgotten', 'exp(sin(x))'],
    ['f = log(x^2 + 1)', '2*x', 'outer derivative forgotten', 'log(x^2 + 1)'],
    ['f = sin(x^2)', 'cos(2*x)', 'outer derivative at the wrong place', 'sin(x^2)'],
    // Branches.
    ['f = sin(x) + x*y', 'y', 'overwritten', 'x'],
    ['f = sin(x) + x*y', 'cos(x)', 'overwritten', 'x'],
    ['b = x*y\nf = sin(b) + exp(b)', 'y*exp(x*y)', 'overwritten', 'x*y'],
    ['f = sin(x) + exp(x) + x^3', 'cos(x) + 3*x^2', 'term forgotten', 'sin(x) + exp(x)'],
    // Products and quotients.
    ['f = x*y + sin(x)', 'x + cos(x)', 'wrong operand', 'x*y'],
    ['f = x^2*sin(x)', '2*x*cos(x)', 'product rule', 'x^2*sin(x)'],
    ['f = x^2*sin(x)', '2*x*sin(x)', 'product rule', 'x^2*sin(x)'],
    ['f = x^2*sin(x)', '2*x*sin(x) - x^2*cos(x)', 'product rule', 'x^2*sin(x)'],
    ['f = sin(x)/(1 + x^2)', '(cos(x)*(1 + x^2) - sin(x)*2*x)/(1 + x^2)', 'quotient rule', 'sin(x)/(1 + x^2)'],
    ['f = sin(x)/(1 + x^2)', '(sin(x)*2*x - cos(x)*(1 + x^2))/(1 + x^2)^2', 'quotient rule', 'sin(x)/(1 + x^2)'],
    ['f = sin(x)/(1 + x^2)', '(cos(x)*(1 + x^2) + sin(x)*2*x)/(1 + x^2)^2', 'quotient rule', 'sin(x)/(1 + x^2)'],
    ['f = sin(x)/(1 + x^2)', 'cos(x)/(2*x)', 'quotient rule', 'sin(x)/(1 + x^2)'],
    ['f = 3*sin(x)', 'cos(x)', 'factor forgotten', '3*sin(x)'],
    ['f = exp(x)/5 + x', 'exp(x) + 1', 'factor forgotten', 'exp(x)/5'],
    // Signs.
    ['f = x*cos(x)', 'cos(x) + x*sin(x)', 'sign', 'cos(x)'],
    ['f = exp(-x)', 'exp(-x)', 'sign', '-x'],
    ['f = x^2 - sin(x)', '2*x + cos(x)', 'sign', 'x^2 - sin(x)'],
    ['f = sin(x)*y', '-cos(x)*y', 'sign', null],
    ['f = 1/x', '1/x^2', 'sign', '1/x'],
    // Powers and exponentials.
    ['f = x^3 + y*x', '3*x^3 + y', 'power rule', 'x^3'],
    ['f = x^3 + y*x', 'x^2 + y', 'power rule', 'x^3'],
    ['f = x^3 + y*x', '2*x^2 + y', 'power rule', 'x^3'],
    ['f = a^x', 'x*a^(x - 1)', 'exponential rule', 'a^x'],
    ['f = a^x', 'a^x', 'exponential rule', 'a^x'],
    ['f = exp(x)*y', 'x*exp(x - 1)*y', 'exponential rule', 'exp(x)'],
    // Functions.
    ['f = sin(x) + x^2', 'sin(x) + 2*x', 'function instead of derivative', 'sin(x)'],
    ['f = log(x) + x^2', 'log(x) + 2*x', 'function instead of derivative', 'log(x)'],
    ['f = sqrt(x) + x^2', '1/sqrt(x) + 2*x', 'table entry', 'sqrt(x)'],
    ['f = tanh(x)*y', '(1 - tanh(x))*y', 'table entry', 'tanh(x)'],
    ['f = x^2 + 7', '2*x + 7', 'constant kept', 'x^2 + 7'],
    ['f = x^2 + 7', '2*x + 1', 'constant kept', 'x^2 + 7'],
    // Something else altogether.
    ['f = x^2*y + sin(x*y)', 'x^2*y + sin(x*y)', 'value instead of derivative', null],
    ['f = x^2*y + sin(y)', 'x^2 + cos(y)', 'wrong variable', null],
    ['f = x^2*y + sin(y)', '2*x*y + x^2 + cos(y)', 'other input not held fixed', null],
    ['f = x^2*y\ng = sin(x)', 'cos(x)', 'wrong output', null],
    ['f = x^2*y', '2*0.7*1.3', 'numbers put in', null],
    ['f = x^2*y', '1.82', 'numbers put in', null],
    ['f = x^2*y', '2*x*1.3', 'right at this point only', null],
    ['f = max(x, y) + x', '1', 'one case only', null],
    ['f = abs(x)*y', 'y', 'one case only', null],
    ['f = x^3', 'x^4/4', 'antiderivative', null],
    ['f = x^3*y', '0', 'taken for a constant', null],
    ['f = exp(2*x)', '2*exp(x)', 'outer derivative at the wrong place', 'exp(2*x)'],
    ['f = sin(x) + x*y', 'cos(x)*y', 'sum rule', 'sin(x) + x*y'],
    ['f = sin(x) + x*y', 'cos(x) + x*y', 'value instead of derivative', 'x*y'],
    ['f = x^x', 'x*x^(x - 1)', 'exponential rule', 'x^x'],
    // More of the chain rule.
    ['f = log(sin(x))', '1/cos(x)', 'outer derivative at the wrong place', 'log(sin(x))'],
    ['f = (x + 1)^4', '4*x^3', 'outer derivative at the wrong place', '(x + 1)^4'],
    ['f = (x^2 + x)^3', '3*(2*x + 1)^2', 'outer derivative at the wrong place', '(x^2 + x)^3'],
    ['f = (x^2 + x)^3', '(2*x + 1)^3', 'function instead of derivative', '(x^2 + x)^3'],
    ['f = sin(x)^2', 'cos(x)^2', 'function instead of derivative', 'sin(x)^2'],
    ['f = sin(x)*y', 'x*cos(x)*y', 'value instead of derivative', 'sin(x)'],
    ['f = sin(cos(x^2))', 'cos(cos(x^2))*2*x', 'outer derivative forgotten', 'cos(x^2)'],
    ['f = exp(-x^2)', '-exp(-x^2)', 'outer derivative forgotten', 'x^2'],
    ['u = x*y\nf = u^2 + sin(u)', '2*u + cos(u)', 'inner derivative forgotten', 'x*y'],
    // Paths through a square or a cube.
    ['f = x*x', 'x', 'product rule', 'x*x'],
    ['f = x*x*x', 'x*x', 'product rule', 'x*x*x'],
    // More of quotients, products and sums.
    ['f = sin(x)/x', 'cos(x)/x', 'quotient rule', 'sin(x)/x'],
    ['f = sin(x)/x', '(x*cos(x) - sin(x))/x', 'quotient rule', 'sin(x)/x'],
    ['f = 1/(1 + x^2)', '1/(2*x)', 'quotient rule', '1/(1 + x^2)'],
    ['f = y/x', '-1/x^2', 'factor forgotten', 'y/x'],
    ['f = x*exp(x)*sin(x)', 'exp(x)*cos(x)', 'product rule', 'x*exp(x)'],
    ['f = sin(x) + x', 'cos(x) + x', 'value instead of derivative', 'sin(x) + x'],
    ['f = x*y + y', 'y + 1', 'constant kept', 'x*y + y'],
    // More of powers and exponentials.
    ['f = x^(-2)', '-2*x^(-1)', 'power rule', 'x^(-2)'],
    ['f = x^5', '5*x^3', 'power rule', 'x^5'],
    ['f = x^5', '6*x^5', 'power rule', 'x^5'],
    ['f = log(x)^2', '2/x', 'power rule', 'log(x)^2'],
    ['f = x^a', 'x^a*log(x)', 'power rule', 'x^a'],
    ['f = a^x', 'x*a^x', 'exponential rule', 'a^x'],
    ['f = a^x', 'a^x*log10(a)', 'exponential rule', 'a^x'],
    // More of functions.
    ['f = sqrt(x)', 'x^(-3/2)/2', 'table entry', 'sqrt(x)'],
    ['f = sqrt(x)', '1/(2*x)', 'table entry', 'sqrt(x)'],
    ['f = tanh(x)', '1 + tanh(x)^2', 'table entry', 'tanh(x)'],
    ['f = tanh(x)', '1 - x^2', 'table entry', 'tanh(x)'],
    ['f = sigmoid(x)', 'x*(1 - x)', 'table entry', 'sigmoid(x)'],
    ['f = tan(x)', '1 - tan(x)^2', 'table entry', 'tan(x)'],
    ['f = asin(x)', '1/sqrt(1 + x^2)', 'table entry', 'asin(x)'],
    ['f = acos(x)', '-1/(1 - x^2)', 'table entry', 'acos(x)'],
    ['f = atan(x)', '1/(1 - x^2)', 'table entry', 'atan(x)'],
    ['f = log10(x)', '1/x', 'table entry', 'log10(x)'],
    ['f = log2(x)', '1/(2*x)', 'table entry', 'log2(x)'],
    ['f = log(x)', '1/(x*log(10))', 'table entry', 'log(x)'],
    ['f = softplus(x)', '1 - sigmoid(x)', 'table entry', 'softplus(x)'],
    ['f = relu(x)', 'x', 'table entry', 'relu(x)'],
    // The same slip everywhere.
    ['f = cos(x)*cos(2*x)', 'sin(x)*cos(2*x) + cos(x)*2*sin(2*x)', 'sign', 'cos(x)'],
    ['f = sin(x^2)*sin(y*x)', 'cos(x^2)*sin(y*x) + sin(x^2)*cos(y*x)', 'inner derivative forgotten', 'sin(x^2)'],
  ])('%s, typed as %s: %s', (program, text, kind, place) => {
    const mistake = mistakeIn(program, text)
    expect(mistake?.kind).toBe(kind)
    if (place !== null) expect(placed(program, mistake)).toBe(place)
    expect(mistake?.says).toMatch(/^[^\n]{20,260}\.$/)
  })

  it('in one plain sentence', () => {
    expect(mistakeIn('f = sin(x^2)', 'cos(x^2)')?.says).toBe(
      'The inner derivative is forgotten at sin(x^2): the chain rule multiplies by the derivative of x^2 by x.',
    )
    expect(mistakeIn('f = sin(x) + x*y', 'y')?.says).toBe(
      'x is used in 2 places, and what comes back from them adds up: only the contribution through x*y is there, and the one through sin(x) is missing.',
    )
  })

  it('none where none is known', () => {
    expect(mistakeIn('f = sin(x^2)', 'tanh(x) + 17')).toBeNull()
  })

  it.each([
    ['f = cos(x^2)', 'sin(x^2)'],
    ['f = x^3 + x^2', '3*x + 2'],
    ['f = x*sin(x)', 'sin(x)*cos(x)'],
    ['f = exp(3*x)', '3*x*exp(3*x - 1)'],
    ['f = where(x > 9, x^2, exp(x)*y)', '1'],
  ])('none where two were made: %s, typed as %s', (program, text) => {
    expect(mistakeIn(program, text)).toBeNull()
  })
})

describe('a right derivative is accepted in any form', () => {
  it.each([
    ['f = sin(x)*x', 'sin(x) + x*cos(x)'],
    ['f = (x + y)^2', '2*x + 2*y'],
    ['f = x^2 + 2*x*y + y^2', '2*(x + y)'],
    ['f = sin(x)^2', 'sin(2*x)'],
    ['f = sin(x)*cos(x)', '1 - 2*sin(x)^2'],
    ['f = tan(x)', '1/cos(x)^2'],
    ['f = tan(x)', '1 + tan(x)^2'],
    ['f = log(x^2)', '2/x'],
    ['f = exp(x)*exp(y)', 'exp(x + y)'],
    ['f = sigmoid(x)', 'sigmoid(x)*(1 - sigmoid(x))'],
    ['f = tanh(x)', '4/(exp(x) + exp(-x))^2'],
    ['f = sqrt(x)', '0.5*x^(-1/2)'],
    ['f = x^x', 'x^x*(1 + log(x))'],
    ['f = x/y', '1/y'],
    ['f = y^2', '0'],
    ['f = abs(x)', 'x/abs(x)'],
    ['f = max(x, y)', 'x > y'],
    ['f = x^10', '10x⁹'],
    ['b = x*y\nf = sin(b)', 'y*cos(b)'],
    ['g(u) = sin(u)\nf = g(x)*x', 'g(x) + x*cos(x)'],
  ])('%s, typed as %s', (program, text) => {
    expect(check(program, text)).toMatchObject({ kind: 'right', isHere: true })
  })

  it('at a point where forms differ in their last digits', () => {
    const source = 'x = 1e-6\nf = x - sin(x)'
    const view = scalarView(source) as ScalarView
    expect(checkByHand({ source, view, output: 'f', input: 'x', text: '1 - cos(x)' }).kind).toBe('right')
    expect(checkByHand({ source, view, output: 'f', input: 'x', text: '2*sin(x/2)^2' }).kind).toBe('right')
  })

  it('where the function is defined, and says whether that is here', () => {
    const source = 'x = 0\nf = abs(x)'
    const view = scalarView(source) as ScalarView
    expect(checkByHand({ source, view, output: 'f', input: 'x', text: 'x/abs(x)' })).toMatchObject({
      ...{ kind: 'right', isHere: false },
    })
  })

  it('only where it can be compared, and says what is not a number', () => {
    const says = (checked: HandCheck) => (checked.kind === 'undecided' ? checked.says : checked.kind)
    expect(says(check('f = log(-x^2 - 1)', '2*x/(x^2 + 1)'))).toMatch(/^The derivative of f by x is not a number/)
    expect(says(check('f = x^2', 'sqrt(-1 - x^2)'))).toMatch(/^What is typed is not a number/)
  })

  it.each([
    ['f(x1, x2) = sin(x1) + x1*x2', 'x1', 'cos(x1) + x2'],
    ['x = 2\nsin(x)*x', 'x', 'sin(x) + x*cos(x)'],
    ['x = 2 # the input\nf = x^2 # a square', 'x', '2*x # the power rule'],
    ['f = x^2*y', 'x', '2*x*y'],
    ['__proto__ = 2\nconstructor = 3\nf = __proto__*constructor', '__proto__', 'constructor'],
    ['const k = 3\nx = 2\nf = k*x^2', 'x', '2*k*x'],
    ['x = 2\nf = exp(x)', 'x', 'f'],
  ])('of %j by %s, typed as %s', (source, input, text) => {
    const view = scalarView(source) as ScalarView
    const [{ name: output }] = view.graph.outputs
    expect(checkByHand({ source, view, output, input, text })).toMatchObject({ kind: 'right', isHere: true })
  })

  it('of programs with arrays, entry by entry', () => {
    const source = 'W = [[1, 2], [3, 4]]\nx = [0.5, -1]\ny = W @ x\nL = sum(y*y)'
    const view = scalarView(source) as ScalarView
    const text = '2*y[0]*x[1]'
    expect(checkByHand({ source, view, output: 'L', input: 'W[0,1]', text }).kind).toBe('right')
    expect(checkByHand({ source, view, output: 'L', input: 'W[0,0]', text }).kind).toBe('wrong')
    expect(checkByHand({ source, view, output: 'L', input: 'x[0]', text: '2*sum(y*W[:, 0])' }).kind).toBe('right')
  })
})

describe('whatever is typed', () => {
  it('gets an answer', () => {
    const view = scalarView(`${INPUTS}\nf = x*y + a`) as ScalarView
    const piece = fc.constantFrom(
      ...['x', 'y', 'f', '2', '(', ')', '+', '*', ' ', '^', ',', 'sin(', '=', '[', ']', '\n', 'π', '@', ':'],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('')
        const checked = checkByHand({ source: `${INPUTS}\nf = x*y + a`, view, output: 'f', input: 'x', text })
        if (checked.kind === 'unreadable')
          for (const { from, to } of checked.diagnostics)
            expect(0 <= from && from <= to && to <= text.length).toBe(true)
      }),
      { seed: 14, numRuns: 500 },
    )
  })
})

describe('a wrong derivative', () => {
  it('is shown to fail at the point at hand, if it does', () => {
    expect(check('f = x^2', '3*x')).toMatchObject({ kind: 'wrong', isHere: true, typed: 3 * 0.7, right: 1.4 })
  })

  it('is shown to fail elsewhere, if it is right here by chance', () => {
    const source = 'x = 2\nf = x^2'
    const checked = checkByHand({
      source,
      view: scalarView(source) as ScalarView,
      output: 'f',
      input: 'x',
      text: 'x^2',
    })
    expect(checked).toMatchObject({ kind: 'wrong', isHere: false, mistake: { kind: 'value instead of derivative' } })
  })

  it('is found at a pole of what was typed too', () => {
    const source = 'x = 0\nf = x^2'
    const view = scalarView(source) as ScalarView
    const checked = checkByHand({ source, view, output: 'f', input: 'x', text: '2*x + 1/x' })
    expect(checked).toMatchObject({ kind: 'wrong', isHere: true, typed: Number.POSITIVE_INFINITY, right: 0 })
  })

  it('is judged at the values that the inputs have', () => {
    const source = `${INPUTS}\nf = x^2`
    const view = scalarView(source) as ScalarView
    const checked = checkByHand({ source, view, at: { x: 5 }, output: 'f', input: 'x', text: '3*x' })
    expect(checked).toMatchObject({ typed: 15, right: 10, at: { x: 5, y: 1.3, a: 2.5 } })
  })
})

describe('what cannot be read is said at its place', () => {
  it.each([
    ['2*(x', 2, 3],
    ['2*z', 2, 3],
    ['f = 2*x', 0, 7],
    ['2*x; 3', 5, 6],
    ['sinn(x)', 0, 4],
    ['', 0, 0],
    ['[x, y]', 0, 6],
    ['x @ y', 0, 5],
  ])('%j', (text, from, to) => {
    const checked = check('f = x^2', text)
    expect(checked.kind).toBe('unreadable')
    expect(checked.kind === 'unreadable' && checked.diagnostics[0]).toMatchObject({ severity: 'error', from, to })
  })
})
