import { describe, expect, it } from 'vitest'
import { builtIn, network, sound, taskFor } from '../../verification/fixtures/training.ts'
import { accuracyOf, classesOf, thresholdOf } from './accuracy.ts'
import { objectiveOf } from './objective.ts'
import { gather } from './parameters.ts'
import { pictureOf } from './picture.ts'
import { predict, predictionCandidates } from './predictions.ts'

const objective = (source: string, name: string) => sound(objectiveOf(taskFor(source, builtIn(name)), 8))

const DATA =
  'data X = zeros(8, 2)\ndata y = zeros(8)\nparam w = [1, -1]\nparam V = [[1, 2, 3], [4, 5, 6]]\nparam u = [1, 1, 1]\n'
const ONE_HOT = 'data X = zeros(8, 2)\ndata Y = zeros(8, 2)\nparam W = [[1, 2], [3, 4]]\n'

describe('what a program predicts', () => {
  it.each([
    ['the definition before the targets come in', 'p = sigmoid(X @ w)\nloss = mean((p - y)^2)', 'p'],
    ['not what the targets act on', 'p = sigmoid(X @ w)\nr = p - y\nloss = mean(r^2)', 'p'],
    ['not what has no row for each sample', 'p = X @ w\nnorm = sum(w^2)\nloss = mean((p - y)^2) + norm', 'p'],
    ['not a hidden layer', 'h = tanh(X @ V)\no = h @ u\nloss = mean((o - y)^2)', 'o'],
    ['without a name, where targets come in', 'loss = mean(-log(sigmoid(y*(X @ w))))', 'v1 (matmul)'],
  ])('is %s', (_, rest, name) => {
    expect(predictionCandidates(objective(DATA + rest, 'xor'))[0].name).toBe(name)
  })

  it('has as many numbers as the target, where several definitions could be it', () => {
    const rest = 'z = X @ W\nall = logsumexp(z, axis=1)\nloss = mean(all - sum(Y*z, axis=1))'
    const candidates = predictionCandidates(objective(ONE_HOT + rest, 'xor'))
    expect(candidates.map(({ name, width }) => [name, width])).toEqual([
      ['z', 2],
      ['all', 1],
    ])
  })

  it('is a number in a program for one sample', () => {
    const source = 'data x = 0\ndata y = 0\nparam w = 2\nparam b = 1\np = w*x + b\nloss = (p - y)^2'
    const line = objective(source, 'line')
    const [prediction] = predictionCandidates(line)
    expect(prediction).toMatchObject({ name: 'p', width: 1 })
    expect([...predict(line, Float64Array.of(2, 1), prediction, [[0], [1], [5]])]).toEqual([1, 3, 11])
  })

  it('comes for any number of rows, whatever the mini-batch', () => {
    const task = objective(`${DATA}p = X @ w\nloss = mean((p - y)^2)`, 'xor')
    const [prediction] = predictionCandidates(task)
    const rows = Array.from({ length: 21 }, (_, i) => [i, i * i])
    const parameters = gather(task.graph, task.parameters, task.graph.initial)
    expect([...predict(task, parameters, prediction, rows)]).toEqual(rows.map(([a, b]) => a - b))
  })
})

describe('a class', () => {
  it.each([
    ['p = sigmoid(X @ w)\nloss = mean((p - y)^2)', 0.5],
    ['p = 1/(1 + exp(-(X @ w)))\nloss = -mean(y*log(p) + (1 - y)*log(1 - p))', 0.5],
    ['o = X @ w\nloss = mean((o - y)^2)', 0.5],
    ['z = X @ w\nloss = mean(softplus(z) - y*z)', 0],
  ])('of %j begins at %d', (rest, threshold) => {
    const task = objective(DATA + rest, 'xor')
    expect(thresholdOf(task, predictionCandidates(task)[0])).toBe(threshold)
  })

  it('of a score against labels of ±1 begins at 0', () => {
    const task = objective(`${DATA.replace('zeros(8)', '-ones(8)')}o = X @ w\nloss = mean((o - y)^2)`, 'xor')
    expect(thresholdOf(task, predictionCandidates(task)[0])).toBe(0)
  })

  it('is the one with the largest number, where each has its own', () => {
    const task = objective(network(1), 'xor')
    expect(thresholdOf(task, predictionCandidates(task)[0])).toBeNull()
    expect([...classesOf(Float64Array.of(1, 2, 5, 0, -2, -1), 2, null)]).toEqual([1, 0, 1])
    expect([...classesOf(Float64Array.of(0.2, 0.8), 1, 0.5)]).toEqual([0, 1])
  })

  it('is right for a share of all samples', () => {
    const task = objective(`${DATA}p = sigmoid(X @ w)\nloss = mean((p - y)^2)`, 'xor')
    const [prediction] = predictionCandidates(task)
    // Of the corners, x1 − x2 is over 0 at (1, 0) only: right there, wrong at (0, 1).
    expect(accuracyOf(task, Float64Array.of(1, -1, ...Array(9).fill(0)), prediction)).toBe(0.75)
  })
})

describe('a picture', () => {
  it('of two features is a grid around the samples, with the class at each point', () => {
    const task = objective(`${DATA}p = sigmoid(X @ w)\nloss = mean((p - y)^2)`, 'xor')
    const picture = pictureOf(task, Float64Array.of(1, -1, ...Array(9).fill(0)), predictionCandidates(task)[0], 13)
    if (picture?.kind !== 'boundary') throw new Error('no boundary')
    expect(picture.xs[0]).toBeCloseTo(-0.1, 12)
    expect(picture.xs[12]).toBeCloseTo(1.1, 12)
    const at = (column: number, row: number) => picture.classes?.[row * 13 + column]
    expect([at(12, 0), at(0, 12)]).toEqual([1, 0])
    expect(picture.predictions).toHaveLength(169)
  })

  it('of one feature is a curve', () => {
    const source = 'data x = zeros(8)\ndata y = zeros(8)\nparam w = 2\np = w*x\nloss = mean((p - y)^2)'
    const task = objective(source, 'line')
    const picture = pictureOf(task, Float64Array.of(2), predictionCandidates(task)[0], 10)
    expect(picture?.kind).toBe('fit')
    expect([...(picture?.predictions ?? [])]).toEqual(
      [...((picture?.kind === 'fit' && picture.xs) || [])].map((x) => 2 * x),
    )
  })
})
