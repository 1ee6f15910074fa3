import { defaultDevice, init, jit, nn, numpy as np, valueAndGrad } from '@jax-js/jax'
import { biases, features, labels, RATE, type Trainer, weights } from './network.ts'

type Arrays = np.Array[]

/** A layer for each weight matrix; an array that is used once more is passed on as `.ref`, since functions own theirs. */
function lossOf(parameters: Arrays, X: np.Array, Y: np.Array): np.Array {
  const [W1, b1, W2, b2, W3, b3] = parameters
  const h1 = np.tanh(np.matmul(X, W1).add(b1))
  const h2 = np.tanh(np.matmul(h1, W2).add(b2))
  const z = np.matmul(h2, W3).add(b3)
  return np.mean(np.sum(nn.logSoftmax(z, -1).mul(Y), 1)).mul(-1)
}

const gradientOf = valueAndGrad(lossOf)

/** One compiled function for the whole update, as its documentation advises; on WebAssembly. */
export async function jaxJs(): Promise<Trainer> {
  await init('wasm')
  defaultDevice('wasm')
  const update = jit((parameters: Arrays, X: np.Array, Y: np.Array) => {
    const [loss, gradients] = gradientOf(parameters.map((p) => p.ref) as never, X, Y) as unknown as [np.Array, Arrays]
    return [loss, parameters.map((p, i) => p.sub(gradients[i].mul(RATE)))] as never
  })
  const [X, Y] = [np.array(features), np.array(labels)]
  let parameters: Arrays = weights.flatMap((W, i) => [np.array(W), np.array(biases[i])])
  let loss = np.array(0)
  const step = () => {
    loss.dispose()
    ;[loss, parameters] = update(parameters as never, X.ref, Y.ref) as unknown as [np.Array, Arrays]
  }
  return {
    name: 'jax-js (jit, wasm)',
    train: async (updates) => {
      for (let i = 0; i < updates; i++) step()
      await loss.blockUntilReady()
    },
    loss: () => loss.ref.js() as number,
  }
}
