import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { absolute } from '../../src/autodiff/primal.ts'
import { adjoint, jacobian, type Numbers, type Primal } from '../../src/core.ts'
import type { Value } from '../../src/primitives/value.ts'
import { entriesOf } from '../entries.ts'
import { primalOf } from '../fixtures/compiled.ts'
import { DIALECTS } from './dialects.ts'
import { type PythonOfGraph, pythonOfGraph } from './randomPython.ts'

const SEED = 20_181_153
/** Relative to the same pass over absolute values. */
const ROUNDING = 1e-12
/** Many times what one takes, for slow machines. */
const MS_PER_PROGRAM = 600

/** What programs are written with, each in one of twenty or more. */
const CONSTRUCTS: readonly RegExp[] = [
  ...[/^ *for .* in range/m, /^ *for .* in \[/m, /enumerate\(/, /zip\(/, /^ *while /m, /def again/, /map\(lambda/],
  ...[/= \[.* for t in/, /\.append\(/, /^ *elif /m, /^ *else:/m, / if .* else /, /lambda a/, /def inner/, /__call__/],
  ...[
    /self\.scale[^ ]/,
    /k=0/,
    / [-+*]= /,
    /^ *\w+, \w+ = h\d/m,
    /^ *x\d = [^[\d-]/m,
    /@|matmul|dot\(/,
    /axis=|dim=/,
    /\[(0|1|:)/,
  ],
]

const programs = fc.noBias(fc.nat()).map(pythonOfGraph)

function expectWithin(computed: Value | undefined, expected: Value, scale: Value, about: string): void {
  const [numbers, wanted, scales] = [computed ?? [], expected, scale].map(entriesOf)
  expect(numbers.length, about).toBe(wanted.length)
  for (const [k, x] of numbers.entries()) {
    const isClose = x === wanted[k] || Math.abs(x - wanted[k]) <= ROUNDING * scales[k]
    expect(isClose ? wanted[k] : x, about).toBe(wanted[k])
  }
}

/** The value, and the derivative by each input in both modes. */
function expectSame({ python, pass, output, inputs }: PythonOfGraph): void {
  const read: Primal = primalOf(python)
  const { y } = pass.outputs
  expectWithin(read.outputs[output], y, Math.max(1, ...entriesOf(y).map(Math.abs)), python)
  const [expected, scale] = [pass, absolute(pass)].map((each) => adjoint(each, { y: 1 }).inputs)
  const rows: readonly Numbers[] = [adjoint(read, { [output]: 1 }).inputs, jacobian(read, 'forward')[output]]
  for (const row of rows)
    for (const [k, name] of inputs.entries())
      expectWithin(row[name], expected[`n${k}`], scale[`n${k}`], `∂/∂${name}\n${python}`)
}

/** Programs printed from random graphs, with arrays and numbers, in the words of each library. */
export function describeRandomPython(count: number): void {
  describe(`${count} random Python programs`, { timeout: count * MS_PER_PROGRAM }, () => {
    it('have the value and the gradient of the graph that they are printed from', () => {
      fc.assert(fc.property(programs, expectSame), { seed: SEED, numRuns: count })
    })

    it('use each library in a sixth, and each construct in a twentieth of them', () => {
      const printed = fc.sample(programs, { seed: SEED, numRuns: Math.min(count, 300) })
      const share = (isSuch: (program: PythonOfGraph) => boolean) => printed.filter(isSuch).length / printed.length
      for (const each of DIALECTS)
        expect([each, share(({ dialect }) => dialect === each) > 1 / 6]).toEqual([each, true])
      const rare = CONSTRUCTS.filter((construct) => share(({ python }) => construct.test(python)) < 1 / 20)
      expect(rare).toEqual([])
    })
  })
}
