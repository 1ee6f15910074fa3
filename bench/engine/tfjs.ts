import * as tf from '@tensorflow/tfjs'
import type { Graph } from '../../src/core.ts'
import { arrayNamed, PARAMETERS } from './arrays.ts'
import { type Engine, SINGLE } from './engine.ts'
import type { Work } from './programs.ts'

type Formula = (inputs: tf.Tensor[], graph: Graph) => (...inputs: tf.Tensor[]) => tf.Scalar

/** Whole arrays, on the backend in plain JavaScript. */
export const tfjs: Engine = {
  name: 'tfjs (cpu, single precision)',
  tolerance: SINGLE,
  prepare: ({ arrays }, graph) => {
    if (!arrays) return null
    const inputs = (arrays === 'network' ? PARAMETERS : ['x']).map((name) => tensorOf(graph, name))
    const gradientOf = tf.valueAndGrads(formulas[arrays](inputs, graph))
    return () =>
      tf.tidy(() => {
        const { grads } = gradientOf(inputs)
        return grads.map((grad) => grad.dataSync()[0])[0]
      })
  },
}

const tensorOf = (graph: Graph, name: string): tf.Tensor => {
  const { shape, entries } = arrayNamed(graph, name)
  return tf.tensor(entries, shape)
}

const formulas: Record<NonNullable<Work['arrays']>, Formula> = {
  Rosenbrock: ([{ size }]) => {
    const last = size - 1
    return (x) => {
      const early = tf.slice(x, 0, last)
      const a = tf.sub(tf.slice(x, 1, last), tf.mul(early, early))
      const b = tf.sub(1, early)
      return tf.sum(tf.add(tf.mul(100, tf.mul(a, a)), tf.mul(b, b))) as tf.Scalar
    }
  },
  Speelpenning: () => (x) => tf.prod(x) as tf.Scalar,
  network: (_, graph) => {
    const [X, y] = ['X', 'y'].map((name) => tensorOf(graph, name))
    return (W1, b1, W2, b2, W3, b3) => {
      const h1 = tf.tanh(tf.add(tf.matMul(X as tf.Tensor2D, W1 as tf.Tensor2D), b1))
      const h2 = tf.tanh(tf.add(tf.matMul(h1 as tf.Tensor2D, W2 as tf.Tensor2D), b2))
      const error = tf.sub(tf.add(tf.matMul(h2 as tf.Tensor2D, W3 as tf.Tensor2D), b3), y)
      return tf.mean(tf.mul(error, error)) as tf.Scalar
    }
  },
}
