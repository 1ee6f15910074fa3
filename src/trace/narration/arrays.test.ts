import katex from 'katex'
import { describe, expect, test } from 'vitest'
import { ARRAY_PROGRAMS, VIEWS } from '../../../verification/fixtures/arrayPrograms.ts'
import { graphOf } from '../../../verification/fixtures/compiled.ts'
import { completeFrame, frameAt, passNamed, told } from '../../../verification/fixtures/passes.ts'
import { primal } from '../../core.ts'
import { nodeNamed } from '../../notation/symbols.ts'
import type { Pass } from '../pass.ts'
import { passes } from '../passes.ts'
import { type Maths, type Narration, narrate } from './index.ts'

const notes = (narration: Narration) => narration.notes.map(({ text }) => text).join(' ')

/** The first tangent and adjoint pass where functions are closed modules. */
function closed(source: string): { tangent: Pass; adjoint: Pass } {
  const graph = graphOf(source, VIEWS.closed)
  const point = primal(graph)
  return { tangent: passes(point, 'forward').get(1), adjoint: passes(point, 'reverse').get(1) }
}

describe('a matrix product', () => {
  const SOURCE = 'W = [[1, 2], [3, 4], [5, 6]]\nx = [1, -1]\nL = sum((W @ x)^2)'
  const pass = passNamed(SOURCE, 'reverse', 'L')

  test('gives x the transpose of W times the adjoint, and W an outer product', () => {
    expect(told(pass, 'x').maths?.formula?.speech).toBe('x bar equals W transposed times v1 bar')
    expect(told(pass, 'W').maths?.formula?.speech).toBe('W bar equals outer product of v1 bar and x')
    expect(told(pass, 'x').maths?.rule.latex).toContain('}^{\\top}')
  })
  test('is a switcher that reads the other operand', () => {
    const narration = told(pass, 'W')
    expect(narration.speech).toBe(
      'Matrix product: W gets the adjoint of v1 multiplied by the other operand, x: a 3 by 2 matrix of minus 2, 2, minus 2, 2, minus 2 and 2.',
    )
    expect(narration.pattern?.name).toBe('switcher')
    expect(narration.reads?.text).toBe('Read from the tape: x = [1, −1].')
  })
  test('says once what is computed, and what is never built', () => {
    expect(notes(told(pass, 'W'))).toBe(
      'The vector-Jacobian product is computed, with 6 products, and the Jacobian of 3×6 = 18 numbers is never built.',
    )
  })
  test('in forward mode is W ẋ', () => {
    const forward = passNamed(SOURCE, 'forward', 'x[1]')
    const narration = told(forward, 'v1')
    expect(narration.maths?.formula?.speech).toBe('v1 dot equals W times x dot')
    expect(notes(narration)).toMatch(/^The Jacobian-vector product/)
    expect(told(forward, 'x').sentence).toBe(
      'The seed: the derivative of x[1] by itself is 1, and no other entry is seeded.',
    )
  })
})

test('W·x with both varied follows the product rule', () => {
  const graph = graphOf('s = 2\nf = ([[1, 0], [0, 1]]*s) @ [s, 1]')
  const narration = narrate(completeFrame(passes(primal(graph), 'forward').get(1)))
  expect(narration.sentence).toMatch(/^Matrix product, the product rule/)
  expect(narration.running).toHaveLength(2)
})

describe('broadcasting', () => {
  const pass = passNamed('X = [[1, 2], [3, 4], [5, 6]]\nb = [1, 2]\nL = sum(X + b)', 'reverse', 'L')
  test('sums the adjoint over the copies, and says so', () => {
    const narration = told(pass, 'b')
    expect(narration.speech).toBe(
      'Add: b gets the adjoint of v1 unchanged, summed over its copies: a 2-vector of 3 and 3.',
    )
    expect(narration.maths?.formula?.speech).toBe('b bar equals sum of v1 bar along axis 0')
    expect(notes(narration)).toMatch(/^b was broadcast from a 2-vector to a 3×2 matrix, so its adjoint is a sum/)
    expect(narration.running[0].product).toEqual([3, 3])
  })
  test('leaves an operand of the full shape as it is', () => {
    expect(told(pass, 'X').speech).toBe(
      'Add: X gets the adjoint of v1 unchanged: a 3 by 2 matrix of 1, 1, 1, 1, 1 and 1.',
    )
    expect(told(pass, 'X').pattern?.name).toBe('distributor')
  })
})

test('an elementwise operation multiplies entry by entry', () => {
  const narration = told(passNamed('u = [1, 2]\nL = sum(cos(u))', 'reverse', 'L'), 'u')
  expect(narration.speech).toBe(
    'Cosine: u gets the adjoint of v1 times the local partials, entry by entry: a 2-vector of minus 0.8415 and minus 0.9093.',
  )
  expect(narration.maths?.formula?.latex).toContain('\\odot')
})

test('relu shows its mask', () => {
  const narration = told(passNamed('u = [1, -2, 3]\nL = sum(relu(u))', 'reverse', 'L'), 'u')
  expect(narration.maths?.numbers?.speech).toMatch(/times elementwise 3-vector of 1, 0 and 1$/)
})

test('sum copies its adjoint to every entry', () => {
  const narration = told(passNamed('x = [1, 2, 3]\nL = sum(x)', 'reverse', 'L'), 'x')
  expect(narration.pattern?.text).toBe('Sum is a distributor: it copies its adjoint to every entry that it added.')
  expect(narration.speech).toBe(
    'Sum: every entry of x gets the adjoint of L, where it was added: a 3-vector of 1, 1 and 1.',
  )
})

test('softmax: each entry acts on its whole group', () => {
  const narration = told(passNamed('z = [1, 2]\nL = sum(softmax(z)^2)', 'reverse', 'L'), 'z')
  expect(narration.sentence).toMatch(/^Softmax: each entry of z acts on every entry of its group/)
  expect(narration.reads?.nodes).toHaveLength(1)
})

test('a subscript gives back to the entries that were taken', () => {
  const narration = told(passNamed('x = [1, 2, 3]\nf = x[1]^2', 'reverse', 'f'), 'x')
  expect(narration.sentence).toMatch(/^Subscript: the entries of x that were taken get the adjoint/)
  expect(narration.running[0].product).toEqual([0, 4, 0])
})

describe('a closed module', () => {
  const { tangent, adjoint } = closed(ARRAY_PROGRAMS.layers)
  test('turns the derivative by its output into those by its input and its parameters', () => {
    const narration = told(adjoint, 'b')
    expect(narration.sentence).toBe(
      'Module dense: given ∂L/∂h of its output, it gives ∂L/∂b of its parameter: [4, 2.25].',
    )
    expect(notes(narration)).toContain(
      'One adjoint pass inside dense gives ∂L/∂X of its input, and ∂L/∂W and ∂L/∂b of its parameters. Open dense in place to see what happens inside.',
    )
  })
  test('pushes tangents through', () => {
    expect(told(tangent, 'h').sentence).toBe(
      'Module dense: given the tangent of X, it gives the tangent of its output, h (v₁): 2×2 numbers, from 0 to 0.5.',
    )
  })
  test('of numbers too', () => {
    const pass = closed('g(a, b) = a*b + b\nx = 2\ny = 3\nf = g(x, y)').adjoint
    expect(told(pass, 'x').sentence).toBe('Module g: given ∂f/∂f of its output, it gives ∂f/∂x of its input: 3.')
    expect(told(pass, 'x').running[0].product).toBe(3)
  })
})

test('the nodes of an opened group say what they are part of', () => {
  const pass = passNamed(ARRAY_PROGRAMS.layers, 'reverse', 'L')
  expect(notes(told(pass, 'v1'))).toMatch(/Part of dense\.$/)
})

describe('what is not finite is named by its entry', () => {
  const graph = graphOf('x = [1, 2, 3, -4]\nf = log(x)\ng = f + 1')
  const list = passes(primal(graph), 'reverse')
  test('values', () => {
    expect(notes(told(list.get(0), 'f'))).toBe(
      'Natural logarithm is real only where x > 0, so its value f[3] is NaN, not a number.',
    )
    expect(notes(told(list.get(0), 'g'))).toBe('f[3] is NaN already, and NaN passes through everything.')
  })
  test('adjoints; a convention is said where it is used, and only there', () => {
    expect(notes(told(list.get(4), 'x'))).toMatch(/^Natural logarithm is real only where x > 0, so its partial is NaN/)
    expect(notes(told(list.get(1), 'x'))).not.toMatch(/NaN|convention/)
  })
  test('infinite partials', () => {
    const pass = passNamed('x = [1, 0]\nf = sum(sqrt(x))', 'reverse', 'f')
    expect(notes(told(pass, 'x'))).toMatch(/^The local partial is infinite at this point\. sqrt at 0/)
  })
})

const strict = (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error')
const render = (latex: string) =>
  katex.renderToString(latex, { throwOnError: true, strict, trust: ({ command }) => command === '\\htmlClass' })

function checkProse(narration: Narration): void {
  for (const line of Object.values(narration.maths ?? {}) as (Maths | null)[])
    if (line) {
      render(line.latex)
      expect(line.speech).not.toMatch(/undefined|null|of of|\\|[−·∞⊙ᵀ]/)
    }
  const said = narration.notes.flatMap(({ text, speech }) => [text, speech])
  if (narration.reads) said.push(narration.reads.text, narration.reads.speech)
  if (narration.pattern) said.push(narration.pattern.text)
  for (const sentence of [narration.sentence, narration.speech, ...said]) expect(sentence).toMatch(/^\S.+\.$/)
}

test.each(Object.entries(ARRAY_PROGRAMS))('%s: every step can be told, and all LaTeX renders', (_name, source) => {
  for (const options of Object.values(VIEWS)) {
    const graph = graphOf(source, options)
    const point = primal(graph)
    const [forward, reverse] = [passes(point, 'forward'), passes(point, 'reverse')]
    for (const pass of [
      forward.get(0),
      forward.get(1),
      forward.get(forward.count - 1),
      reverse.get(1),
      reverse.get(reverse.count - 1),
    ])
      for (let step = 0; step <= pass.steps.length; step++) checkProse(narrate(frameAt(pass, step)))
  }
})

test('large arrays are told by their shapes', () => {
  const pass = passNamed('W = ones(12, 8)\nx = ones(8)\nL = sum(tanh(W @ x))', 'reverse', 'L')
  const narration = told(pass, 'W')
  expect(narration.maths?.sum?.latex).toMatch(/ \\in \\mathrm\{R\}\^\{12\\times 8\}$/)
  expect(narration.maths?.numbers?.latex).toContain('\\underset{\\scriptscriptstyle 12}{')
  expect(notes(narration)).toContain('12×96 = 1152 numbers')
  expect(told(pass, 'x').reads?.text).toBe('Read from the tape: W (12×8).')
  checkProse(narration)
  expect(nodeNamed(pass.primal.graph, 'W')).toBe(0)
})
