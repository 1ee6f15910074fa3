import * as tf from '@tensorflow/tfjs'
import { biases, features, labels, RATE, type Trainer, weights } from './network.ts'

/** Its own optimizer, on the backend in plain JavaScript. */
export async function tfjs(): Promise<Trainer> {
  await tf.setBackend('cpu')
  const [X, Y] = [tf.tensor2d(features), tf.tensor2d(labels)]
  const layers = weights.map((W, i) => ({ W: tf.variable(tf.tensor2d(W)), b: tf.variable(tf.tensor1d(biases[i])) }))
  const optimizer = tf.train.sgd(RATE)
  const lossOf = () => {
    const z = layers.reduce<tf.Tensor>((h, { W, b }, i) => {
      const s = tf.add(tf.matMul(h as tf.Tensor2D, W as tf.Tensor2D), b)
      return i < layers.length - 1 ? tf.tanh(s) : s
    }, X)
    return tf.neg(tf.mean(tf.sum(tf.mul(tf.logSoftmax(z), Y), 1))) as tf.Scalar
  }
  let loss = Number.NaN
  return {
    name: 'tfjs (cpu)',
    train: (updates) => {
      for (let i = 0; i < updates; i++) {
        const value = optimizer.minimize(lossOf, i === updates - 1)
        if (value) loss = value.dataSync()[0]
        value?.dispose()
      }
    },
    loss: () => loss,
  }
}
