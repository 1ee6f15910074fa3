import { expect, it } from 'vitest'
import { adjoint } from '../../src/autodiff/adjoint.ts'
import { primal } from '../../src/autodiff/primal.ts'
import type { Graph } from '../../src/graph/graph.ts'
import { buildTraced } from '../../src/graph/traced/buildTraced.ts'
import type { Value } from '../../src/primitives/value.ts'
import { readPython } from '../../src/python/python.ts'
import { entriesOf } from '../entries.ts'
import expressions from './torchExpressions.json'

interface Expression {
  readonly text: string
  readonly loss: number
  readonly gradients: Readonly<Record<string, Value | null>>
}

const RELATIVE = 1e-12

function expectClose(computed: Value, expected: Value, name: string): void {
  const [a, b] = [entriesOf(computed), entriesOf(expected)]
  expect([name, a.length]).toEqual([name, b.length])
  for (const [k, x] of b.entries())
    expect([name, k, a[k], Object.is(a[k], x) || Math.abs(a[k] - x) <= RELATIVE * Math.max(1, Math.abs(x))]).toEqual([
      name,
      k,
      a[k],
      true,
    ])
}

/** The numbers are PyTorch's own (`torchExpressions.py`). */
it.each((expressions as unknown as readonly Expression[]).map((one) => [one.text, one] as const))(
  'PyTorch computes and differentiates\n%s',
  (text, { loss, gradients }) => {
    const { traced, diagnostics } = readPython(text)
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    const graph = buildTraced(traced as NonNullable<typeof traced>).graph as Graph
    const pass = primal(graph)
    expectClose(pass.outputs.loss, loss, 'loss')
    const { inputs } = adjoint(pass, { loss: 1 })
    for (const [name, gradient] of Object.entries(gradients))
      expectClose(inputs[name] ?? 0, gradient ?? (inputs[name] ? entriesOf(inputs[name]).map(() => 0) : 0), name)
  },
)
