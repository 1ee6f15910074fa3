import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import cases from '../../verification/cases/published.json' with { type: 'json' }
import { graphOf } from '../../verification/fixtures/compiled.ts'
import { programs } from '../../verification/programs.ts'
import { primal } from '../autodiff/primal.ts'
import { tangent } from '../autodiff/tangent.ts'
import type { Value } from '../graph/graph.ts'
import { balancedStep, curvature, errorSources } from './differenceErrors.ts'
import {
  bestStep,
  difference,
  differenceAt,
  errorCurve,
  evaluations,
  type FunctionSlice,
  type Scheme,
  scaleOf,
  sliceAlong,
  theoreticalStep,
} from './differences.ts'

const SCHEMES: readonly Scheme[] = ['forward', 'central']

interface Measured {
  readonly slice: FunctionSlice
  readonly exact: number
}

/** Along the first input of a program. */
function measured(source: string, at: Readonly<Record<string, Value>> = {}): Measured {
  const graph = graphOf(source)
  const [{ name: input }] = graph.inputs
  const [{ name: output }] = graph.outputs
  const exact = tangent(primal(graph, at), { [input]: 1 }).outputs[output] as number
  return { slice: sliceAlong(graph, input, output, at), exact }
}

/** Whether the function bends as much as it rises: without that, no step is too wide. */
const bends = ({ slice, exact }: Measured, scheme: Scheme): boolean =>
  exact !== 0 && curvature(slice, scheme) * scaleOf(slice.x) > 1e-3 * Math.abs(exact)

/** The published examples and 300 random programs, as far as they bend. */
function samples(scheme: Scheme): Measured[] {
  const all = cases.map(({ program }) => measured(program))
  for (const { source, at } of fc.sample(programs, { seed: 3, numRuns: 300 })) all.push(measured(source, at))
  return all.filter((each) => bends(each, scheme))
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]

describe.each(SCHEMES)('%s differences', (scheme) => {
  const all = samples(scheme)

  it('err least near √ε or ∛ε times the input’s magnitude: about 1e-8 and 6e-6', () => {
    const best = all.map(({ slice, exact }) => bestStep(errorCurve(slice, exact, scheme)).h / scaleOf(slice.x))
    const theory = scheme === 'forward' ? 1e-8 : 6e-6
    const decades = best.map((h) => Math.log10(h / theory))
    expect(Math.abs(median(decades))).toBeLessThan(0.5)
    expect(decades.filter((each) => Math.abs(each) < 1.6).length).toBeGreaterThan(0.9 * decades.length)
  })

  it('err at the balanced step by no more than truncation and rounding together', () => {
    for (const { slice, exact } of all) {
      const h = Math.min(balancedStep(slice, scheme), scaleOf(slice.x))
      const { truncation, rounding } = errorSources(slice, h, scheme)
      expect(Math.abs(difference(slice.f, slice.x, h, scheme) - exact)).toBeLessThanOrEqual(truncation + rounding)
    }
  })

  it('err by truncation at wide steps, by rounding at narrow ones', () => {
    for (const { slice } of all) {
      const h = balancedStep(slice, scheme)
      expect(errorSources(slice, 4 * h, scheme).dominates).toBe('truncation')
      expect(errorSources(slice, h / 4, scheme).dominates).toBe('rounding')
    }
  })
})

it('sees no more through stop_gradient than a derivative does', () => {
  const { slice, exact } = measured('x = 2\nf = x*stop_gradient(x) + sin(stop_gradient(x^2))*x')
  expect(exact).toBe(2 + Math.sin(4))
  expect(difference(slice.f, slice.x, 1e-5, 'central')).toBeCloseTo(exact, 9)
})

describe('a numerical derivative', () => {
  it('takes d + 1 values forward, and 2d central ones', () => {
    expect(evaluations('forward', 10)).toBe(11)
    expect(evaluations('central', 10)).toBe(20)
  })

  it('errs by f″·h/2 forward, and by f‴·h²/6 central', () => {
    const { slice, exact } = measured('x = 0.5\nf = exp(x)')
    const h = 1e-3
    const forward = differenceAt(slice.f, slice.x, h, exact, 'forward')
    const central = differenceAt(slice.f, slice.x, h, exact, 'central')
    expect(forward.error).toBeCloseTo(h / 2, 6)
    expect(central.error).toBeCloseTo(h ** 2 / 6, 11)
  })

  it('is exact for a straight line, whatever the step', () => {
    const { slice, exact } = measured('x = 2\nf = 3*x')
    for (const { error } of errorCurve(slice, exact, 'central').slice(0, 20)) expect(error).toBeLessThan(1e-10)
    expect(balancedStep(slice, 'forward')).toBeGreaterThan(1e-4)
  })

  it('has an absolute error where the derivative is 0', () => {
    const { slice } = measured('x = 0\nf = x^2')
    expect(differenceAt(slice.f, 0, 1e-3, 0, 'forward').error).toBeCloseTo(1e-3, 12)
  })

  it('is measured from 1 down to 1e-16 of the input’s magnitude', () => {
    const { slice, exact } = measured('x = 100\nf = log(x)')
    const curve = errorCurve(slice, exact, 'forward')
    expect(curve[0].h).toBe(100)
    expect(curve.at(-1)?.h).toBeCloseTo(1e-14, 20)
    expect(theoreticalStep('forward', 100)).toBeCloseTo(1.49e-6, 8)
  })
})
