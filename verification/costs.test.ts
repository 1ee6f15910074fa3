import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Mode } from '../src/core.ts'
import { modeCounts } from '../src/costs/modeCounts.ts'
import { countsOfPrimal } from '../src/costs/primalCounts.ts'
import published from './cases/published.json' with { type: 'json' }
import { countBySecondCounter, type Four, four } from './costs.ts'
import { primalOf } from './fixtures/compiled.ts'
import { inDigits } from './oracle.ts'
import { programs } from './programs.ts'
import { rowIn } from './rowIn.ts'

/** Values, partials, all tangent passes, all adjoint passes: additions, multiplications, divisions, calls each. */
type Hand = readonly [values: Four, partials: Four, forward: Four, reverse: Four]

/** Counted on paper. In the comments p stands for the products of a pass, s for its sums. */
const HAND: Readonly<Record<string, Hand>> = {
  // v1 = sin(x1), v2 = x1*x2, v3 = v1 + v2. Partials: cos x1; those of × are values, those of + are 1.
  // ẋ1: v̇1 and v̇2 are 1p each, v̇3 1s. ẋ2: v̇2 1p. Reverse: x̄1 = v̄1·cos x1 + v̄2·x2 (2p 1s), x̄2 1p; through + nothing.
  'the lecture’s running example': [
    [1, 1, 0, 1],
    [0, 0, 0, 1],
    [1, 3, 0, 0],
    [1, 3, 0, 0],
  ],
  // v1 = ln x1, v2 = x1*x2, v3 = v1 + v2, v4 = sin x2, v5 = v3 − v4. Partials: 1/x1 (division), cos x2 (call).
  // ẋ1: v̇1 1p, v̇2 1p, v̇3 1s, v̇5 one term. ẋ2: v̇2 1p, v̇4 1p, v̇5 1s. Reverse: x̄1 2p 1s, x̄2 2p 1s.
  'evaluation traces of the survey': [
    [2, 1, 0, 2],
    [0, 0, 1, 1],
    [2, 4, 0, 0],
    [2, 4, 0, 0],
  ],
  // q = x + y, f = q*z. ẋ: ḟ = q̇·z, 1p. ẏ: 1p. ż: 1p. Reverse: q̄ = f̄·z and z̄ = f̄·q, 2p; x̄ and ȳ are q̄.
  'add and multiply': [
    [1, 1, 0, 0],
    [0, 0, 0, 0],
    [0, 3, 0, 0],
    [0, 2, 0, 0],
  ],
  // w0*x0, w1*x1, their sum, + w2, −, exp, 1 + , 1/…: 3 additions, 2 products, 1 division, 1 call. Partials: exp's is its value; of
  // 1/u only −v/u, since 1 is a constant: 1 division. Each tangent pass of the four factors: its product, exp, division: 3p; of w2
  // 2p. Reverse: division and exp 2p, then the four factors 4p.
  'a sigmoid neuron': [
    [3, 2, 1, 1],
    [0, 0, 1, 0],
    [0, 14, 0, 0],
    [0, 6, 0, 0],
  ],
  // x*y, max(z, w), +, 2*: max chooses with 1 call. Partials: z wins, its share 1/k counts the winners (1 addition) and divides.
  // ẋ: x*y and 2* are 2p. ẏ 2p. ż: max and 2* 2p. ẇ: absent after w. Reverse: 2* 1p, x̄ and ȳ 2p, z̄ 1p, w̄ absent.
  'patterns in backward flow': [
    [1, 2, 0, 1],
    [1, 0, 1, 0],
    [0, 6, 0, 0],
    [0, 4, 0, 0],
  ],
  // c = a + b, d = b + 1, e = c*d. ȧ: ė = ċ·d 1p. ḃ: ċ, ḋ free, ė 2p 1s. Reverse: c̄ and d̄ 2p, b̄ = c̄ + d̄ 1s.
  'calculus on computational graphs': [
    [2, 1, 0, 0],
    [0, 0, 0, 0],
    [1, 3, 0, 0],
    [1, 2, 0, 0],
  ],
  // x1*w1, x2*w2, +, + b, tanh. Partial of tanh: 4e/(1 + e)² with e = exp(−2|x|): 1 addition, 3 products, 1 division, 1 call.
  // Each factor's tangent pass 2p, that of b 1p. Reverse: tanh 1p, the four factors 4p.
  'a tanh neuron': [
    [2, 2, 0, 1],
    [1, 3, 1, 1],
    [0, 9, 0, 0],
    [0, 5, 0, 0],
  ],
  // x*y is one node: v1 = x*y, v2 = exp v1, v3 = v1 + v2. ẋ: 2p 1s; ẏ the same. Reverse: v̄1 = v̄3 + v̄2·v2 1p 1s, x̄ and ȳ 2p.
  'shared product inside exp': [
    [1, 1, 0, 1],
    [0, 0, 0, 0],
    [2, 4, 0, 0],
    [1, 3, 0, 0],
  ],
  // Two edges, partials 1 and −1: two terms, one sum, in both modes.
  'the same operand twice': [
    [1, 0, 0, 0],
    [0, 0, 0, 0],
    [1, 0, 0, 0],
    [1, 0, 0, 0],
  ],
  // x^x: y·x^(y−1) takes 1 addition, 1 product, 1 call; v·log x takes 1 product, 1 call. Two terms: 2p 1s in both modes.
  'a power of itself': [
    [0, 0, 0, 1],
    [1, 2, 0, 2],
    [1, 2, 0, 0],
    [1, 2, 0, 0],
  ],
  // x^2, −, 3^2, 2^9, 0*x, +. Partials: of x^2 by x only: 1 addition, 1 product, 1 call; 0*x has the constant 0; no input acts on
  // 2^3^2. ẋ: x^2 1p, − free, 0*x 1p, + has one term. Reverse, two passes: of f x^2 1p; of g 0*x 1p.
  'unary minus and powers': [
    [1, 1, 0, 3],
    [1, 1, 0, 1],
    [0, 2, 0, 0],
    [0, 2, 0, 0],
  ],
  // v1 = sin x1, v2 = x1*x2, v3 = v2*x3, f1 = v1 + v3, v5 = exp x3, f2 = v2 − v5. Partials: cos x1; exp's is its value.
  // ẋ1: v1 1p, v2 1p, v3 1p, f1 1s. ẋ2: v2, v3 2p. ẋ3: v3 1p, exp 1p. Reverse f1: v̄2 and x̄3 2p, x̄1 2p 1s, x̄2 1p.
  // f2: x̄1, x̄2 2p, x̄3 = v̄5·v5 1p.
  'two outputs, three inputs': [
    [2, 2, 0, 2],
    [0, 0, 0, 1],
    [1, 7, 0, 0],
    [1, 8, 0, 0],
  ],
  // Four products in a row. ẋ1, ẋ2: 4p each, ẋ3 3p, ẋ4 2p, ẋ5 1p. Reverse: two for each product, 8p, where forward takes 14.
  'Speelpenning’s product': [
    [0, 4, 0, 0],
    [0, 0, 0, 0],
    [0, 14, 0, 0],
    [0, 8, 0, 0],
  ],
  // u = x1/x2, sin u, s = sin u + u, e = exp x2, s − e, u − e, product. Partials: 1/x2, −u/x2 (2 divisions), cos u.
  // ẋ1: u̇ 1p, sin 1p, s 1s, product 2p 1s. ẋ2: u̇ 1p, sin 1p, s 1s, ė 1p, s − e 1s, u − e 1s, product 2p 1s.
  // Reverse: product 2p; ē = −ā − b̄ 1s; ū = (sin's 1p) + s̄ + b̄ 2s; x̄1 1p; x̄2 = e's 1p + u's 1p, 1s.
  'the book’s running example': [
    [3, 1, 1, 2],
    [0, 0, 2, 1],
    [6, 9, 0, 0],
    [4, 6, 0, 0],
  ],
}

describe.each(published)('the published case: $name', ({ name, program }) => {
  it('takes the operations that were counted by hand', () => {
    const pass = primalOf(program)
    const { values, partials } = countsOfPrimal(pass)
    const [forward, reverse] = (['forward', 'reverse'] as Mode[]).map((mode) => modeCounts(pass, mode).sweeps)
    expect([values, partials, forward, reverse].map(four)).toEqual(
      rowIn(HAND, name, 'operations counted by hand', 'HAND in verification/costs.test.ts'),
    )
  })
})

const RUNS = 1000
const MS_PER_PROGRAM = 150

describe(`${RUNS} random programs`, { timeout: RUNS * MS_PER_PROGRAM }, () => {
  it('take the operations that a second counter finds, without the engine', () => {
    fc.assert(
      fc.property(programs, ({ source, at }) => {
        const pass = primalOf(source, {}, at)
        const second = inDigits(32, () => countBySecondCounter(source, at as Record<string, number>))
        const { values, partials } = countsOfPrimal(pass)
        expect([four(values), four(partials)]).toEqual([second.values, second.partials])
        for (const mode of ['forward', 'reverse'] as const) {
          const { sweeps, passes } = modeCounts(pass, mode)
          expect(passes).toBe(second[mode].length)
          expect(four(sweeps)).toEqual(second[mode].reduce((a, b) => a.map((n, i) => n + b[i]) as never, [0, 0, 0, 0]))
        }
      }),
      { seed: 20_181_153, numRuns: RUNS },
    )
  })
})
