import { compile } from '../../src/core.ts'
import type { DataSet } from '../../src/training/dataSet.ts'
import { taskOf } from '../../src/training/task.ts'
import { Training } from '../../src/training/training.ts'
import { BATCH, biases, features, labels, RATE, type Trainer, weights } from './network.ts'

const line = (name: string, value: unknown) => `param ${name} = ${JSON.stringify(value)}`

const PROGRAM = [
  `data X = zeros(${BATCH}, 2)`,
  `data Y = zeros(${BATCH}, 2)`,
  ...weights.map((W, i) => line(`W${i + 1}`, W)),
  ...biases.map((b, i) => line(`b${i + 1}`, b)),
  'h1 = tanh(X @ W1 + b1)',
  'h2 = tanh(h1 @ W2 + b2)',
  'z = h2 @ W3 + b3',
  'loss = mean(logsumexp(z, axis=1) - sum(Y*z, axis=1))',
].join('\n')

const dataSet: DataSet = {
  name: 'products',
  about: 'Whether the product of the features is positive.',
  features,
  targets: labels.map(([first]) => 1 - first),
  kind: 'classes',
  classes: ['positive', 'negative'],
  columns: ['a', 'b', 'class'],
}

/** The training loop of the page, without its worker. */
export function gradual(): Trainer {
  const task = taskOf((at) => compile(PROGRAM, { at }), dataSet)
  if ('problem' in task) throw new Error(task.problem)
  const training = Training.of(task, { batchSize: BATCH, rate: RATE, optimizer: 'sgd', seed: 1 })
  if ('problem' in training) throw new Error(training.problem)
  return { name: 'Gradual', train: (updates) => training.advance(updates), loss: () => training.loss ?? Number.NaN }
}
