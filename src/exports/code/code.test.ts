import { describe, expect, it } from 'vitest'
import { graphOf } from '../../../verification/fixtures/compiled.ts'
import { COMMENTS, HOSTILE, NAMES } from '../../../verification/fixtures/hostileCode.ts'
import { LECTURE } from '../../../verification/fixtures/programs.ts'
import { type CodeSource, codeOf } from './code.ts'
import { CODE_LANGUAGES, type CodeLanguageName } from './codeLanguage.ts'

function sourceOf(program: string, how: Partial<CodeSource> = {}): CodeSource {
  const closed = graphOf(program, { open: new Set(), language: 'gradual' })
  return { program, graph: graphOf(program, { language: 'gradual' }), closed, mode: 'reverse', decides: false, ...how }
}

function textOf(name: CodeLanguageName, program: string, how: Partial<CodeSource> = {}): string {
  const made = codeOf(name, sourceOf(program, how))
  if ('says' in made) throw new Error(made.says)
  return String(made.data)
}

const linesIn = (text: string): string[] => text.split('\n').map((line) => line.trim())

describe('the adjoint pass by hand', () => {
  it('goes through the tape backwards, and adds at a branch', () => {
    const lines = linesIn(textOf('NumPy', LECTURE))
    const adjoint = lines.slice(lines.findIndex((line) => line.startsWith('f_bar +=')))
    expect(adjoint.slice(0, 7)).toEqual([
      ...['f_bar += f_seed', 'v1_bar += f_bar', 'v2_bar += f_bar'],
      ...['x1_bar += v2_bar * x2', 'x2_bar += v2_bar * x1', 'x1_bar += v1_bar * np.cos(x1)'],
      'return [x1_bar, x2_bar]',
    ])
  })

  it('has a matrix product’s two adjoints', () => {
    const text = textOf('NumPy', 'A = [[1, 2], [3, 4]]\nB = [[1, 0], [2, 1]]\nf = sum(A @ B)')
    expect(text).toContain('A_bar += v1_bar @ np.transpose(B)')
    expect(text).toContain('B_bar += np.transpose(A) @ v1_bar')
  })

  it('says by which convention it takes a partial at a kink', () => {
    expect(textOf('NumPy', 'x = 0\nf = abs(x)')).toContain(
      '# abs has a kink at 0; its partial there is 0, by convention.',
    )
    expect(textOf('TypeScript', 'x = 0\ny = 0\nf = hypot(x, y)')).toContain('x === 0 && y === 0 ? 0 : ')
  })
})

describe('where the page knows more than the file', () => {
  const HEADS = 'x = 0\ny = 0\noutput f = sqrt(x)*y'

  it.each(CODE_LANGUAGES)('%s says in its head what holds at other inputs, where a partial is a choice', (name) => {
    expect(textOf(name, 'x = 1\nf = abs(x)')).toContain(
      'At these inputs kinks and poles have the partials that Gradual',
    )
    expect(textOf(name, 'x = 1\nf = sin(x)*x')).not.toContain('kinks')
  })

  it.each(['NumPy', 'TypeScript', 'PyTorch', 'JAX'] as const)(
    'an adjoint of 0 meets an infinite partial as in the page, or the line says so, in %s',
    (name) => {
      expect(textOf(name, HEADS)).not.toContain('Gradual has NaN')
      expect(textOf(name, `${HEADS}\noutput g = x + y`).match(/Gradual has NaN where/g)).toHaveLength(2)
      expect(textOf(name, 'x = 0\ny = 1\noutput f = sqrt(x)*y\noutput g = x + y')).toContain('0 is handed on as 0 here')
    },
  )
})

describe('libraries that differentiate', () => {
  const FUNCTION = 'x = 2\ng(a, b) = a*b + sin(a)\nf = g(x, 3)*g(1, x)'

  it.each(['PyTorch', 'JAX'] as const)('functions of the program stay functions in %s', (name) => {
    const text = textOf(name, FUNCTION)
    expect(text).toContain('def g(a, b):')
    expect(text.match(/ g\(/g)?.length).toBeGreaterThan(2)
  })

  it('JAX takes the mode that is shown', () => {
    expect(textOf('JAX', LECTURE)).toContain('jax.jacrev(')
    expect(textOf('JAX', LECTURE, { mode: 'forward' })).toContain('jax.jacfwd(')
  })

  it.each(['PyTorch', 'JAX'] as const)('%s computes in doubles', (name) => {
    expect(textOf(name, LECTURE)).toMatch(/set_default_dtype\(torch\.float64\)|"jax_enable_x64", True/)
  })

  it('a rule of the page’s own is written out only at a kink', () => {
    expect(textOf('PyTorch', 'x = 1\nf = abs(x)')).not.toContain('by_rule')
    expect(textOf('PyTorch', 'x = 0\nf = abs(x)')).toContain('by_rule')
  })
})

describe.each(CODE_LANGUAGES)('what a user typed, in %s', (name) => {
  it('stays in its comments, line by line', () => {
    const text = textOf(name, HOSTILE)
    const mark = name === 'TypeScript' ? '//' : '#'
    const holding = text
      .split(/\r|\n|\p{Zl}|\p{Zp}|\u0085|\f/u)
      .filter((line) => /hacked|import os|process|throw|coding|ts-nocheck|sourceMapping|nul\b/.test(line))
    expect(holding.length).toBeGreaterThanOrEqual(COMMENTS.length)
    for (const line of holding) expect(line.startsWith(`${mark} | `)).toBe(true)
    expect(text).not.toMatch(/[\u2028\u2029\u202e\0\f\u0085]/)
  })

  it('Python does not look for an encoding where a user’s comment stands', () => {
    expect(textOf(name, HOSTILE).split('\n').slice(0, 2).join()).not.toContain('coding')
  })

  it('each name is one thing, in letters that every reader takes for the same', () => {
    const text = textOf(name, HOSTILE)
    const [, parameters] = /(?:def|function) program\(\[?(.*?)\]?(?:: number\[\])?\)/.exec(text) ?? []
    const own = parameters.split(', ')
    expect(new Set(own).size).toBe(NAMES.length)
    for (const each of own) expect(each).toMatch(/^[A-Za-z_]\w*$/)
    expect(own).toContain('x_bar')
    expect(own).not.toContain(name === 'TypeScript' ? 'let' : 'lambda')
  })
})

it.each([0.1, 1 / 3, 5e-324, 1.7976931348623157e308, -0, 123456789012345680000, 1e21])(
  '%s reads back as it is',
  (x) => {
    for (const name of CODE_LANGUAGES) {
      const text = textOf(name, `x = ${Object.is(x, -0) ? '-0' : x}\nf = x + 1`)
      const found = /values: \[(-?[\d.e+-]+)\]|"x": \D*?(?:float64|tensor)\((-?[\d.e+-]+)/.exec(text)
      expect(Object.is(Number(found?.slice(1).find(Boolean)), x), `${name}: ${found}`).toBe(true)
    }
  },
)

it('what would be too long is refused in one sentence', () => {
  const lines = Array.from({ length: 11_000 }, (_, i) => `y${i + 1} = sin(y${i})`)
  const source = { ...sourceOf('x = 1\nf = x'), graph: graphOf(['y0 = 1', ...lines].join('\n')) }
  for (const name of CODE_LANGUAGES)
    expect(codeOf(name, source)).toEqual({
      says: expect.stringMatching(/^This program would be .* are written at most\./),
    })
})
