import type { PyValue } from '../../../values/values.ts'
import type { LibraryCall } from '../../call.ts'

/** What an optimizer remembers of one parameter. */
export interface OptimizerMemory {
  count: number
  /** Buffers by name, each of the parameter’s length. */
  readonly buffers: Map<string, Float64Array>
}

export const nothing = (): OptimizerMemory => ({ count: 0, buffers: new Map() })

/** The parameter after one step, given its entries and its gradient. */
type OptimizerStep = (
  entries: Float64Array,
  gradient: Float64Array,
  memory: OptimizerMemory,
  settings: OptimizerSettings,
) => Float64Array

/** What an optimizer is made with, as numbers. */
export type OptimizerSettings = ReadonlyMap<string, number>

export interface OptimizerKind {
  readonly name: string
  /** What it is made with, besides parameters. */
  readonly parameters: string
  readonly numbers: readonly string[]
  readonly step: OptimizerStep
}

const at = (settings: OptimizerSettings, name: string): number => settings.get(name) ?? 0

/** A buffer, zeros at first. */
function buffer(memory: OptimizerMemory, name: string, length: number): Float64Array {
  const known = memory.buffers.get(name) ?? new Float64Array(length)
  memory.buffers.set(name, known)
  return known
}

/** Of a running average, in its place. */
function average(buffered: Float64Array, weight: number, next: (place: number) => number): void {
  for (const place of buffered.keys()) buffered[place] = weight * buffered[place] + (1 - weight) * next(place)
}

/** The gradient with weight decay in it. */
const decayed = (entries: Float64Array, gradient: Float64Array, decay: number): Float64Array =>
  decay === 0 ? gradient : gradient.map((g, place) => g + decay * entries[place])

const descent: OptimizerStep = (entries, gradient, memory, settings) => {
  const g = decayed(entries, gradient, at(settings, 'weight_decay'))
  const momentum = at(settings, 'momentum')
  const moved = momentum === 0 ? g : withMomentum(g, momentum, memory, settings)
  return entries.map((x, place) => x - at(settings, 'lr') * moved[place])
}

function withMomentum(
  g: Float64Array,
  momentum: number,
  memory: OptimizerMemory,
  settings: OptimizerSettings,
): Float64Array {
  const before = memory.buffers.get('momentum')
  const velocity = before ? before.map((v, k) => momentum * v + (1 - at(settings, 'dampening')) * g[k]) : g.slice()
  memory.buffers.set('momentum', velocity)
  return at(settings, 'nesterov') === 0 ? velocity : g.map((x, k) => x + momentum * velocity[k])
}

/** Kingma and Ba (2015); with `decoupled`, weight decay as Loshchilov and Hutter (2019) have it. */
const adam =
  (decoupled: boolean): OptimizerStep =>
  (entries, gradient, memory, settings) => {
    const decay = at(settings, 'weight_decay')
    const [lr, b1, b2] = ['lr', 'beta1', 'beta2'].map((name) => at(settings, name))
    const g = decoupled ? gradient : decayed(entries, gradient, decay)
    const [first, second] = ['first', 'second'].map((name) => buffer(memory, name, entries.length))
    average(first, b1, (place) => g[place])
    average(second, b2, (place) => g[place] ** 2)
    const [unbiased1, unbiased2] = [1 - b1 ** memory.count, 1 - b2 ** memory.count]
    return entries.map((x, k) => {
      const kept = decoupled ? x * (1 - lr * decay) : x
      return kept - ((lr / unbiased1) * first[k]) / (Math.sqrt(second[k] / unbiased2) + at(settings, 'eps'))
    })
  }

const rmsprop: OptimizerStep = (entries, gradient, memory, settings) => {
  const g = decayed(entries, gradient, at(settings, 'weight_decay'))
  const squares = buffer(memory, 'squares', entries.length)
  average(squares, at(settings, 'alpha'), (place) => g[place] ** 2)
  return entries.map((x, k) => x - (at(settings, 'lr') * g[k]) / (Math.sqrt(squares[k]) + at(settings, 'eps')))
}

const adagrad: OptimizerStep = (entries, gradient, memory, settings) => {
  const g = decayed(entries, gradient, at(settings, 'weight_decay'))
  const sums = buffer(memory, 'sums', entries.length)
  for (const place of sums.keys()) sums[place] += g[place] ** 2
  return entries.map((x, k) => x - (at(settings, 'lr') * g[k]) / (Math.sqrt(sums[k]) + at(settings, 'eps')))
}

const REST = 'foreach=_, maximize=False?, capturable=False?, differentiable=False?, fused=_'
const ADAM = ['lr', 'eps', 'weight_decay', 'beta1', 'beta2']

/** Optimizers of `torch.optim`, with PyTorch’s defaults. */
export const optimizerKinds: readonly OptimizerKind[] = [
  {
    name: 'SGD',
    parameters: `lr, momentum=0, dampening=0, weight_decay=0, nesterov=False, *, ${REST}`,
    numbers: ['lr', 'momentum', 'dampening', 'weight_decay', 'nesterov'],
    step: descent,
  },
  {
    name: 'Adam',
    parameters: `lr=1e-3, betas=_, eps=1e-8, weight_decay=0, amsgrad=False?, *, ${REST}`,
    numbers: ADAM,
    step: adam(false),
  },
  {
    name: 'AdamW',
    parameters: `lr=1e-3, betas=_, eps=1e-8, weight_decay=1e-2, amsgrad=False?, *, ${REST}`,
    numbers: ADAM,
    step: adam(true),
  },
  {
    name: 'RMSprop',
    parameters: `lr=1e-2, alpha=0.99, eps=1e-8, weight_decay=0, momentum=0?, centered=False?, *, ${REST}`,
    numbers: ['lr', 'alpha', 'eps', 'weight_decay'],
    step: rmsprop,
  },
  {
    name: 'Adagrad',
    parameters: `lr=1e-2, lr_decay=0?, weight_decay=0, initial_accumulator_value=0?, eps=1e-10, *, ${REST}`,
    numbers: ['lr', 'weight_decay', 'eps'],
    step: adagrad,
  },
]

/** The numbers that an optimizer is made with. */
export function settingsOf(call: LibraryCall, kind: OptimizerKind): OptimizerSettings {
  const settings = new Map<string, number>()
  for (const name of kind.numbers) if (call.has(name)) settings.set(name, call.number(name))
  if (kind.numbers.includes('beta1')) {
    const [beta1, beta2] = call.has('betas') ? pair(call, 'betas') : [0.9, 0.999]
    settings.set('beta1', beta1).set('beta2', beta2)
  }
  return settings
}

function pair(call: LibraryCall, name: string): readonly number[] {
  const items: readonly PyValue[] = call.running.items(call.value(name), call.at)
  if (items.length !== 2) call.refuse(`${name} of ${call.callee} must be two numbers.`)
  return items.map((item) => call.arrayOf(item, name).value.entries[0])
}
