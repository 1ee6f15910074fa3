import { describe, expect, it } from 'vitest'
import { completeFrame, frameAt, passesOf, passNamed, told } from '../../../verification/fixtures/passes.ts'
import type { Mode } from '../../autodiff/pass.ts'
import type { Pass } from '../pass.ts'
import { narrate } from './index.ts'

const BEYOND = /beyond the largest double, about 1\.798×10³⁰⁸, arose/
const notesOf = (pass: Pass, name: string) =>
  told(pass, name)
    .notes.map(({ text }) => text)
    .join(' ')

describe('a derivative beyond the largest double', () => {
  it('is said where a product of finite numbers becomes infinite', () => {
    const source = 'x = 1e-200\nf = (x*1e200)*1e200'
    expect(notesOf(passNamed(source, 'forward', 'x'), 'f')).toMatch(/too large.* arose here, so the result is not/)
    expect(notesOf(passNamed(source, 'reverse', 'f'), 'x')).toMatch(/too large.* arose here, so the result is not/)
  })

  it('is said where finite terms add up to it', () => {
    const source = 'x = 0.1\nf = x*1e308 + x*1.1e308'
    expect(notesOf(passNamed(source, 'forward', 'x'), 'f')).toMatch(BEYOND)
    expect(notesOf(passNamed(source, 'reverse', 'f'), 'x')).toMatch(BEYOND)
  })

  it('is said of a local partial that overflows at no pole', () => {
    const source = 'x = 1e-200\nf = 1/x'
    expect(notesOf(passNamed(source, 'forward', 'x'), 'f')).toMatch(/^The local partial is too large for a number/)
    expect(notesOf(passNamed(source, 'forward', 'x'), 'f')).toMatch(BEYOND)
  })

  it('is said where one mode then gives NaN and the other ∞ or a number', () => {
    const source = 'x = 1e-300\nu = x*1e200\nf = u*1e200 - u*1e200*1.5'
    for (const [mode, seed, name] of [
      ['forward', 'x', 'f'],
      ['reverse', 'f', 'x'],
    ] as const)
      expect(notesOf(passNamed(source, mode, seed), name)).toMatch(BEYOND)
  })

  it('is said on the way where an overflowed factor meets 0', () => {
    const source = 'x = 1e-300\ny = 0\nf = ((x*1e200)*1e200)*y'
    const said = notesOf(passNamed(source, 'forward', 'x'), 'f')
    expect(said).toMatch(/0|∞/)
    expect(said).toMatch(/arose on the way here, so the result is not the derivative/)
  })

  it('is not said of a pole, of a value that is infinite, or of a real 0·∞', () => {
    for (const source of [
      'x = 0\nf = sqrt(x)',
      'x = 0\nf = sqrt(x*x)',
      'x = 1\nf = asin(x)',
      'x = 0\nf = 1/x',
      'x = 0\nf = x^0.5',
    ])
      for (const [mode, seed, name] of [
        ['forward', 'x', 'f'],
        ['reverse', 'f', 'x'],
      ] as const)
        expect([source, notesOf(passNamed(source, mode, seed), name)]).not.toEqual([
          source,
          expect.stringMatching(BEYOND),
        ])
  })

  it('is said of arrays', () => {
    const source = 'x = [1e-200, 1]\nf = sum((x*1e200)*1e200)'
    expect(notesOf(passNamed(source, 'reverse', 'f'), 'x')).toMatch(BEYOND)
  })
})

const FACTORS = ['1e200', '-1e200', '1e-200', '0']
const SHAPES = [
  '(x*A)*B',
  '(x*A)*B + (x*B)*A',
  '(x*A)*B - (x*A)*C',
  '((x*A)*B)*C',
  '(x*A + x*B)*C',
  '(x*A)*B*C + x',
  '(x/A)/B',
]

/** Programs whose values stay far below the largest double, while derivatives may pass it. */
const programs = SHAPES.flatMap((shape) =>
  FACTORS.flatMap((a) =>
    FACTORS.flatMap((b) => FACTORS.map((c) => shape.replaceAll('A', a).replaceAll('B', b).replaceAll('C', c))),
  ),
).map((formula) => `x = 1e-250\nf = ${formula}`)

describe('of all small programs with large factors', () => {
  const found = (mode: Mode) =>
    [...new Set(programs)].flatMap((source) => {
      const list = passesOf(source, mode)
      const values = list.get(0).numbers
      const pass = list.get(1)
      const end = completeFrame(pass)
      if (!values.every(Number.isFinite) || pass.steps.length === 0) return []
      const last = pass.numbers[pass.primal.graph.offset[pass.steps[pass.steps.length - 1]]]
      return Number.isFinite(last)
        ? []
        : [
            {
              source,
              said: narrate(frameAt(pass, end.step))
                .notes.map(({ text }) => text)
                .join(' '),
            },
          ]
    })

  it.each(['forward', 'reverse'] as const)('each says so at a derivative that is no number, in %s mode', (mode) => {
    const cases = found(mode)
    expect(cases.length).toBeGreaterThan(20)
    expect(cases.filter(({ said }) => !BEYOND.test(said))).toEqual([])
  })
})
