import { describe, expect, it } from 'vitest'
import { parse } from './parse.ts'
import { print } from './print.ts'

const statementsOf = (source: string) => parse(source).program.statements

describe('a program', () => {
  it('is read statement by statement', () => {
    const source = `# the lecture's example
x1 = 2;  param w = 0.5 # role
data t = 1; const k = 3\r
g(a, b) = a*b + 1
output f1 = sin(x1)
output g(a) = a

output f1
x1*w`
    const { program, diagnostics } = parse(source)
    expect(diagnostics).toEqual([])
    expect(program.source).toBe(source)
    expect(print(program).split('\n')).toEqual([
      'x1 = 2',
      'param w = 0.5',
      'data t = 1',
      'const k = 3',
      'g(a, b) = a*b + 1',
      'output f1 = sin(x1)',
      'output g(a) = a',
      'output f1',
      'x1*w',
    ])
  })

  it('keeps where statements, names and parameters stand', () => {
    const [definition, output, call] = statementsOf('param w = 1 # one\noutput f\n g(a, b) = a')
    expect(definition).toMatchObject({ from: 0, to: 11, role: 'param', nameSpan: { from: 6, to: 7 } })
    expect(output).toMatchObject({ from: 18, to: 26, name: 'f', nameSpan: { from: 25, to: 26 } })
    expect(call).toMatchObject({
      from: 28,
      to: 39,
      nameSpan: { from: 28, to: 29 },
      parameters: [
        { name: 'a', from: 30, to: 31 },
        { name: 'b', from: 33, to: 34 },
      ],
    })
  })

  it.each([
    'data = 3',
    'param param = 3',
    'data*2',
    'const(output)',
    'lambda = 2',
    'return = 2',
    'def*if',
    'return - x',
    'constructor = 1',
  ])('may use the word as a name: %s', (source) => {
    expect(parse(source).diagnostics).toEqual([])
    expect(print(parse(source).program)).toBe(source)
  })

  it('of blanks and comments alone has no statements', () => {
    for (const source of ['', ' \n\r\n', '# x', ';;\n;', '\ufeff'])
      expect(parse(source)).toEqual({ program: { source, statements: [] }, diagnostics: [] })
  })

  it('loses only the statement that has a mistake', () => {
    const { program, diagnostics } = parse('x = 2\ny = *\nf = (x\noutput g = x; z = $; h = sin(\nh2(a) = a')
    expect(program.statements.map((each) => ('name' in each ? each.name : ''))).toEqual(['x', 'f', 'g', 'h2'])
    expect(diagnostics.map(({ from }) => from)).toEqual([10, 16, 37, 47])
  })

  it('reads the same name in composed and decomposed letters', () => {
    expect(statementsOf('e\u0301 = 1')[0]).toMatchObject({ name: 'é', nameSpan: { from: 0, to: 2 } })
  })
})
