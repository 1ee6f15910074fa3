import fc from 'fast-check'
import katex from 'katex'
import { describe, expect, test } from 'vitest'
import {
  completeFrame,
  frameAt,
  passesOf,
  passNamed,
  somePrograms,
  told,
} from '../../../verification/fixtures/passes.ts'
import { LECTURE } from '../../../verification/fixtures/programs.ts'
import { short } from '../../notation/numbers.ts'
import { primitives } from '../../primitives/index.ts'
import { seededPass } from '../passes.ts'
import { termsOf } from '../terms.ts'
import { type Maths, type Narration, narrate } from './index.ts'

const notes = (narration: ReturnType<typeof narrate>) => narration.notes.map(({ text }) => text).join(' ')

describe('the adjoint pass of the lecture’s example', () => {
  const pass = passNamed(LECTURE, 'reverse', 'f')

  test('begins by saying what it is about to do', () => {
    expect(narrate(frameAt(pass, 0)).sentence).toMatch(/^The adjoint pass of f is about to compute how fast f changes/)
  })
  test('starts from the seed', () => {
    expect(told(pass, 'f').sentence).toBe('The seed: the derivative of f by itself is 1.')
  })
  test('add distributes', () => {
    const narration = told(pass, 'v1')
    expect(narration.speech).toBe('Add: v1 gets the adjoint of f unchanged: 1.')
    expect(narration.pattern?.name).toBe('distributor')
    expect(narration.reads?.nodes).toEqual([])
  })
  test('multiply switches, and reads the other operand from the tape', () => {
    const narration = told(pass, 'x2')
    expect(narration.speech).toBe('Multiply: x2 gets the adjoint of v2 times the other operand, x1: 2.')
    expect(narration.pattern?.name).toBe('switcher')
    expect(narration.reads?.speech).toBe('Read from the tape: x1 equals 2.')
  })
  test('a branch adds', () => {
    const narration = told(pass, 'x1')
    expect(narration.sentence).toBe('x₁ feeds two nodes, so its two contributions add up to 2.584.')
    expect(narration.pattern?.name).toBe('adder')
    expect(narration.running.map(({ speech, product, sum }) => [speech, product, sum])).toEqual([
      ['from v2', 3, 3],
      ['from v1', Math.cos(2), 3 + Math.cos(2)],
    ])
    expect(narration.maths?.formula?.speech).toBe('x1 bar equals v2 bar times x2, plus v1 bar times cosine of x1')
    expect(narration.maths?.numbers?.speech).toBe('x1 bar equals 1 times 3, plus 1 times cosine of 2')
    expect(narration.maths?.sum?.speech).toBe('x1 bar equals 3, minus 0.4161 equals 2.584')
  })
  test('shows the terms as they arrive', () => {
    const narration = narrate(frameAt(pass, 4, 1))
    expect(narration.speech).toBe('One of two terms has arrived at x1; the last came from v2: 3 so far.')
    expect(narration.running.map(({ arrived }) => arrived)).toEqual([true, false])
    expect(narration.maths?.sum?.speech).toBe('x1 bar equals 3, plus and so on')
  })
})

describe('the tangent pass', () => {
  test('starts from the seed, and adds what comes from the operands', () => {
    const pass = passNamed(LECTURE, 'forward', 'x1')
    expect(told(pass, 'x1').sentence).toBe('The seed: the derivative of x₁ by itself is 1.')
    expect(told(pass, 'v1').speech).toBe(
      'Sine: v1 gets the tangent of x1 times the local partial, cosine of x1: minus 0.4161.',
    )
    expect(told(pass, 'v3').speech).toBe('Add: f gets the tangents of v1 and v2, added up: 2.584.')
  })
  test('x*x follows the product rule with two terms', () => {
    const narration = told(passNamed('x = 3\nf = x*x', 'forward', 'x'), 'f')
    expect(narration.sentence).toMatch(/product rule/)
    expect(narration.running.map(({ product }) => product)).toEqual([3, 3])
  })
})

describe('a sentence is true to the rule, not to the number', () => {
  test.each([
    ['x = 0.5\nf = x^2', 'Power: f gets the tangent of x times the local partial, 2 times x: 1.'],
    ['x = 0\nf = sin(x)', 'Sine: f gets the tangent of x times the local partial, cosine of x: 1.'],
    ['x = 0\nf = exp(x)', 'Exponential: f gets the tangent of x times the local partial, exponential of x: 1.'],
    ['x = 1\nf = log(x)', 'Natural logarithm: f gets the tangent of x times the local partial, 1 over x: 1.'],
    ['x = 1\nf = x + 3', 'Add: f gets the tangent of x unchanged: 1.'],
    ['x = 1\nf = 3 - x', 'Subtract: f gets the tangent of x with the opposite sign: minus 1.'],
    ['x = 2\nf = relu(x)', 'Rectified linear unit: f gets the tangent of x times the local partial, 1: 1.'],
  ])('%s', (source, expected) => expect(told(passNamed(source, 'forward', 'x'), 'f').speech).toBe(expected))
  test('in reverse mode too', () => {
    expect(told(passNamed('x = 0.5\nf = x^2', 'reverse', 'f'), 'x').sentence).toBe(
      'Power: x gets the adjoint of f times the local partial, 2·x: 1.',
    )
  })
})

describe('the reader’s names', () => {
  const SOURCE = 'x = 2\nz1 = sin(x)\nloss_total = z1^2'
  test('stand in sentences and formulas, with the number on the tape beside the node of the step', () => {
    const narration = told(passNamed(SOURCE, 'reverse', 'loss_total'), 'z1')
    expect(narration.sentence).toBe(
      'Power: z₁ (v₁) gets the adjoint of loss_total times the local partial, 2·z₁: 1.819.',
    )
    expect(narration.speech).toBe(
      'Power: z1 gets the adjoint of loss_total times the local partial, 2 times z1: 1.819.',
    )
    expect(narration.maths?.formula?.latex).toContain('\\overline{\\mathit{loss\\_total}}')
    expect(narration.maths?.formula?.speech).toBe('z1 bar equals loss_total bar times 2 times z1')
  })
  test('an output is called so where it is computed', () => {
    expect(told(passesOf(SOURCE, 'forward').get(0), 'loss_total').sentence).toMatch(
      /^Power: the output loss_total \(v₂\) is computed from z₁/,
    )
  })
})

test('the sentence of a step says the number that the step has found', () => {
  fc.assert(
    fc.property(somePrograms, fc.boolean(), (program, forward) => {
      const list = passesOf(program, forward ? 'forward' : 'reverse')
      for (let index = 0; index < list.count; index++) {
        const pass = list.get(index)
        for (let step = 1; step <= pass.steps.length; step++)
          expect(narrate(frameAt(pass, step)).sentence).toContain(short(pass.numbers[pass.steps[step - 1]]))
      }
    }),
    { numRuns: 50 },
  )
})

describe('special cases are said', () => {
  test('an operand that is read twice', () => {
    expect(told(passNamed('x = 3\nf = x*x', 'reverse', 'f'), 'x').speech).toBe(
      'x feeds f twice, so its two contributions add up to 6.',
    )
  })
  test('x − x: both terms count, and their sum is 0', () => {
    const { running, maths } = told(passNamed('x = 3\nf = x - x', 'reverse', 'f'), 'x')
    expect(running.map(({ sum }) => sum)).toEqual([1, 0])
    expect(maths?.formula?.speech).toBe('x bar equals f bar, minus f bar')
  })
  test('the router takes one operand; the other one gets nothing', () => {
    const pass = passNamed('z = 2\nw = -1\nf = max(z, w)', 'reverse', 'f')
    const narration = told(pass, 'z')
    expect(narration.speech).toBe('Maximum: f took z, so its whole adjoint goes there: 1.')
    expect(narration.pattern?.name).toBe('router')
    expect(notes(narration)).toMatch(/The derivative of f by w is 0: no derivative comes back there at this point/)
    expect(notes(narration)).not.toMatch(/does not depend/)
  })
  test('a tie of max is a convention, with what others take', () => {
    expect(notes(told(passNamed('x = 3\ny = 3\nf = max(x, y)', 'reverse', 'f'), 'x'))).toMatch(
      /by convention.*Others take: .*TensorFlow/,
    )
  })
  test('stop_gradient is told where it keeps a derivative off', () => {
    const source = 'x = 2\nf = x*stop_gradient(sin(x))'
    const said = ({ notes }: Narration) => notes.map(({ text }) => text).join(' ')
    expect(said(told(passNamed(source, 'reverse', 'f'), 'x'))).toBe('')
    expect(said(told(passNamed(source, 'reverse', 'f'), 'f'))).toBe('')
    expect(said(told(passNamed(source, 'forward', 'x'), 'f'))).toBe('Nothing comes from v₂: stop_gradient cuts it off.')
    const shared = passNamed('x = 2\nf = x*stop_gradient(x)', 'reverse', 'f')
    expect(said(told(shared, 'x'))).toBe('Nothing comes back from v₁: stop_gradient cuts it off.')
  })

  test('where passes on the branch that it chose', () => {
    const pass = passNamed('x = 1\ny = 2\nf = where(x > 0, y, x)', 'forward', 'y')
    expect(told(pass, 'f').speech).toBe('Where: f takes y, and so its tangent: 1.')
  })
  test('outputs on which an input does not act', () => {
    expect(notes(narrate(completeFrame(passNamed('x = 1\ny = 2\nf = x + 1\ng = x*y', 'forward', 'y'))))).toBe(
      'f does not depend on y.',
    )
  })
  test('of the places that read an input only those count that lead to the output', () => {
    const pass = passNamed('x = 1\nf = x*x\ng = exp(x)', 'reverse', 'f')
    expect(told(pass, 'x').speech).toBe(
      'Two of the three places that read x pass an adjoint back, and these add up to 2.',
    )
  })
  test('a seeded output that another one reads', () => {
    const { primal } = passesOf('x = 2\noutput g = x^2\nf = 5*g', 'reverse')
    const narration = told(seededPass(primal, 'reverse', { g: 0.5, f: 1 }), 'g')
    expect(narration.speech).toBe(
      'The seed gives g the adjoint 0.5, and one contribution from other outputs adds to it: 5.5.',
    )
    expect(narration.maths?.sum?.speech).toBe('g bar equals 0.5, plus 5 equals 5.5')
  })
  test('floor is flat', () => {
    for (const [mode, seed, node] of [
      ['forward', 'x', 'f'],
      ['reverse', 'f', 'x'],
    ] as const)
      expect(told(passNamed('x = 1.5\nf = floor(x)', mode, seed), node).sentence).toMatch(/partial is 0 everywhere/)
  })
  test('0·∞ is shown and explained', () => {
    const narration = told(passNamed('x = 0\nf = sqrt(x*x)', 'forward', 'x'), 'f')
    expect(narration.notes[0].text).toBe('The term is 0 · ∞, which has no value: it is NaN, not a number.')
    expect(narration.notes[0].speech).toBe('The term is 0 times infinity, which has no value: it is NaN, not a number.')
  })
  test('a function outside its domain', () => {
    const list = passesOf('x = -1\nf = log(x)', 'forward')
    expect(notes(told(list.get(0), 'f'))).toBe(
      'Natural logarithm is real only where x > 0, so its value is NaN, not a number.',
    )
    expect(notes(told(list.get(1), 'f'))).toMatch(/^Natural logarithm is real only where x > 0, so its partial is NaN/)
  })
  test('NaN that comes from an operand, and infinity', () => {
    const list = passesOf('x = -1\ny = 0\nf = 2*log(x)\ng = 1/y', 'forward')
    expect(notes(told(list.get(0), 'f'))).toMatch(/^v₁ is NaN already/)
    expect(notes(told(list.get(0), 'g'))).toBe('Dividing by 0 gives ∞.')
    expect(notes(told(list.get(2), 'g'))).toMatch(/^The local partial is infinite at this point\./)
  })
  test('a program without inputs', () => {
    const list = passesOf('const k = 3\nf = k', 'reverse')
    expect(narrate(frameAt(list.get(0), 0)).sentence).toMatch(/nothing to compute/)
    expect(told(list.get(1), 'f').sentence).toBe('The seed: the derivative of f by itself is 1.')
  })
})

const strict = (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error')
const render = (latex: string) =>
  katex.renderToString(latex, { throwOnError: true, strict, trust: ({ command }) => command === '\\htmlClass' })

function checkProse(narration: Narration): void {
  for (const line of Object.values(narration.maths ?? {}) as (Maths | null)[])
    if (line) {
      render(line.latex)
      expect(line.speech).not.toMatch(/undefined|null|of of|\\|[−·∞]/)
    }
  const said = narration.notes.flatMap(({ text, speech }) => [text, speech])
  if (narration.reads) said.push(narration.reads.text, narration.reads.speech)
  if (narration.pattern) said.push(narration.pattern.text)
  for (const sentence of [narration.sentence, narration.speech, ...said]) expect(sentence).toMatch(/^\S.+\.$/)
}

test('every primitive of the registry can be told in all three passes', () => {
  for (const primitive of primitives) {
    const [sample] = primitive.samples
    const names = sample.map((_, i) => `x${i + 1}`)
    const takesArray = typeof primitive.arity === 'object' && primitive.arity.most === 1
    const call = takesArray
      ? `${primitive.name}([${names.join(', ')}])`
      : primitive.operator
        ? `${names.length === 1 ? '' : names[0]}${primitive.operator}${names.at(-1)}`
        : `${primitive.name}(${names.join(', ')})`
    const source = [...sample.map((value, i) => `${names[i]} = ${value}`), `f = ${call}`].join('\n')
    for (const pass of [
      passesOf(source, 'forward').get(0),
      passesOf(source, 'forward').get(1),
      passesOf(source, 'reverse').get(1),
    ])
      for (let step = 0; step <= pass.steps.length; step++) checkProse(narrate(frameAt(pass, step)))
  }
}, 30_000)

test('on random programs all LaTeX renders, and every sentence ends as one', () => {
  fc.assert(
    fc.property(somePrograms, fc.boolean(), fc.nat(), fc.nat(), fc.nat(), (program, forward, index, step, term) => {
      const list = passesOf(program, forward ? 'forward' : 'reverse')
      const pass = list.get(index % list.count)
      const at = step % (pass.steps.length + 1)
      const count = at < pass.steps.length ? termsOf(pass, at).length : 0
      checkProse(narrate(frameAt(pass, at, count > 0 ? term % count : 0)))
    }),
    { numRuns: 150 },
  )
}, 30_000)
