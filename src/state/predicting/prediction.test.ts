import { beforeEach, expect, test } from 'vitest'
import { graphOf } from '../../../verification/fixtures/compiled.ts'
import '../masking.ts'
import type { Predicting } from '../choices/hiding.ts'
import { change, now, useGradual } from '../store.ts'
import { predictionNow } from './prediction.ts'

const SOURCE = 'x = 2\ny = 3\nf = x*y\ng = 5*y + x'

beforeEach(() => {
  const start = useGradual.getInitialState()
  const compilation = { ...start.compilation, source: SOURCE, graph: graphOf(SOURCE) }
  const [hide, predicting]: [never, Predicting] = [new Set(['values', 'tangents', 'adjoints']) as never, 'number']
  useGradual.setState({ ...start, source: SOURCE, compilation, shown: 'reverse', hide, predicting }, true)
})

/** What is asked after each step of a pass, and the answer; null where nothing is. */
function askedIn(pass: number, steps: number) {
  return Array.from({ length: steps }, (_, step) => {
    change({ position: { forward: pass, reverse: pass, step: step + 1, term: 0 } })
    const prediction = predictionNow(now())
    const { right } = prediction?.asked ?? {}
    return prediction && [prediction.asked.question.of, right?.form === 'value' ? right.value : null]
  })
}

test('each number of a pass is asked for but those that are given, by its own pass', () => {
  expect(askedIn(1, 3)).toEqual([null, ['adjoint y of f', 2], ['adjoint x of f', 3]])
  expect(askedIn(2, 4)).toEqual([null, ['adjoint v2 of g', 1], ['adjoint y of g', 5], ['adjoint x of g', 1]])
  change({ shown: 'forward' })
  // On the tape f is v1, and g is v3.
  expect(askedIn(1, 3)).toEqual([null, ['tangent v1 by x', 3], ['tangent v3 by x', 1]])
  expect(askedIn(2, 4)).toEqual([null, ['tangent v1 by y', 2], ['tangent v2 by y', 5], ['tangent v3 by y', 5]])
})
