import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tokenize } from './tokenize.ts'

const words = (source: string) => tokenize(source).map(({ kind, text }) => `${kind} ${text}`)

describe('the words of a program', () => {
  it('carry kinds for colours and completion', () => {
    expect(words('param w = sin(2x₁²) # c\n; a , $')).toEqual([
      'role param',
      'name w',
      'operator =',
      'callee sin',
      'bracket (',
      'number 2',
      'name x₁',
      'superscript 2',
      'bracket )',
      'comment # c',
      'separator \n',
      'separator ;',
      'name a',
      'separator ,',
      'error $',
    ])
  })

  it.each([
    ['data = 3', 'name data'],
    ['data w', 'role data'],
    ['output f(x) = x', 'role output'],
    ['output(x)', 'callee output'],
    ['x + data', 'name x'],
  ])('%s starts with a %s', (source, first) => expect(words(source)[0]).toBe(first))

  it('have a role word only where a statement starts', () => {
    expect(words('x + data y')).toContain('name data')
    expect(words('x\n data y')).toContain('role data')
    expect(words('# c\n data y')).toContain('role data')
  })

  it('end statements at line breaks outside brackets only', () => {
    const ends = (source: string) => words(source).filter((word) => word === 'separator \n').length
    expect([
      ends('a\nb'),
      ends('a\r\nb'),
      ends('(a\nb)'),
      ends('(a\nb = 2'),
      ends('(a\noutput b'),
      ends('(a\nb == 2)'),
      ends('[a,\nb]'),
      ends('[a;\nb]'),
      ends('[a,\n b = 2'),
    ]).toEqual([1, 1, 0, 1, 1, 0, 0, 0, 1])
  })

  it('go on with a keyword where a call waits for an operand in an indented line', () => {
    const ends = (source: string) => words(source).filter((word) => word === 'separator \n').length
    expect([
      ends('f(a, # c\n\n axis=0)'),
      ends('f(\n axis=0)'),
      ends('f(a,\naxis=0)'),
      ends('f(a\n axis=0)'),
      ends('f((a,\n axis=0))'),
      ends('f(a,\n output axis=0)'),
    ]).toEqual([0, 0, 1, 1, 1, 1])
  })

  it('have colons in square brackets only', () => {
    expect(words('W[:2]:')).toEqual(['name W', 'bracket [', 'operator :', 'number 2', 'bracket ]', 'error :'])
    expect(words('W[(:')).toContain('error :')
  })

  it('have the sign that transposes behind names, brackets and numbers', () => {
    expect(words('W.T Wᵀ F.T 1.T x.Tx')).toEqual([
      'name W',
      'transpose .T',
      'name W',
      'transpose .T',
      'name F',
      'transpose .T',
      'number 1',
      'transpose .T',
      'name x',
      'error .',
      'name Tx',
    ])
  })

  it('and the blanks between them are the whole text, in order', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'a1.e_²é½(\n;=#/ $\ud800T[:ᵀ@,') }),
    )
    fc.assert(
      fc.property(text, (source) => {
        let at = 0
        for (const { from, to } of tokenize(source)) {
          expect(
            source
              .slice(at, from)
              .replace(/[\u200b-\u200d\u2060]/g, '')
              .trim(),
          ).toBe('')
          expect(to).toBeGreaterThan(from)
          at = to
        }
        expect(
          source
            .slice(at)
            .replace(/[\u200b-\u200d\u2060]/g, '')
            .trim(),
        ).toBe('')
      }),
    )
  })
})
