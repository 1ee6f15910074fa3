import { describe, expect, it } from 'vitest'
import { compile } from '../../core.ts'
import type { AnswerKind, LessonQuestion } from '../lesson.ts'
import { type AskedQuestion, askedIn } from './asked.ts'
import { type AskedAt, settingOf } from './setting.ts'

const LECTURE = 'x1 = 2\nx2 = 3\nf = sin(x1) + x1*x2'
const REVERSE: AskedAt = { mode: 'reverse', pass: 'f', step: 3 }

interface Options {
  readonly source?: string
  readonly kind?: AnswerKind
  readonly moment?: AskedAt
  readonly question?: Partial<LessonQuestion>
}

function asking(of: string, { source = LECTURE, kind = 'number', moment = REVERSE, question = {} }: Options = {}) {
  const setting = settingOf(source, compile(source, { open: new Set(), holdsData: true }), moment)
  if (!setting) throw new Error(source)
  return askedIn(setting, { question: '', kind, of, ...question })
}

function asked(of: string, options: Options = {}): AskedQuestion {
  const found = asking(of, options)
  if ('says' in found) throw new Error(found.says)
  return found
}

const verdictOf = ({ judge }: AskedQuestion, given: string) => judge(given).verdict
const slipOf = ({ judge }: AskedQuestion, given: string) => {
  const judgement = judge(given)
  return judgement.verdict === 'wrong' ? judgement.slip : judgement
}

describe('a number', () => {
  const branch = asked('adjoint x1')

  it.each([
    ['2.5838531634528574', 'right'],
    ['cos(2) + 3', 'right'],
    ['cos(x1) + x2', 'right'],
    ['  3 + cos(2)', 'right'],
    ['2.58', 'right'],
    ['2.584', 'right'],
    ['2.583', 'wrong'],
    ['2.6', 'wrong'],
    ['−2.58', 'wrong'],
    ['3', 'wrong'],
    ['2,58', 'unreadable'],
    ['', 'unreadable'],
    ['cos(2', 'unreadable'],
    ['cos(q) + 3', 'unreadable'],
    ['f = 3', 'unreadable'],
    ['[2.58]', 'wrong'],
    ['1/0', 'unreadable'],
    ['-1/0', 'unreadable'],
    ['0/0', 'unreadable'],
    ['1e400', 'unreadable'],
    ['x2/(x1 - 2)', 'unreadable'],
    ['log(-1)', 'unreadable'],
    ['[1/0, 2]', 'unreadable'],
  ])('%s is %s', (given, verdict) => {
    expect(verdictOf(branch, given)).toBe(verdict)
  })

  it('is right with a real minus, as a fraction and as a power of ten', () => {
    const source = 'x = -4\ny = 3\nf = x/y + 1e4*y'
    expect(verdictOf(asked('value x', { source }), '−4')).toBe('right')
    expect(verdictOf(asked('partial v1 x', { source }), '1/3')).toBe('right')
    expect(verdictOf(asked('adjoint y', { source }), '1.00e4')).toBe('right')
  })

  it('is told to be rounded too much, or cut off', () => {
    expect(slipOf(branch, '2.6')).toContain('three significant figures')
    expect(slipOf(branch, '2.583')).toContain('Cut off')
    expect(slipOf(branch, '2.59')).toContain('Close')
  })

  it('is not right where it is close', () => {
    expect(slipOf(branch, '2.5837')).toContain('Close')
    expect(verdictOf(branch, 'cos(2) + 3.0001')).toBe('wrong')
    const zero = asked('adjoint x', { source: 'x = 3\ny = 0\nf = x*y' })
    expect(['0', 'sin(pi)', '1e-8'].map((given) => verdictOf(zero, given))).toEqual(['right', 'right', 'wrong'])
  })

  it('has the figures that tell something: zeros before them are none', () => {
    const small = asked('value f', { source: 'x = 0.012345\nf = 1*x' })
    expect(['0.0123', '0.012', '0.01'].map((given) => verdictOf(small, given))).toEqual(['right', 'wrong', 'wrong'])
    expect(slipOf(small, '0.012')).toContain('three significant figures')
    expect(asked('value v2').judge('10')).toEqual({ verdict: 'wrong', slip: null })
  })

  it('is told where it cannot be read', () => {
    expect(branch.judge('  3 + q')).toMatchObject({ at: { from: 6, to: 7 }, message: expect.stringContaining('“q”') })
    expect(branch.judge('1/0')).toMatchObject({ message: expect.stringContaining('division by 0') })
    expect(branch.judge('2,58')).toMatchObject({ at: { from: 1, to: 2 }, message: expect.stringContaining('point') })
  })

  it('is told the likeliest slip', () => {
    expect(slipOf(branch, '3')).toContain('Only the contribution through v2 is there')
    expect(slipOf(branch, '-0.416')).toContain('Only the contribution through v1 is there')
    expect(slipOf(branch, '2')).toContain('value of x1')
    expect(slipOf(branch, '1.29')).toContain('averaged')
    expect(slipOf(branch, '3*cos(2)')).toContain('multiplied')
  })

  it('is told the mistake in a formula, as by hand', () => {
    expect(slipOf(branch, 'sin(x1) + x2')).toContain('sin')
    expect(slipOf(branch, 'cos(x1)')).toMatch(/\w/)
  })

  it('has the file’s slips first, by text and by value', () => {
    const slips = [
      { answer: 'adjoint(v2)*x2', slip: 'The file’s.' },
      { answer: 'no idea', slip: 'In words.' },
    ]
    const withSlips = asked('adjoint x1', { question: { slips } })
    expect(slipOf(withSlips, '3')).toBe('The file’s.')
    expect(slipOf(withSlips, 'No  idea')).toBe('In words.')
    expect(withSlips.slips()[0]).toEqual({ answer: '3', shown: '3', slip: 'The file’s.' })
  })

  it('does not take the name of what is asked for', () => {
    const value = asked('value v2')
    expect(verdictOf(value, 'v2')).toBe('unreadable')
    expect(verdictOf(value, 'f - v1')).toBe('unreadable')
    expect(verdictOf(value, 'x1*x2')).toBe('right')
  })
})

describe('an expression', () => {
  const derivative = asked('derivative f x1', { kind: 'expression' })

  it('is right where it is right at other points too', () => {
    expect(verdictOf(derivative, 'x2 + cos(x1)')).toBe('right')
    expect(slipOf(derivative, '2.5838531634528574')).toContain('at this point only')
    expect(slipOf(derivative, 'cos(2) + x2')).toContain('at this point only')
  })

  it('is a number where the derivative is one', () => {
    expect(verdictOf(asked('derivative f x', { source: 'x = 2\nf = 3*x', kind: 'expression', moment: {} }), '3')).toBe(
      'right',
    )
  })

  it('is an array in numbers, in names, or without its brackets', () => {
    const source = 'const A = [[2, 1], [0, 3]]\nx = [1, -1]\nf = dot(x, A @ x)'
    const gradient = asked('derivative f x', { source, kind: 'expression' })
    for (const given of ['[3, -5]', '3, −5', '(3, -5)', '(A + A.T) @ x', '(A + Aᵀ) @ x', '[3.00, -10/2]'])
      expect(gradient.judge(given), given).toEqual({ verdict: 'right' })
    expect(slipOf(gradient, '[3, -5, 0]')).toContain('vector of 2')
    expect(slipOf(gradient, '3')).toMatch(/\w/)
    expect(slipOf(gradient, '-2')).toContain('Sums over the entries')
    expect(gradient.judge('A @ [1, 2, 3]')).toMatchObject({
      verdict: 'unreadable',
      message: expect.stringContaining('2×2'),
    })
  })

  it('calls the program’s own functions', () => {
    const source = 'g(a) = a^2 + k\nk = 1\nx = 3\nf = g(x)'
    expect(verdictOf(asked('value f', { source, kind: 'expression', moment: {} }), 'g(x)')).toBe('right')
    expect(verdictOf(asked('value f', { source, kind: 'expression', moment: {} }), 'g(2*x)')).toBe('wrong')
  })
})

it('a broadcast operand gets a sum', () => {
  const source = 'X = [[1, 2], [3, 4], [5, 7]]\nb = [1, -1]\nf = sum((X + b)^2)'
  const bias = asked('adjoint b', { source })
  expect(verdictOf(bias, '[24, 20]')).toBe('right')
  expect(slipOf(bias, '[[4, 2], [8, 6], [12, 12]]')).toContain('sum over the axis')
  expect(slipOf(bias, '[4, 2]')).toContain('first of the places')
  const turned = asked('adjoint X', { source })
  expect(slipOf(turned, '[[4, 8, 12], [2, 6, 12]]')).toContain('transposed')
})

describe('a count', () => {
  const passes = asked('passes forward', { kind: 'count' })

  it.each([
    ['2', 'right'],
    ['1 + 1', 'right'],
    ['2.0', 'right'],
    ['2.5', 'unreadable'],
    ['-2', 'unreadable'],
    ['two', 'unreadable'],
    ['2,5', 'unreadable'],
    ['5/2', 'unreadable'],
    ['1 - 3', 'unreadable'],
    ['1/0', 'unreadable'],
    ['[2]', 'unreadable'],
    ['3', 'wrong'],
  ])('%s is %s', (given, verdict) => {
    expect(verdictOf(passes, given)).toBe(verdict)
  })

  it('tells the primal pass that is counted', () => {
    expect(slipOf(passes, '3')).toContain('primal pass')
    expect(slipOf(passes, '1')).toContain('reverse mode')
  })
})

describe('a shape', () => {
  const source = 'const W = [[1, 2, 0], [3, -1, 1]]\nx = [2, -1, 1]\ny = W @ x'
  const shape = asked('shape of derivative y x', { source, kind: 'shape' })

  it.each(['2×3', '2x3', '2 X 3', '(2, 3)', '[2,3]', '2 by 3'])('%s is 2×3', (given) => {
    expect(verdictOf(shape, given)).toBe('right')
  })

  it('of a vector is its length, of a number ()', () => {
    for (const given of ['3', '(3,)', '[3]'])
      expect(verdictOf(asked('shape x', { source, kind: 'shape' }), given)).toBe('right')
    expect(verdictOf(asked('shape x[0]', { source, kind: 'shape' }), '()')).toBe('right')
  })

  it('is told what it would be the shape of', () => {
    expect(slipOf(shape, '3×2')).toContain('transposed')
    expect(slipOf(shape, '2')).toContain('shape of y')
    expect(verdictOf(shape, 'wide')).toBe('unreadable')
  })
})

describe('a node', () => {
  it('is known by its names, and told why it is not next', () => {
    const next = asked('next', { kind: 'node', moment: { mode: 'reverse', pass: 'primal', step: 3 } })
    for (const given of ['v2', 'v₂']) expect(verdictOf(next, given)).toBe('right')
    expect(slipOf(next, 'f')).toBe('f still lacks v2.')
    expect(slipOf(next, 'x1')).toBe('x1 is known already.')
    expect(verdictOf(next, 'q')).toBe('unreadable')
  })

  it('is next in a pass back', () => {
    const next = asked('next', { kind: 'node', moment: { mode: 'reverse', pass: 'f', step: 1 } })
    expect(verdictOf(next, 'v2')).toBe('right')
    expect(slipOf(next, 'x1')).toBe('x1 still waits for what comes back from v2 and v1.')
    expect(slipOf(next, 'v1')).toContain('could come now as well')
  })

  it('is the operand that decides a maximum', () => {
    const source = 'z = 2\nw = -1\nf = max(z, w)'
    const routed = asked('routed f', { source, kind: 'node', moment: {} })
    expect(verdictOf(routed, 'z')).toBe('right')
    expect(slipOf(routed, 'w')).toContain('gets no adjoint')
    expect(slipOf(routed, 'z, w')).toContain('sum')
  })

  it('is one of a role, or all of them', () => {
    const source = 'data x = 1\nparam w = 2\nparam b = 3\nf = w*x + b'
    const one = asked('role param', { source, kind: 'node', moment: {} })
    const all = asked('role param all', { source, kind: 'node', moment: {} })
    expect(['w', 'b', 'x'].map((given) => verdictOf(one, given))).toEqual(['right', 'right', 'wrong'])
    expect(['w', 'w and b', 'w, b, x'].map((given) => verdictOf(all, given))).toEqual(['wrong', 'right', 'wrong'])
    expect(all.taking).toMatchObject({ by: 'node', several: true })
  })
})

describe('a choice', () => {
  const choices = ['forward', 'reverse: reverse, with one pass', 'the same']
  const faster = asked('faster', {
    source: 'a = 1\nb = 2\nc = 3\nf = a*b*c',
    kind: 'choice',
    moment: {},
    question: { choices },
  })

  it('is taken by its token, and shown by what follows the colon', () => {
    expect(faster.taking).toMatchObject({ choices: [{}, { token: 'reverse', shown: 'reverse, with one pass' }, {}] })
    expect(verdictOf(faster, 'reverse')).toBe('right')
    expect(faster.words.shown).toBe('reverse, with one pass')
    expect(slipOf(faster, 'forward')).toContain('3 tangent passes')
    expect(verdictOf(faster, 'neither')).toBe('unreadable')
  })

  it('is not asked where no choice is right, or several are', () => {
    const among = (...texts: string[]) => asking('passes forward', { kind: 'choice', question: { choices: texts } })
    expect(among('1', '3')).toEqual({ says: 'None of the choices is right: the answer is 2.' })
    expect(among('2', '4/2')).toMatchObject({ says: expect.stringContaining('Several') })
    expect(among('2', '3')).toMatchObject({ right: { value: 2 } })
  })
})

describe('without a key', () => {
  it.each([
    ['adjoint q', 'The program has no “q”.'],
    ['adjoint x1 of g', 'The program has no output “g”.'],
    ['tangent f', 'by INPUT'],
    ['constructor f', 'begins with one of the words'],
    ['', 'begins with one of the words'],
    ['parameters', 'param'],
    ['partial f x1', 'no edge'],
    ['quantity 1 +', 'cannot be computed'],
    ['faster', 'answered by'],
    ['passes sideways', 'forward'],
  ])('%s: %s', (of, says) => {
    expect(asking(of)).toMatchObject({ says: expect.stringContaining(says) })
  })

  it('says that a derivative is not finite', () => {
    expect(asking('derivative f x', { source: 'x = 0\nf = sqrt(x)', moment: {} })).toMatchObject({
      says: expect.stringContaining('not finite'),
    })
  })
})

it('hints lead a step back in the graph, after the file’s own', () => {
  const { hints } = asked('adjoint x1', { question: { hint: 'Two ways.' } })
  expect(hints[0]).toBe('Two ways.')
  expect(hints[1]).toContain('Which nodes read x1? v1 (sin) and v2 (×).')
})

it('keys follow inputs that change', () => {
  for (const [x1, right] of [
    ['1', 'cos(1) + 3'],
    ['0', '4'],
  ]) {
    const source = LECTURE.replace('x1 = 2', `x1 = ${x1}`)
    expect(verdictOf(asked('adjoint x1', { source }), right)).toBe('right')
  }
})

it('the pass of the scene is that of its moment', () => {
  const source = 'x = 2\ny = 3\nf = x*y\ng = x + 5*y'
  const at = (moment: AskedAt) => asked('adjoint y', { source, moment }).right
  expect(at({ mode: 'reverse', pass: 'g', step: 1 })).toMatchObject({ value: 5 })
  expect(at({ mode: 'compare', pass: 'primal', out: 'f' })).toMatchObject({ value: 2 })
  expect(asking('adjoint y', { source, moment: {} })).toMatchObject({ says: expect.stringContaining('of OUTPUT') })
})

it('a program of Python has keys too', () => {
  const source = 'import math\nx1 = 2.0\nx2 = 3.0\nf = math.sin(x1) + x1*x2\nprint(f)'
  const setting = settingOf(source, compile(source), {})
  const found =
    setting && askedIn(setting, { question: '', kind: 'number', of: `derivative ${setting.graph.outputs[0].name} x1` })
  expect(found && 'judge' in found && found.judge('cos(x1) + x2')).toEqual({ verdict: 'right' })
})

it('no answer breaks anything', () => {
  const numbers = asked('adjoint x1')
  const texts = [
    '(((',
    '__proto__',
    'constructor(1)',
    'x1[',
    '1e999',
    '-',
    '\u0000',
    '9'.repeat(6000),
    '#',
    '1;2',
    'adjoint(x1)',
    '[[1],[2,3]]',
    'x1(2)',
  ]
  for (const text of texts) expect(['wrong', 'unreadable']).toContain(verdictOf(numbers, text))
})
