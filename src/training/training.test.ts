import { describe, expect, it } from 'vitest'
import {
  builtIn,
  compiling,
  digitNetwork,
  digits,
  network,
  sound,
  taskFor,
  trainingFor,
} from '../../verification/fixtures/training.ts'
import { type DataSet, trainingRows } from './dataSet.ts'
import { ownData } from './ownData.ts'
import { taskOf } from './task.ts'
import { Training } from './training.ts'

const LINE = `data x = zeros(8)
data y = zeros(8)
param w = 0
param b = 0
loss = mean((w*x + b - y)^2)`

/** The same for one sample. */
const LINE_BY_SAMPLE = `data x = 0
data y = 0
param w = 0
param b = 0
loss = (w*x + b - y)^2`

/** Slope and intercept that solve the normal equations of y = w·x + b. */
function leastSquares({ features, targets }: DataSet): { w: number; b: number } {
  const n = targets.length
  const xs = features.map(([x]) => x)
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  const [sx, sy, sxx, sxy] = [xs, targets, xs.map((x) => x * x), xs.map((x, i) => x * targets[i])].map(sum)
  const w = (n * sxy - sx * sy) / (n * sxx - sx * sx)
  return { w, b: (sy - w * sx) / n }
}

describe('linear regression', () => {
  it.each([
    ['in mini-batches of all', LINE],
    ['sample by sample', LINE_BY_SAMPLE],
    ['with features and targets as columns', LINE.replaceAll('zeros(8)', 'zeros(8, 1)')],
  ])('reaches the least-squares solution %s', (_, source) => {
    const dataSet = builtIn('line')
    const training = trainingFor(source, dataSet, { batchSize: 40, rate: 0.2 })
    training.advance(150)
    const { w, b } = leastSquares(dataSet)
    expect(Math.abs((training.values().w as number) - w)).toBeLessThan(1e-6)
    expect(Math.abs((training.values().b as number) - b)).toBeLessThan(1e-6)
  })

  it('does so with every optimizer', () => {
    const dataSet = builtIn('line', 2)
    const { w } = leastSquares(dataSet)
    for (const [optimizer, rate] of [
      ['sgd', 0.2],
      ['momentum', 0.05],
      ['adam', 0.05],
    ] as const) {
      const training = trainingFor(LINE, dataSet, { batchSize: 40, rate, optimizer })
      training.advance(1500)
      expect(Math.abs((training.values().w as number) - w)).toBeLessThan(1e-6)
    }
  })

  it('computes the same mini-batch by mini-batch as for one sample at a time', () => {
    const [batched, single] = [LINE, LINE_BY_SAMPLE].map((source) => trainingFor(source, builtIn('line')))
    for (const training of [batched, single]) training.advance(20)
    expect(batched.parameters[0]).toBeCloseTo(single.parameters[0], 12)
    expect(batched.parameters[1]).toBeCloseTo(single.parameters[1], 12)
  })

  it('from the program’s own data, which stay as they are', () => {
    const source = 'data x = [0, 1, 2]\ndata y = [1, 3, 5]\nparam w = 0\nparam b = 0\nloss = mean((w*x + b - y)^2)'
    for (const dataSet of [null, ownData(compiling(source))]) {
      const training = trainingFor(source, dataSet, { batchSize: 3, rate: 0.2 })
      training.advance(300)
      expect(training.values().w).toBeCloseTo(2, 8)
      expect(training.values().b).toBeCloseTo(1, 8)
    }
  })
})

describe('a step', () => {
  it('is the loss, then the gradient, then the update', () => {
    const training = trainingFor(LINE, builtIn('line'), { batchSize: 40, rate: 0.1 })
    const { targets } = builtIn('line')
    training.step()
    expect(training.phase).toBe('gradient')
    expect(training.loss).toBeCloseTo(targets.reduce((sum, y) => sum + y * y, 0) / 40, 12)
    expect(training.gradient).toBeNull()
    training.step()
    expect(training.phase).toBe('update')
    const meanTarget = targets.reduce((sum, y) => sum + y, 0) / 40
    expect(training.gradient?.[1]).toBeCloseTo(-2 * meanTarget, 12)
    expect(training.norms?.[1]).toBeCloseTo(2 * Math.abs(meanTarget), 12)
    expect(training.parameters[1]).toBe(0)
    training.step()
    expect(training.phase).toBe('loss')
    expect(training.parameters[1]).toBeCloseTo(0.2 * meanTarget, 12)
    expect(training.updates).toBe(1)
  })

  it('shows the inputs of its passes: the samples of the mini-batch, the parameters before the update', () => {
    const dataSet = builtIn('line')
    const training = trainingFor(LINE, dataSet, { batchSize: 4 })
    expect(training.inputs()).toBeNull()
    training.advance(2)
    const before = training.values()
    for (let i = 0; i < 3; i++) training.step()
    const rows = [...training.rows]
    expect({ ...training.inputs() }).toEqual({
      x: rows.map((row) => dataSet.features[row][0]),
      y: rows.map((row) => dataSet.targets[row]),
      ...before,
    })
  })

  it('keeps the loss and each parameter’s gradient norm', () => {
    const training = trainingFor(network(1), builtIn('two moons'))
    training.advance(10)
    const { updates, losses, norms, path } = training.history.columns()
    expect([...updates]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(losses[9]).toBe(training.loss)
    expect(norms.map((column) => column[9])).toEqual([...(training.norms ?? [])])
    expect(norms).toHaveLength(4)
    expect(path).toEqual([])
  })

  it('keeps the path of two parameters', () => {
    const training = trainingFor(LINE, builtIn('line'))
    training.advance(3)
    const { path } = training.history.columns()
    expect(path).toHaveLength(2)
    expect(path[0][0]).toBe(0)
    expect(path[0]).toHaveLength(3)
  })

  it('thins the history of long runs, and keeps it even', () => {
    const training = trainingFor('data x = 1\nparam w = 1\nloss = w^2', null, { rate: 1e-6 })
    training.advance(5001)
    const { updates } = training.history.columns()
    expect(updates.length).toBeLessThanOrEqual(2000)
    expect(updates.length).toBeGreaterThan(1000)
    expect([...updates.slice(0, 3)]).toEqual([0, 4, 8])
    expect(updates.at(-1)).toBe(5000)
  })
})

describe('mini-batches', () => {
  it('take every sample once in an epoch, in another order in each', () => {
    const training = trainingFor(LINE, builtIn('line'), { batchSize: 8 })
    const epoch = () =>
      Array.from({ length: training.perEpoch }, () => {
        training.advance(1)
        return [...training.rows]
      }).flat()
    const [first, second] = [epoch(), epoch()]
    expect([...first].sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, i) => i))
    expect([...second].sort((a, b) => a - b)).toEqual([...first].sort((a, b) => a - b))
    expect(second).not.toEqual(first)
    expect(training.epochs).toBe(2)
  })

  it('that do not fill are dropped', () => {
    const training = trainingFor(LINE, builtIn('line'), { batchSize: 12 })
    expect(training.perEpoch).toBe(3)
    training.advance(3)
    expect(training.rows).toHaveLength(12)
  })

  it('have at most all samples, and at least one', () => {
    expect(trainingFor(LINE, builtIn('line'), { batchSize: 1000 }).batchSize).toBe(40)
    for (const batchSize of [0, -3, Number.NaN, 0.5])
      expect(trainingFor(LINE, builtIn('line'), { batchSize }).batchSize).toBe(1)
  })

  it('come in the same order for the same seed, so that the run is the same', () => {
    const run = (seed: number) => {
      const training = trainingFor(network(1), builtIn('spiral'), { optimizer: 'adam', rate: 0.01, seed })
      training.advance(30)
      return [...training.parameters]
    }
    expect(run(5)).toEqual(run(5))
    expect(run(6)).not.toEqual(run(5))
  })

  it('take all rows in an epoch but those held out', () => {
    const training = trainingFor(digitNetwork, digits, { batchSize: 14 })
    expect(training.perEpoch * training.batchSize).toBe(1442)
    const taken = Array.from({ length: training.perEpoch }, () => {
      training.advance(1)
      return [...training.rows]
    })
    expect(taken.flat().sort((a, b) => a - b)).toEqual([...trainingRows(digits)])
  })

  it('go step by step as they go many at a time', () => {
    const [stepped, advanced] = [1, 2].map(() => trainingFor(network(1), builtIn('xor'), { batchSize: 2 }))
    for (let i = 0; i < 30; i++) stepped.step()
    advanced.step()
    advanced.advance(10)
    expect([...stepped.parameters]).toEqual([...advanced.parameters])
  })
})

describe('a run that diverges', () => {
  const diverging = () => trainingFor(LINE, builtIn('line'), { batchSize: 40, rate: 10 })

  it('stops, says at which update and node, and keeps the last good parameters', () => {
    const source = LINE.replace('w*x + b', 'exp(w*x + b)')
    const training = trainingFor(source, builtIn('line'), { batchSize: 40, rate: 10 })
    training.advance(10_000)
    const { divergence, updates, parameters, objective } = training
    expect(updates).toBeLessThan(1000)
    expect(divergence).toMatchObject({ update: updates + 1, phase: 'loss' })
    expect(divergence?.message).toContain(`Stopped at update ${updates + 1}: v3 (exp) is Infinity in the primal pass.`)
    expect(objective.graph.number[divergence?.node as number]).toBe(3)
    expect(parameters.every(Number.isFinite)).toBe(true)
    const [w, b] = parameters
    const good = source.replace('w = 0', `w = ${w}`).replace('b = 0', `b = ${b}`)
    const again = trainingFor(good, builtIn('line'), { batchSize: 40 })
    again.advance(1)
    expect(again.divergence).toBeNull()
  })

  it('shows the pass in which it left the finite numbers', () => {
    const training = diverging()
    training.advance(10_000)
    expect(training.inputs()?.w).not.toBe(training.values().w)
    training.step()
    expect(training.phase).toBe('gradient')
  })

  it('goes on from there with a smaller learning rate', () => {
    const training = diverging()
    training.advance(10_000)
    training.change({ rate: 0.2, optimizer: 'sgd' })
    expect(training.divergence).toBeNull()
    training.advance(2000)
    expect(Math.abs((training.values().w as number) - leastSquares(builtIn('line')).w)).toBeLessThan(1e-6)
  })

  it('names the adjoint that is infinite where the loss is not', () => {
    const training = trainingFor('data x = 0\nparam w = 0\nr = sqrt(w)\nloss = r', null)
    training.advance(5)
    expect(training.divergence).toMatchObject({ update: 1, phase: 'gradient' })
    expect(training.divergence?.message).toContain('the adjoint of w is Infinity')
  })

  it('names the parameter that an update throws out', () => {
    const training = trainingFor('data x = 0\nparam w = 1\nloss = 1e200*w', null, { rate: 1e200 })
    training.advance(5)
    expect(training.divergence).toMatchObject({ update: 1, phase: 'update' })
    expect(training.divergence?.message).toContain('the parameter w becomes −Infinity')
    expect(training.values().w).toBe(1)
  })

  it.each(['where(w > 0, w, log(-w))', 'where(w < 0, log(-w), w)'])(
    'is not blamed on what %s leaves out',
    (branches) => {
      const training = trainingFor(`data x = 0\nparam w = 1e200\nu = ${branches}\ns = u*u\nloss = s + u`, null)
      training.advance(1)
      expect(training.divergence?.message).toContain('update 1: s is Infinity')
    },
  )
})

describe('what cannot be trained', () => {
  const problemOf = (source: string, loss?: string) => taskOf(compiling(source), null, loss)

  it.each([
    ['w = 1\nloss = w^2', undefined, 'write param before an input'],
    ['param w = [1, 2]\ny = 2*w', undefined, 'No output is one number'],
    ['param w = 1\ny = 2*w', 'z', 'z is no output that is one number'],
    ['param w = )', undefined, 'The program has errors'],
  ])('%j says why', (source, loss, part) => {
    expect(problemOf(source, loss)).toMatchObject({ problem: expect.stringContaining(part) })
  })

  it('says where a mini-batch does not fit', () => {
    const source = 'data x = zeros(4)\ndata y = zeros(4)\nparam w = ones(4)\nloss = mean((w*x - y)^2)'
    const training = Training.of(taskFor(source, builtIn('line')), { batchSize: 8, rate: 1, optimizer: 'sgd', seed: 1 })
    expect(training).toMatchObject({ problem: expect.stringContaining('does not fit mini-batches of 8: ') })
  })
})

describe('the loss', () => {
  const lossOf = (outputs: string, loss?: string) =>
    sound(taskOf(compiling(`param w = 1\n${outputs}`), null, loss)).loss

  it('is the output of that name, the only number, the last number, or the one chosen', () => {
    expect(lossOf('loss = w^2\ng = 2*w')).toBe('loss')
    expect(lossOf('f = w^2\ng = [w, w]')).toBe('f')
    expect(lossOf('f = w^2\ng = 2*w')).toBe('g')
    expect(lossOf('loss = w^2\ng = 2*w', 'g')).toBe('g')
  })
})
