import { jit, numpy as np, valueAndGrad } from '@jax-js/jax'
import type { Graph } from '../../src/core.ts'
import { arrayNamed, PARAMETERS } from './arrays.ts'
import { type Engine, SINGLE } from './engine.ts'
import type { Work } from './programs.ts'

type Arrays = np.Array[]
type Formula = (inputs: Arrays, data: Arrays) => np.Array

/** Whole arrays, in one function that is compiled to WebAssembly when it starts. */
export const jaxJs: Engine = {
  name: 'jax-js (jit, wasm, single precision)',
  tolerance: SINGLE,
  prepare: ({ arrays }, graph) => {
    if (!arrays) return null
    const { inputs, data } = namesOf(arrays)
    const [x, constants] = [inputs, data].map((names) => names.map((name) => arrayOf(graph, name)))
    const compiled = jit(valueAndGrad(formulas[arrays] as never) as never) as unknown as (
      inputs: Arrays,
      data: Arrays,
    ) => [np.Array, Arrays]
    return () => {
      const [value, gradient] = compiled(refs(x), refs(constants))
      value.dispose()
      const [first] = gradient.map((part) => part.dataSync()[0])
      return first
    }
  },
}

const refs = (all: Arrays): Arrays => all.map((one) => one.ref)

const namesOf = (arrays: Work['arrays']) =>
  arrays === 'network' ? { inputs: PARAMETERS, data: ['X', 'y'] } : { inputs: ['x'], data: [] }

function arrayOf(graph: Graph, name: string): np.Array {
  const { shape, entries } = arrayNamed(graph, name)
  return np.array(entries).reshape(shape)
}

/** An array that is used once more is passed on as `.ref`, since functions own theirs. */
const square = (a: np.Array): np.Array => a.ref.mul(a)

const formulas: Record<NonNullable<Work['arrays']>, Formula> = {
  Rosenbrock: ([x]) => {
    const last = x.shape[0] - 1
    const [early, late] = [x.ref.slice([0, last]), x.slice([1])]
    const a = late.sub(square(early.ref))
    return np.sum(
      square(a)
        .mul(100)
        .add(square(early.mul(-1).add(1))),
    )
  },
  Speelpenning: ([x]) => np.prod(x),
  network: ([W1, b1, W2, b2, W3, b3], [X, y]) => {
    const h1 = np.tanh(np.matmul(X, W1).add(b1))
    const h2 = np.tanh(np.matmul(h1, W2).add(b2))
    return np.mean(square(np.matmul(h2, W3).add(b3).sub(y)))
  },
}
