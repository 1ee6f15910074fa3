import { expect, it } from 'vitest'
import { builtIn, taskFor, trainingFor } from '../../verification/fixtures/training.ts'
import { lossSurface } from './surface.ts'
import { SurfaceView } from './surfaceView.ts'

const LINE = 'data x = zeros(8)\ndata y = zeros(8)\nparam w = 0\nparam b = 0\nloss = mean((w*x + b - y)^2)'

const lossAt = (w: number, b: number): number => {
  const { features, targets } = builtIn('line')
  return targets.reduce((sum, y, i) => sum + (w * features[i][0] + b - y) ** 2, 0) / targets.length
}

it('the loss surface is the loss of the whole data set at each point', () => {
  const axes = [Float64Array.of(-1, 0, 2), Float64Array.of(0.5, 1)]
  const surface = lossSurface(taskFor(LINE, builtIn('line')), axes)
  if ('problem' in surface) throw new Error(surface.problem)
  expect(surface.names).toEqual(['w', 'b'])
  const expected = [lossAt(-1, 0.5), lossAt(0, 0.5), lossAt(2, 0.5), lossAt(-1, 1), lossAt(0, 1), lossAt(2, 1)]
  expected.forEach((loss, i) => {
    expect(surface.losses[i]).toBeCloseTo(loss, 12)
  })
})

it('it is a curve for one parameter, and two entries of a vector are two', () => {
  const curve = lossSurface(taskFor('data x = 0\nparam w = 1\nloss = w^2', null), [Float64Array.of(-2, 3)])
  expect(curve).toMatchObject({ names: ['w'], losses: Float64Array.of(4, 9) })
  const vector = taskFor('data x = 0\nparam w = [1, 2]\nloss = sum(w^2)', null)
  expect(lossSurface(vector, [Float64Array.of(1), Float64Array.of(2)])).toMatchObject({ names: ['w[0]', 'w[1]'] })
})

it('there is none for three', () => {
  const training = trainingFor('data x = 0\nparam w = [1, 2, 3]\nloss = sum(w^2)', null)
  expect(SurfaceView.of(training)).toBeNull()
})

it('what is shown grows with the way of the parameters, and only then changes', () => {
  const view = SurfaceView.of(trainingFor(LINE, builtIn('line')))
  const first = view?.changed(Float64Array.of(0, 0))
  expect(first?.axes[0][0]).toBeLessThan(-2)
  expect(view?.changed(Float64Array.of(1, -1))).toBeNull()
  const grown = view?.changed(Float64Array.of(5, 0))
  expect(grown?.axes[0].at(-1)).toBeGreaterThan(5)
  expect(grown?.axes[1]).toEqual(first?.axes[1])
  expect(view?.changed(Float64Array.of(Infinity, Number.NaN))).toBeNull()
})
