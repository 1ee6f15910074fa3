import type { Question } from '../../src/lessons/lesson.ts'

/** How a lesson asks a question of the lecture: its key, the kinds of answer in our words, and the slips that no key knows. */
export interface LectureKey {
  readonly of: string
  /** The answer as a formula over the program’s names. */
  readonly formula?: string
  /** What is given for an answer of the list that is written in words there. */
  readonly given?: Readonly<Record<string, string>>
  /** The choices with their tokens, where these are no texts of their own. */
  readonly tokens?: Readonly<Record<string, string>>
  /** By answer: slips that only the file tells. */
  readonly slips?: Readonly<Record<string, string>>
  readonly kind?: Question['kind']
}

export const LECTURE_KEYS: Readonly<Record<string, LectureKey>> = {
  'recap-four-ways': { of: 'derivative f x1', formula: 'x2 + cos(x1)' },
  notation: { of: 'shape of derivative y x', slips: { '6×1': 'Flattened.' } },
  'vector-derivative': {
    of: 'derivative f x',
    formula: '(A + A.T) @ x',
    given: { '2Ax = [2, -6]': '2*A @ x', 'Ax = [1, -3]': 'A @ x', 'Aᵀx = [2, -2]': 'A.T @ x' },
    slips: { '2*A @ x': 'Holds for a symmetric A only.' },
  },
  tensors: { of: 'entries of derivative Y W', formula: '4*6' },
  composite: { of: 'operations', slips: { 3: 'Counts log, division and exp.', 6: 'Takes −w·x for one operation.' } },
  'scalar-case': { of: 'derivative z x', formula: 'cos(y)*2*x' },
  'vector-case': {
    of: 'derivative z x',
    formula: 'W.T @ (2*y)',
    given: { Wȳ: 'W @ [10, 2, 4]' },
    slips: { '[10, -2]': 'Only the matching entries.', 'W @ [10, 2, 4]': 'The transpose is missing.' },
  },
  'jacobian-view': {
    of: 'given the last',
    slips: { 'the first': 'The order of evaluation.', either: 'Matrices do not commute.' },
  },
  'graphical-view': { of: 'derivative e b', formula: 'c + d' },
  cascaded: { of: 'cheaper bracketing L x' },
  'differentiable-programming': { of: 'role param', slips: { all: 'Only parameters are updated.' } },
  'dag-name': {
    of: 'cycle',
    tokens: { 'an undirected one only': 'undirected', 'a directed one, so it is no DAG': 'directed' },
  },
  'dag-topological-order': { of: 'orders', slips: { 4: 'v1 may come before x2.' } },
  'graph-notation': { of: 'next' },
  scheduling: {
    of: 'given no',
    slips: { yes: 'The order is no part of the function.', 'only rounding': 'The same sums.' },
  },
  'forward-example-product': { of: 'tangent v2', formula: 'x2' },
  'forward-example-sum': { of: 'tangent f', formula: 'cos(x1) + x2' },
  'q-forward-another-input': { of: 'passes forward with input', slips: { 6: 'A pass for each operation.' } },
  'q-forward-another-output': { of: 'passes forward with output' },
  'reverse-example-product': { of: 'adjoint x2', formula: 'x1' },
  'reverse-example-branch': { of: 'adjoint x1', formula: 'cos(2) + 3' },
  duality: { of: 'given SUM', slips: { COPY: 'Stays.', '×': 'The chain rule.', max: 'Routing.' } },
  'q-reverse-another-input': { of: 'passes reverse with input' },
  'q-reverse-another-output': { of: 'passes reverse with output' },
  'three-passes': { of: 'sweeps reverse' },
  differences: {
    of: 'given where the seed stands and which way derivatives travel',
    slips: {
      'the results': 'The same.',
      'one has derivatives, the other values': 'Both have both.',
      'one is exact, the other approximate': 'Both are exact.',
    },
  },
  'q-faster': {
    of: 'faster',
    tokens: {
      'reverse here; in general the one with fewer passes': 'reverse',
      'forward, always': 'forward',
      'the same, always': 'the same',
    },
    slips: { 'reverse, always': 'With one input and many outputs forward mode wins.' },
  },
  'jacobian-intuition': { of: 'empty entries' },
  'q-memory': { of: 'less memory' },
  'network-graph': { of: 'parameters' },
  backprop: { of: 'adjoint v2', formula: 'sigmoid(v2) - 1', slips: { '-v3': 'Takes σ instead of 1 − σ.' } },
  'any-dag': { of: 'contributions h1' },
  'key-forward': {
    of: 'value h',
    formula: 'relu(x @ W1 + b1)',
    slips: {
      'x @ W1 + b1': 'relu is missing.',
      'relu(x @ W1)': 'The bias is missing.',
      'abs(x @ W1 + b1)': 'relu is no abs.',
    },
  },
  'key-backward': { of: 'adjoint b2', formula: '[0, 2.55]', slips: { '[1, 1]': 'The local partial alone.' } },
  'train-loss': {
    of: 'value loss',
    formula: 'mean((w*x + b - y)^2)',
    slips: { 'mean(w*x + b - y)': 'Residuals.', 'mean(abs(w*x + b - y))': 'Absolute errors.' },
  },
  'train-gradients': { of: 'adjoint b', formula: '2*mean(w*x + b - y)' },
  'train-update': {
    of: 'quantity w - 0.1*adjoint(w)',
    formula: '0 + 0.1*2.8',
    slips: { 'w - adjoint(w)': 'The rate is missing.', 'w - 0.1*adjoint(w)/5': 'Divided once more.' },
  },
  'simple-example-forward': {
    of: 'value f',
    formula: '(x + y)*z',
    slips: { 'x + y*z': 'The product before the sum.', '(abs(x) + y)*z': 'Takes |x|.' },
  },
  'simple-example-backward': { of: 'derivative f x', formula: 'z' },
  'q-add-gate': { of: 'adjoint v1', formula: '1 + 1' },
  'q-max-gate': { of: 'routed v2', slips: { both: 'max is no sum.', 'half each': 'At a tie only.' } },
  'q-mul-gate': { of: 'adjoint x', formula: '2*y' },
  'branches-and-duality': { of: 'adjoint v1', formula: '1 + exp(x*y)' },
}
