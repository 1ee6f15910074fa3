import { describe, expect, it } from 'vitest'
import { closedOf, primalOf, unrolledOf } from '../../verification/fixtures/compiled.ts'
import { adjoint } from '../autodiff/adjoint.ts'
import { checkpointedAdjoint } from '../autodiff/checkpointing/adjoint.ts'
import { checkpointed, mostStored } from '../autodiff/checkpointing/schedule.ts'
import type { Numbers } from '../autodiff/pass.ts'
import { MODES } from '../autodiff/pass.ts'
import { hessian, hessianVector } from '../autodiff/second/hessian.ts'
import { colouredJacobian } from '../autodiff/sparse/colouredJacobian.ts'
import { adjoints, tangents } from '../autodiff/vector.ts'
import { withAnotherInput, withAnotherOutput } from '../graph/growing/another.ts'
import { breakEven, cheaperAt } from './breakEven.ts'
import { memoryOf } from './memory.ts'
import { modeCounts, passRatio, ratioOf } from './modeCounts.ts'
import { recomputation } from './recomputation.ts'
import { countsOfSecond } from './secondCounts.ts'
import { countsTogether } from './vectorCounts.ts'

/** Programs at the corners: nothing computed, nothing to differentiate by, one node twice an output, poles, kinks, absences. */
const CORNERS = [
  '',
  'x = 1',
  'x = 1\noutput x',
  'output f = 2',
  'const k = 2\noutput f = sin(k)',
  'x = 1\nf = x*x\ng = x*x\noutput x',
  'x = 0\nf = sqrt(x*x)\ng = 1/x\nh = log(-1 - x)',
  'x = 0\nf = abs(x) + relu(x) + max(x, x, 0) + x^0 + 0^x',
  'x = 1\nf = where(x > 0, x, log(-x))\ng = x > 0',
  'x = [0, 0]\nf = norm(x) + max(x)\ng = softmax(x)',
  'x = [1e308, -1e308]\nf = x*10\ng = sum(x)',
  'x = [[1]]\nf = x @ x\ng = x.T[0, 0]',
  'g(a) = a\nx = 2\nf = g(x)\nh = g(g(x))',
  'g(a, b) = a @ b\nx = [1, 2]\nf = g(x, x)',
]

describe.each(CORNERS)('the program %j', (source) => {
  it('is counted, remembered, coloured and differentiated twice without mishap', () => {
    for (const pass of [primalOf(source), closedOf(source), unrolledOf(source)]) {
      const even = breakEven(pass)
      expect(even.point.d).toBe(modeCounts(pass, 'forward').passes)
      cheaperAt(even, even.point)
      for (const mode of MODES) {
        for (const ratio of [ratioOf, passRatio]) expect(ratio(modeCounts(pass, mode))).not.toBeLessThan(1)
        const { alive, at, peak, peakStep } = memoryOf(pass, mode)
        expect(Math.max(0, ...alive)).toBe(peak)
        at(peakStep)
        colouredJacobian(pass, mode)
      }
      const { outputs, shapes, shape } = pass.graph
      const weights: Numbers = Object.fromEntries(outputs.map(({ name, node }) => [name, ones(shapes[shape[node]])]))
      const { numbers, present } = adjoint(pass, weights)
      for (const kept of [0, 1, mostStored(pass.graph)])
        expect(checkpointedAdjoint(pass, checkpointed(pass.graph, kept), weights)).toEqual({ numbers, present })
      expect(adjoints(pass, [weights])[0].numbers).toEqual(numbers)
      expect(countsTogether(tangents(pass, [])).counts.terms).toBe(0)
      recomputation(pass.graph, checkpointed(pass.graph, 1))
      countsOfSecond(hessianVector(pass, weights, {}))
      hessian(pass, weights)
    }
    withAnotherOutput(source)
    expect(withAnotherInput(source)).not.toBe(null)
  })
})

function ones([length, ...rest]: readonly number[]): Numbers[string] {
  return length === undefined ? 1 : Array.from({ length }, () => ones(rest))
}
