import { describe, expect, it } from 'vitest'
import { parse } from './parse.ts'
import { print } from './print.ts'

describe('a formula goes on in the next line', () => {
  it.each([
    ['f = ln(a)\n    + a*b\n    - sin(b)', 'f = ln(a) + a*b - sin(b)'],
    ['f = ln(a) +\n  a*b', 'f = ln(a) + a*b'],
    ['f = ln(a) +\na*b', 'f = ln(a) + a*b'],
    ['f = a\n* b', 'f = a*b'],
    ['f = a\r\n  / b\r\n  ^ 2', 'f = a/b^2'],
    ['f = W\n@ x', 'f = W @ x'],
    ['f = a # the first\n  # and the second\n  + b', 'f = a + b'],
    ['f = a + # and\n  b', 'f = a + b'],
    ['f =\n  x^2', 'f = x^2'],
    ['f = a\n  − b', 'f = a - b'],
    ['  f = a\n    + b', 'f = a + b'],
    ['f = a\n\n  + b', 'f = a + b'],
    ['f = (a\n+ b)\n  + c', 'f = a + b + c'],
    ['a\n  < b', 'a < b'],
    ['f = a\n\t+ b', 'f = a + b'],
  ])('%j', (source, joined) => {
    const { program, diagnostics } = parse(source)
    expect(diagnostics).toEqual([])
    expect(print(program)).toBe(joined)
  })
})

describe('a line that may go on with the one above', () => {
  it.each([
    ['f = ln(a)\n- sin(b)', 'f = ln(a)\n    - sin(b)'],
    ['f = ln(a)\n+ sin(b)\n', 'f = ln(a)\n    + sin(b)\n'],
    ['x = 2\n-y^2', undefined],
    ['x^2\n-y', undefined],
    ['x^2\n# and\n-y', undefined],
    ['f = a\n  (b + c)', undefined],
    ['f = a\n  [b, c]', undefined],
  ])('is refused, not guessed: %j', (source, joined) => {
    const [problem, ...others] = parse(source).diagnostics
    expect(others).toEqual([])
    expect(problem).toMatchObject({ severity: 'error', message: expect.stringMatching(/may go on with the one above/) })
    const [change] = problem?.fix?.changes ?? []
    expect(change && source.slice(0, change.from) + change.insert + source.slice(change.to)).toBe(joined)
    if (joined) expect(parse(joined)).toMatchObject({ diagnostics: [], program: { statements: { length: 1 } } })
  })

  it.each([
    ['below an empty line', 'f = a\n\n-b', 2],
    ['below a definition that it reads', 'x = 2\n-x^2', 2],
    ['below a function that it calls', 'g(a) = a^2\n-g(2)', 2],
    ['after a semicolon', 'f = a;\n-b', 2],
    ['below a line that says output', 'f = a\noutput f\n-b', 3],
    ['in the first line', '-b', 1],
    ['with a bracket, not indented', 'f = a\n(b + c)^2', 2],
  ])('stands by itself %s', (_, source, count) => {
    const { program, diagnostics } = parse(source)
    expect(diagnostics).toEqual([])
    expect(program.statements).toHaveLength(count)
  })
})

describe('an operand that is missing', () => {
  it.each(['f = a +\ng = 2', 'f = a *\n\nb', 'x = 1\nx++\ny', 'f = a -', 'f =\n\nb'])(
    'is not taken from elsewhere: %j',
    (source) => {
      expect(parse(source).diagnostics).toMatchObject([
        { severity: 'error', message: expect.stringMatching(/is missing/) },
      ])
    },
  )
})
