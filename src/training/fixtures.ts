import { buildGraph } from '../graph/build.ts'
import { parse } from '../language/parse.ts'
import { isProblem, type Problem } from './binding.ts'
import type { DataSet } from './dataSet.ts'
import { dataSetNamed } from './dataSets.ts'
import { type CompileAt, type Task, taskOf } from './task.ts'
import { type Settings, Training } from './training.ts'

export const compiling = (source: string): CompileAt => {
  const { program, diagnostics } = parse(source)
  const isWrong = diagnostics.some(({ severity }) => severity === 'error')
  return (at) => (isWrong ? { graph: null, diagnostics } : buildGraph(program, { at }))
}

export const builtIn = (name: string, seed = 1): DataSet => dataSetNamed(name)?.make(seed) as DataSet

/** What there is no problem with. */
export function sound<Result extends object>(result: Result | Problem): Result {
  if (isProblem(result)) throw new Error(result.problem)
  return result as Result
}

export const taskFor = (source: string, dataSet: DataSet | null, loss?: string): Task =>
  sound(taskOf(compiling(source), dataSet, loss))

export const trainingFor = (source: string, dataSet: DataSet | null, settings: Partial<Settings> = {}): Training =>
  sound(Training.of(taskFor(source, dataSet), { batchSize: 8, rate: 0.1, optimizer: 'sgd', seed: 1, ...settings }))

/** Scores for two classes from two features, by a hidden layer. */
export const network = (seed: number): string => `data X = zeros(8, 2)
data Y = zeros(8, 2)
param W1 = randn([2, 16], ${seed})
param b1 = zeros(16)
param W2 = randn([16, 2], ${seed + 100})*0.25
param b2 = zeros(2)
h = tanh(X @ W1 + b1)
z = h @ W2 + b2
loss = mean(logsumexp(z, axis=1) - sum(Y*z, axis=1))`
