import { describe, expect, it } from 'vitest'
import { builtIn, digitNetwork, digits, network, trainingFor } from '../../verification/fixtures/training.ts'
import type { Value } from '../primitives/value.ts'
import { accuracyOf } from './accuracy.ts'
import type { DataSet } from './dataSet.ts'
import { predictionCandidates } from './predictions.ts'
import type { Hyperparameters, Training } from './training.ts'

const SEEDS = [1, 2, 3]

/** Two hidden layers: 2-16-16-2. */
const deep = (seed: number): string => `data X = zeros(8, 2)
data Y = zeros(8, 2)
layer(x, W, b) = tanh(x @ W + b)
param W1 = randn([2, 16], ${seed})
param b1 = zeros(16)
param W2 = randn([16, 16], ${seed + 100})*0.25
param b2 = zeros(16)
param W3 = randn([16, 2], ${seed + 200})*0.25
param b3 = zeros(2)
z = layer(layer(X, W1, b1), W2, b2) @ W3 + b3
loss = mean(logsumexp(z, axis=1) - sum(Y*z, axis=1))`

/** One output, a sigmoid. */
const single = (seed: number): string => `data X = zeros(8, 2)
data t = zeros(8)
param W1 = randn([2, 16], ${seed})
param b1 = zeros(16)
param w2 = randn([16], ${seed + 100})*0.25
param b2 = 0
p = sigmoid(tanh(X @ W1 + b1) @ w2 + b2)
loss = -mean(t*log(p) + (1 - t)*log(1 - p))`

/** One head over five tokens of four numbers. */
const attention = (seed: number): string => `data X = zeros(5, 4)
data y = zeros(2)
param Wq = randn([4, 4], ${seed})*0.5
param Wk = randn([4, 4], ${seed + 100})*0.5
param Wv = randn([4, 4], ${seed + 200})*0.5
param U = randn([4, 2], ${seed + 300})*0.5
param b = zeros(2)
A = softmax((X @ Wq) @ (X @ Wk).T/2, axis=1)
z = mean(A @ (X @ Wv), axis=0) @ U + b
loss = crossentropy(z, y)`

const trained = (source: string, dataSet: DataSet, settings: Partial<Hyperparameters>, updates: number): Training => {
  const training = trainingFor(source, dataSet, { optimizer: 'adam', ...settings })
  training.advance(updates)
  return training
}

const accuracyIn = ({ objective, parameters }: Training) =>
  accuracyOf(objective, parameters, predictionCandidates(objective)[0])

describe.each([
  ['2-16-2 with softmax', network],
  ['2-16-16-2 with softmax', deep],
  ['2-16-1 with a sigmoid', single],
])('a network %s', (_, program) => {
  it.each(['xor', 'noisy xor', 'two moons'])('separates %s within 500 updates, from three seeds', (name) => {
    for (const seed of SEEDS) {
      const settings = { batchSize: 32, optimizer: 'adam', rate: 0.02, seed } as const
      const training = trainingFor(program(seed), builtIn(name), settings)
      expect(accuracyIn(training)).toBeLessThan(0.98)
      training.advance(500)
      expect(accuracyIn(training)).toBeGreaterThan(0.98)
    }
  })
})

it('a softmax classifier separates three blobs', () => {
  const source = `data X = zeros(8, 2)
data Y = zeros(8, 3)
param W = zeros(2, 3)
param b = zeros(3)
p = softmax(X @ W + b, axis=1)
loss = -mean(sum(Y*log(p), axis=1))`
  const training = trainingFor(source, builtIn('three blobs'), { batchSize: 16, rate: 0.5 })
  training.advance(200)
  expect(accuracyIn(training)).toBeGreaterThan(0.95)
})

it('64-32-10 tells 95 % of the digits that are held out, from three seeds', () => {
  const heldOut = Int32Array.from(digits.heldOut ?? [])
  for (const seed of SEEDS) {
    const { objective, parameters } = trained(digitNetwork, digits, { batchSize: 32, rate: 0.01, seed }, 600)
    expect(accuracyOf(objective, parameters, predictionCandidates(objective)[0], heldOut)).toBeGreaterThan(0.95)
  }
})

describe('sequences of which one token says which other one tells the class', () => {
  const settings = { batchSize: 16, rate: 0.05 }

  it('are told by a head of attention, from three seeds', () => {
    for (const seed of SEEDS) {
      const training = trained(attention(seed), builtIn('look-up', seed), settings, 400)
      expect(accuracyIn(training)).toBeGreaterThan(0.98)
    }
  })

  it('are not told by a linear model, nor from their places alone', () => {
    const linear =
      'data x = zeros(20)\ndata y = [0, 0]\nparam W = zeros(20, 2)\nparam b = zeros(2)\nz = x @ W + b\nloss = crossentropy(z, y)'
    const training = trained(linear, builtIn('look-up'), settings, 800)
    expect(accuracyIn(training)).toBeLessThan(0.65)
  })
})

type Matrix = readonly (readonly number[])[]

const softmax = (row: readonly number[]): number[] => {
  const exps = row.map(Math.exp)
  const sum = exps.reduce((total, x) => total + x, 0)
  return exps.map((x) => x / sum)
}

describe('gradients in closed form', () => {
  it('softmax with cross-entropy: p − y', () => {
    const z = [0.3, -1.2, 2]
    const training = trainingFor(`data y = [0, 1, 0]\nparam z = [${z}]\nloss = -sum(y*log(softmax(z)))`, null)
    training.step()
    training.step()
    const expected = softmax(z).map((p, i) => p - [0, 1, 0][i])
    expected.forEach((g, i) => {
      expect(training.gradient?.[i]).toBeCloseTo(g, 14)
    })
  })

  it('softmax classifier: Xᵀ(P − Y)/n, in a mini-batch', () => {
    const W = [
      [0.1, -0.4, 0.3],
      [0.5, 0.2, -0.7],
    ]
    const source = `data X = zeros(8, 2)
data Y = zeros(8, 3)
param W = ${JSON.stringify(W)}
z = X @ W
loss = mean(logsumexp(z, axis=1) - sum(Y*z, axis=1))`
    const training = trainingFor(source, builtIn('three blobs'), { batchSize: 10 })
    training.step()
    training.step()
    const { X, Y } = training.inputs() as Record<string, Value> as unknown as { X: Matrix; Y: Matrix }
    const errors = X.map((x, i) =>
      softmax([0, 1, 2].map((k) => x[0] * W[0][k] + x[1] * W[1][k])).map((p, k) => p - Y[i][k]),
    )
    for (const feature of [0, 1])
      for (const k of [0, 1, 2]) {
        const expected = X.reduce((sum, x, i) => sum + (x[feature] * errors[i][k]) / 10, 0)
        expect(training.gradient?.[3 * feature + k]).toBeCloseTo(expected, 14)
      }
  })

  it.each([
    ['in a mini-batch', 'data X = zeros(4, 2)\ndata y = [-1, 1, 1, -1]', 'mean(-log(sigmoid(y*(X @ w))))'],
    ['sample by sample', 'data x = [0, 0]\ndata y = -1', '-log(sigmoid(y*dot(w, x)))'],
  ])('logistic regression −log σ(y·wᵀx): −σ(−y·wᵀx)·y·x, %s', (_, data, loss) => {
    const dataSet = builtIn('two moons')
    const [w1, w2] = [0.7, -0.2]
    const training = trainingFor(`${data}\nparam w = [${w1}, ${w2}]\nloss = ${loss}`, dataSet, { batchSize: 16 })
    training.step()
    training.step()
    const gradient = [0, 0]
    for (const row of training.rows) {
      const [x1, x2] = dataSet.features[row]
      const y = 2 * dataSet.targets[row] - 1
      const factor = -y / (1 + Math.exp(y * (w1 * x1 + w2 * x2))) / 16
      gradient[0] += factor * x1
      gradient[1] += factor * x2
    }
    expect(training.gradient?.[0]).toBeCloseTo(gradient[0], 14)
    expect(training.gradient?.[1]).toBeCloseTo(gradient[1], 14)
  })
})

it('gradients vanish in a deep chain of sigmoids, and their norms show it', () => {
  const layers = Array.from({ length: 8 }, (_, i) => `param w${i + 1} = 1\nh${i + 1} = sigmoid(w${i + 1}*h${i})`)
  const training = trainingFor(`data h0 = 1\n${layers.join('\n')}\nloss = h8^2`, null)
  training.advance(1)
  const norms = [...(training.norms ?? [])]
  expect(norms[0]).toBeLessThan(1e-4 * norms[7])
  norms.slice(1).forEach((norm, i) => {
    expect(norms[i]).toBeLessThan(norm)
  })
})
