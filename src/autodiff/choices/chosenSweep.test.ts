import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { primalOf } from '../../../verification/fixtures/compiled.ts'
import { somePrograms } from '../../../verification/fixtures/passes.ts'
import { ARRAYS, LECTURE } from '../../../verification/fixtures/programs.ts'
import { programs } from '../../../verification/programs.ts'
import { nodeNamed } from '../../notation/symbols.ts'
import { adjoint } from '../adjoint.ts'
import { MODES, type Mode, type Primal } from '../pass.ts'
import { passCount, seedAt, unitSeed } from '../seeds.ts'
import { tangent } from '../tangent.ts'
import { partingOf, sweepBy } from './chosenSweep.ts'
import { RIGHT_SWEEP, type SweepChoices } from './sweepChoices.ts'

const rightPass = (primal: Primal, mode: Mode, index = 0) => {
  const seed = unitSeed(primal.graph, seedAt(primal.graph, mode, index))
  return mode === 'forward' ? tangent(primal, seed) : adjoint(primal, seed)
}

function expectTheSame(primal: Primal): void {
  for (const mode of MODES)
    for (let index = 0; index < passCount(primal.graph, mode); index++) {
      const right = rightPass(primal, mode, index)
      const sweep = sweepBy(right, RIGHT_SWEEP)
      expect(sweep.sums.numbers).toEqual(right.numbers)
      expect(sweep.sums.present).toEqual(right.present)
      expect(partingOf(right, sweep)).toBe(-1)
    }
}

/** The first wrong node of a pass over the program, by its name, and what it gets; null where there is none. */
function partingIn(source: string, choices: Partial<SweepChoices>, mode: Mode = 'reverse') {
  const right = rightPass(primalOf(source), mode)
  const sweep = sweepBy(right, { ...RIGHT_SWEEP, ...choices })
  const visit = sweep.visits[partingOf(right, sweep)]
  const { graph } = right.primal
  if (!visit) return null
  const node = graph.inputs.find((each) => each.node === visit.node)?.name ?? graph.names.get(visit.node)?.[0]
  expect(nodeNamed(graph, node ?? '')).toBe(visit.node)
  return [node, Array.from(visit.numbers)]
}

describe('a sweep with the choices of the engine', () => {
  it('gives the engine’s numbers to the last bit, on 300 random programs', () => {
    fc.assert(
      fc.property(programs, ({ source, at }) => expectTheSame(primalOf(source, { at }))),
      { numRuns: 150, seed: 13 },
    )
    fc.assert(
      fc.property(somePrograms, (source) => expectTheSame(primalOf(source))),
      { numRuns: 150, seed: 13 },
    )
  })

  it.each(ARRAYS)('gives them for arrays too: %s', (source) => expectTheSame(primalOf(source)))
})

describe('a sweep with one other choice', () => {
  const SHARED = 'x = 2\nu = x + 1\nv = u*x\nf = u + v'

  it('that assigns keeps the last contribution only', () => {
    // u gets 1 from f and x = 2 from v: 3 in all. On the tape v is the later one, f the latest.
    expect(partingIn(SHARED, { sums: 'assign' })).toEqual(['u', [2]])
    expect(partingIn('x = 3\nf = x*x', { sums: 'assign' })).toEqual(['x', [3]])
  })

  it('that goes by the fewest edges visits a node before all has come back', () => {
    expect(partingIn(SHARED, { order: 'breadth' })).toEqual(null)
    expect(partingIn('x = 2\nu = x + 1\nv = u*x\nw = v*3\nf = w + u', { order: 'breadth' })).toEqual(['u', [1]])
  })

  it('in the opposite order finds nothing at its first node', () => {
    expect(partingIn(SHARED, { order: 'opposite' })).toEqual(['x', [0]])
  })

  it('without a seed is wrong at the output', () => {
    expect(partingIn(SHARED, { seed: 'zero' })).toEqual(['f', [0]])
    expect(partingIn(SHARED, { seed: 'zero' }, 'forward')).toEqual(['x', [0]])
  })

  it('with every seed differs where there are several ends', () => {
    expect(partingIn('x = 2\nf = 3*x\ng = 5*x', { seed: 'every' })).toEqual(['g', [1]])
    expect(partingIn('x = 2\nf = 3*x', { seed: 'every' })).toEqual(null)
  })

  it('with the other operand’s partial shows at products, not at sums', () => {
    expect(partingIn('x = 2\ny = 5\nf = x*y', { partial: 'other' })).toEqual(['y', [5]])
    expect(partingIn('x = 2\ny = 5\nf = x + y', { partial: 'other' })).toEqual(null)
    expect(partingIn('x = [1, 2]\ny = [3, 4]\nf = sum(x*y)', { partial: 'other' })?.[0]).toEqual('y')
  })

  it('with stale values reads the partials where each input is 1 lower', () => {
    expect(partingIn('x = 3\nf = x^2', { kept: 'stale' })).toEqual(['x', [4]])
  })

  it('that keeps inputs only reads 0 for what was computed', () => {
    expect(partingIn('x = 3\nu = 2*x\nf = u^2', { kept: 'inputs' })).toEqual(['u', [0]])
    expect(partingIn('x = 3\nf = x^2', { kept: 'inputs' })).toEqual(null)
    expect(partingIn('x = 3\nu = 2*x\nf = x/u', { kept: 'inputs' })).toEqual(['u', [-Infinity]])
  })

  it('that forgets the sum over a broadcast keeps what the first copy gets', () => {
    expect(
      partingIn('data X = [[1, 2], [3, 4], [5, 6]]\nb = [1, 1]\nf = sum((X + b)*X)', { broadcast: 'first' }),
    ).toEqual(['b', [1, 2]])
    expect(partingIn(LECTURE, { broadcast: 'first' })).toEqual(null)
  })

  it('without local partials hands on what has come', () => {
    expect(partingIn('x = 3\nu = 2*x\nf = u^2', { partial: 'skipped' })).toEqual(['u', [1]])
  })

  it('makes its choices ahead as well as back', () => {
    // v gets x·u̇ = 2 and then u·ẋ = 3; the right one is their sum.
    expect(partingIn(SHARED, { sums: 'assign' }, 'forward')).toEqual(['v', [3]])
    expect(partingIn(SHARED, { order: 'opposite' }, 'forward')).toEqual(['f', [0]])
    expect(partingIn('x = 2\nu = x + 1\nw = sin(u)\nv = w + x', { order: 'breadth' }, 'forward')).toEqual(['v', [1]])
  })

  it('goes nowhere along an edge that carries nothing', () => {
    const LOSER = 'x = 1\na = x + 3\nb = a + 1\nm = max(x, b)'
    expect(partingIn(LOSER, { order: 'breadth' }, 'forward')).toEqual(null)
    expect(partingIn(LOSER, { partial: 'other' })).toEqual(null)
  })

  it('parts where the numbers differ by little', () => {
    expect(partingIn('x = 10000000\nf = x^2', { kept: 'stale' })).toEqual(['x', [19_999_998]])
  })
})
