import { Uniform } from '../../../primitives/random.ts'
import { gradientsOf } from '../../derivatives/gradients.ts'
import type { Running } from '../../run/running.ts'
import { PyNumber } from '../../values/numbered.ts'
import { type Class, Instance, List, Namespace, NONE, type PyValue } from '../../values/values.ts'
import type { LibraryCall } from '../call.ts'
import { callables } from '../table.ts'
import { libraryClass, method } from '../torch/nn/libraryClass.ts'
import { made, newValue } from './value.ts'

/** What a module of micrograd is made of. */
interface Inside {
  readonly weights: readonly PyNumber[]
  readonly bias: PyNumber | null
  readonly isLinear: boolean
  readonly parts: readonly Instance[]
}

const DRAWN = 'Weights are drawn here by Gradual, the same in each run; micrograd draws others.'

/** micrograd, by the paths that programs import. */
export function microgradModules(running: Running): ReadonlyMap<string, Namespace> {
  const engine = new Namespace('micrograd.engine', callables(running, 'micrograd', 'micrograd', [made]))
  const nn = new Namespace('micrograd.nn', new Networks(running).classes())
  const whole = new Namespace(
    'micrograd',
    new Map<string, PyValue>([
      ['engine', engine],
      ['nn', nn],
    ]),
  )
  return new Map([
    ['micrograd', whole],
    ['micrograd.engine', engine],
    ['micrograd.nn', nn],
  ])
}

/** `micrograd.nn`: neurons, layers of them, and layers one after the other. */
class Networks {
  readonly #running: Running
  readonly #draws = new Uniform(0)
  readonly #inside = new WeakMap<Instance, Inside>()
  #neuron: Class | null = null

  constructor(running: Running) {
    this.#running = running
  }

  classes(): Map<string, PyValue> {
    const base = libraryClass(this.#running, 'Module', [], {
      parameters: method('', (_call, self) => new List(this.#parameters(self))),
      zero_grad: method('', (call, self) => this.#cleared(call, self)),
    })
    const neuron = libraryClass(this.#running, 'Neuron', [base], {
      __init__: method('nin, nonlin=True', (call, self) => {
        this.#inside.set(self, this.#drawn(call, call.whole('nin'), call.truth('nonlin'), ''))
        return NONE
      }),
      __call__: method('x', (call, self) => this.#neuronAt(call, self, this.#values(call, call.value('x')))),
    })
    this.#neuron = neuron
    const layer = libraryClass(this.#running, 'Layer', [base], {
      __init__: method('nin, nout, nonlin=True', (call, self) => {
        this.#fillLayer(call, self, call.whole('nin'), call.whole('nout'), call.truth('nonlin'), '')
        return NONE
      }),
      __call__: method('x', (call, self) => this.#layerAt(call, self, this.#values(call, call.value('x')), 'Layer')),
    })
    const mlp = libraryClass(this.#running, 'MLP', [base], {
      __init__: method('nin, nouts', (call, self) => {
        this.#fillNetwork(call, self, layer)
        return NONE
      }),
      __call__: method('x', (call, self) => this.#networkAt(call, self)),
    })
    return new Map<string, PyValue>([
      ['Module', base],
      ['Neuron', neuron],
      ['Layer', layer],
      ['MLP', mlp],
    ])
  }

  #of(self: Instance): Inside {
    return this.#inside.get(self) as Inside
  }

  /** Weights uniform from −1 to 1, and the bias 0, as micrograd begins. */
  #drawn(call: LibraryCall, count: number, nonlinear: boolean, prefix: string): Inside {
    if (count < 1) call.refuse(`${call.callee} takes at least one number.`)
    this.#running.remark(DRAWN, call.at)
    const value = (x: number, name: string) => newValue(this.#running, x, null, call.at, prefix + name)
    const weights = Array.from({ length: count }, (_, k) => value(2 * this.#draws.next() - 1, `w${k}`))
    return { weights, bias: value(0, 'b'), isLinear: !nonlinear, parts: [] }
  }

  #fillLayer(call: LibraryCall, self: Instance, nin: number, nout: number, nonlinear: boolean, prefix: string): void {
    const parts = Array.from({ length: nout }, (_, k) => {
      const neuron = new Instance(this.#neuron as Class)
      this.#set(neuron, this.#drawn(call, nin, nonlinear, `${prefix}n${k}.`))
      return neuron
    })
    this.#set(self, { weights: [], bias: null, isLinear: !nonlinear, parts })
    self.members.set('neurons', new List(parts))
  }

  #set(self: Instance, inside: Inside): void {
    this.#inside.set(self, inside)
    if (!inside.bias) return
    self.members.set('w', new List([...inside.weights]))
    self.members.set('b', inside.bias)
  }

  /** The last layer is linear. */
  #fillNetwork(call: LibraryCall, self: Instance, layer: Class): void {
    const sizes = [call.whole('nin'), ...call.wholes('nouts')]
    const parts = sizes.slice(1).map((nout, k) => {
      const made = new Instance(layer)
      this.#fillLayer(call, made, sizes[k], nout, k < sizes.length - 2, `l${k}.`)
      return made
    })
    this.#set(self, { weights: [], bias: null, isLinear: false, parts })
    self.members.set('layers', new List(parts))
  }

  #values(call: LibraryCall, x: PyValue): readonly PyNumber[] {
    return call.running.items(x, call.at).map((item) => {
      if (item instanceof PyNumber && item.value.entries.length === 1) return item
      return call.refuse(`${call.callee} takes a list of numbers or Values.`)
    })
  }

  /** relu(Σ w·x + b), or without the relu. */
  #neuronAt(call: LibraryCall, self: Instance, x: readonly PyNumber[]): PyNumber {
    const { weights, bias, isLinear } = this.#of(self)
    // Python's zip stops at the shorter of the two.
    if (x.length !== weights.length)
      call.refuse(`The neuron takes ${weights.length} numbers, and here are ${x.length}.`)
    const { trace } = this.#running
    trace.open('neuron', call.at)
    let sum = bias as PyNumber
    for (const [k, weight] of weights.entries())
      sum = call.apply('add', [sum, call.apply('mul', [weight, x[k]], MICROGRAD)], MICROGRAD)
    const result = isLinear ? sum : call.apply('relu', [sum], MICROGRAD)
    trace.close()
    return result
  }

  #layerAt(call: LibraryCall, self: Instance, x: readonly PyNumber[], name: string): PyValue {
    this.#running.trace.open(name, call.at)
    const outputs = this.#of(self).parts.map((neuron) => this.#neuronAt(call, neuron, x))
    this.#running.trace.close()
    return outputs.length === 1 ? outputs[0] : new List(outputs)
  }

  #networkAt(call: LibraryCall, self: Instance): PyValue {
    this.#running.trace.open(this.#running.nameOf(self) ?? 'MLP', call.at)
    let x: PyValue = call.value('x')
    for (const [k, layer] of this.#of(self).parts.entries())
      x = this.#layerAt(call, layer, this.#values(call, asList(x)), `layer ${k}`)
    this.#running.trace.close()
    return x
  }

  #parameters(self: Instance): PyNumber[] {
    const { weights, bias, parts } = this.#of(self)
    return [...weights, ...(bias ? [bias] : []), ...parts.flatMap((part) => this.#parameters(part))]
  }

  #cleared(call: LibraryCall, self: Instance): PyValue {
    const gradients = gradientsOf(this.#running)
    for (const parameter of this.#parameters(self)) gradients.clear(parameter, call.at)
    return NONE
  }
}

const MICROGRAD = { library: 'micrograd', dtype: 'float' } as const

const asList = (value: PyValue): PyValue => (value instanceof PyNumber ? new List([value]) : value)
