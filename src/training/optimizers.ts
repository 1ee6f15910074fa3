/** How parameters follow the gradient. All parameters stand one after another in flat arrays. */
export interface Optimizer {
  readonly name: 'sgd' | 'momentum' | 'adam'
  readonly title: string
  /** The update of one parameter w with gradient g and learning rate η, line by line. */
  readonly formulas: readonly string[]
  /** Where it comes from. */
  readonly source: string
  readonly settings: readonly OptimizerSetting[]
  /** How many numbers it remembers for each parameter; all start at 0. */
  readonly memory: number
  /** Moves the parameters, in place. `step` counts updates from 1; the settings come in the order of `settings`. */
  readonly update: (
    parameters: Float64Array,
    gradient: Float64Array,
    memory: readonly Float64Array[],
    rate: number,
    step: number,
    settings: readonly number[],
  ) => void
}

interface OptimizerSetting {
  readonly name: string
  readonly symbol: string
  readonly value: number
}

const sgd: Optimizer = {
  name: 'sgd',
  title: 'SGD',
  formulas: ['w ← w − η·g'],
  source: 'Robbins and Monro, A stochastic approximation method, 1951.',
  settings: [],
  memory: 0,
  update: (parameters, gradient, _, rate) => {
    for (let i = 0; i < parameters.length; i++) parameters[i] -= rate * gradient[i]
  },
}

const momentum: Optimizer = {
  name: 'momentum',
  title: 'Momentum',
  formulas: ['v ← β·v − η·g', 'w ← w + v'],
  source: 'Polyak, Some methods of speeding up the convergence of iteration methods, 1964.',
  settings: [{ name: 'momentum', symbol: 'β', value: 0.9 }],
  memory: 1,
  update: (parameters, gradient, [velocity], rate, _, [beta]) => {
    for (let i = 0; i < parameters.length; i++) {
      velocity[i] = beta * velocity[i] - rate * gradient[i]
      parameters[i] += velocity[i]
    }
  },
}

const adam: Optimizer = {
  name: 'adam',
  title: 'Adam',
  formulas: ['m ← β₁·m + (1 − β₁)·g', 's ← β₂·s + (1 − β₂)·g²', 'w ← w − η·(m/(1 − β₁ᵗ))/(√(s/(1 − β₂ᵗ)) + ε)'],
  source: 'Kingma and Ba, Adam: a method for stochastic optimization, 2015, algorithm 1.',
  settings: [
    { name: 'decay of the mean', symbol: 'β₁', value: 0.9 },
    { name: 'decay of the mean square', symbol: 'β₂', value: 0.999 },
    { name: 'smallest divisor', symbol: 'ε', value: 1e-8 },
  ],
  memory: 2,
  update: (parameters, gradient, [mean, square], rate, step, [beta1, beta2, epsilon]) => {
    // Both averages start at 0; dividing by what their weights add up to takes that bias away.
    const meanWeight = 1 - beta1 ** step
    const squareWeight = 1 - beta2 ** step
    for (let i = 0; i < parameters.length; i++) {
      const g = gradient[i]
      mean[i] = beta1 * mean[i] + (1 - beta1) * g
      square[i] = beta2 * square[i] + (1 - beta2) * g * g
      parameters[i] -= (rate * (mean[i] / meanWeight)) / (Math.sqrt(square[i] / squareWeight) + epsilon)
    }
  },
}

export const optimizers: readonly Optimizer[] = [sgd, momentum, adam]

export type OptimizerName = Optimizer['name']

export const optimizerNamed = (name: OptimizerName): Optimizer =>
  optimizers.find((optimizer) => optimizer.name === name) as Optimizer
