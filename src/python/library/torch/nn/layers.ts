import type { Shape } from '../../../../primitives/shape.ts'
import type { Tensor } from '../../../../primitives/value.ts'
import type { Running } from '../../../run/running.ts'
import { PyNumber } from '../../../values/numbered.ts'
import { type Class, type Instance, NONE, type PyValue, Tuple } from '../../../values/values.ts'
import type { LibraryCall } from '../../call.ts'
import { numberOf, rankOf } from '../../numbers.ts'
import { callOf, type LibraryFunction } from '../../table.ts'
import { lastAxes, layerNorm, type Normalizing } from '../functional/activations.ts'
import { embedded, linear } from '../functional/linear.ts'
import { windowFunctions } from '../functional/windows.ts'
import { type LibraryMethod, libraryClass, method } from './libraryClass.ts'
import { type Modules, modulesOf, ofLibrary } from './modules.ts'

/** Uniform from −bound to bound, as PyTorch draws the weights of its layers. */
function uniform(modules: Modules, call: LibraryCall, shape: Shape, bound: number): Tensor {
  const { entries } = modules.torch.drawn('uniform', shape, call.at)
  return { shape, entries: entries.map((x) => bound * (2 * x - 1)) }
}

const filled = (shape: Shape, x: number): Tensor => ({
  shape,
  entries: new Float64Array(shape.reduce((product, length) => product * length, 1)).fill(x),
})

const tensorIn = (self: Instance, name: string): PyNumber | null => {
  const value = self.members.get(name)
  return value instanceof PyNumber ? value : null
}

function setParameter(modules: Modules, call: LibraryCall, self: Instance, name: string, value: Tensor): void {
  self.members.set(name, modules.parameter(value, null, call.at))
}

/** Weights and bias of a layer that takes so many numbers. */
function setWeights(modules: Modules, call: LibraryCall, self: Instance, shape: Shape, bias: number): void {
  const bound = 1 / Math.sqrt(shape[shape.length - 1])
  setParameter(modules, call, self, 'weight', uniform(modules, call, shape, bound))
  if (call.truth('bias')) setParameter(modules, call, self, 'bias', uniform(modules, call, [bias], bound))
  else self.members.set('bias', NONE)
}

function linearInit(modules: Modules): LibraryMethod {
  return method('in_features, out_features, bias=True, device=_, dtype=_', (call, self) => {
    const [rows, columns] = [call.whole('out_features'), call.whole('in_features')]
    if (rows < 1 || columns < 1) call.refuse('nn.Linear takes at least one number, and gives at least one.')
    setWeights(modules, call, self, [rows, columns], rows)
    self.members.set('in_features', call.value('in_features'))
    self.members.set('out_features', call.value('out_features'))
    return NONE
  })
}

const linearForward = method('input', (call, self) => {
  const weight = tensorIn(self, 'weight')
  if (!weight) return call.refuse('This layer has no weight.')
  return linear(call, call.array('input'), weight, tensorIn(self, 'bias'))
})

function embeddingInit(modules: Modules): LibraryMethod {
  return method('num_embeddings, embedding_dim, padding_idx=None?, device=_, dtype=_', (call, self) => {
    const shape = [call.whole('num_embeddings'), call.whole('embedding_dim')]
    setParameter(modules, call, self, 'weight', modules.torch.drawn('normal', shape, call.at))
    return NONE
  })
}

const embeddingForward = method('input', (call, self) =>
  embedded(call, call.array('input'), self.members.get('weight') as PyNumber),
)

function layerNormInit(modules: Modules): LibraryMethod {
  return method('normalized_shape, eps=1e-5, elementwise_affine=True, bias=True, device=_, dtype=_', (call, self) => {
    const shape = call.wholes('normalized_shape')
    self.members.set('normalized_shape', new Tuple(shape.map((length) => numberOf(length, call.at, 'int'))))
    self.members.set('eps', call.value('eps'))
    const isAffine = call.truth('elementwise_affine')
    if (isAffine) setParameter(modules, call, self, 'weight', filled(shape, 1))
    if (isAffine && call.truth('bias')) setParameter(modules, call, self, 'bias', filled(shape, 0))
    return NONE
  })
}

/** What a layer that normalizes has besides its input. */
const normalizing = (self: Instance): Normalizing => ({
  eps: tensorIn(self, 'eps')?.value.entries[0] ?? 0,
  weight: tensorIn(self, 'weight'),
  bias: tensorIn(self, 'bias'),
})

const layerNormForward = method('input', (call, self) => {
  const x = call.array('input')
  const shape = tensorIn(self, 'weight')?.value.shape ?? wholes(self.members.get('normalized_shape'))
  return layerNorm(call, x, lastAxes(call, x, shape), normalizing(self))
})

const wholes = (value: PyValue | undefined): number[] =>
  value instanceof Tuple ? value.items.map((item) => (item as PyNumber).value.entries[0]) : []

/** Of a batch, by its own mean and variance; in `eval` mode it would need those that were collected. */
function batchNormInit(modules: Modules): LibraryMethod {
  return method('num_features, eps=1e-5, momentum=0.1, affine=True, track_running_stats=True', (call, self) => {
    const shape = [call.whole('num_features')]
    self.members.set('eps', call.value('eps'))
    if (!call.truth('affine')) return NONE
    setParameter(modules, call, self, 'weight', filled(shape, 1))
    setParameter(modules, call, self, 'bias', filled(shape, 0))
    return NONE
  })
}

const batchNormForward = method('input', (call, self) => {
  const x = call.array('input')
  if (isTraining(self, call).value.entries[0] === 0)
    call.refuse('BatchNorm in eval mode needs statistics of a training run, which is not read here.')
  if (rankOf(x) !== 2) call.refuse('BatchNorm1d is read for a matrix: a row for each sample.')
  return layerNorm(call, x, [0], normalizing(self))
})

/** Weights for each pair of channels and each place of a window, uniform as those of a linear layer. */
function convolutionInit(modules: Modules, axes: 1 | 2): LibraryMethod {
  return method(
    "in_channels, out_channels, kernel_size, stride=1, padding=0, dilation=1, groups=1?, bias=True, padding_mode='zeros'?, device=_, dtype=_",
    (call, self) => {
      const size = call.wholes('kernel_size')
      const window = size.length === 1 ? new Array<number>(axes).fill(size[0]) : size
      const shape = [call.whole('out_channels'), call.whole('in_channels'), ...window]
      const bound = 1 / Math.sqrt(shape.slice(1).reduce((product, length) => product * length, 1))
      setParameter(modules, call, self, 'weight', uniform(modules, call, shape, bound))
      if (call.truth('bias')) setParameter(modules, call, self, 'bias', uniform(modules, call, [shape[0]], bound))
      for (const name of ['stride', 'padding', 'dilation']) self.members.set(name, call.value(name))
      return NONE
    },
  )
}

const convolutionForward = (axes: 1 | 2): LibraryMethod =>
  method('input', (call, self) => {
    const of = windowFunctions.find(({ names }) => names.includes(`conv${axes}d`)) as LibraryFunction
    const positional = [call.value('input')]
    const own = ['weight', 'bias', 'stride', 'padding', 'dilation'].map((name): [string, PyValue] => [
      name,
      self.members.get(name) ?? NONE,
    ])
    return callOf(call.running, 'torch', `nn.Conv${axes}d`, of, { positional, keywords: new Map(own), at: call.at })
  })

/** Layers with parameters of their own. */
export function layers(running: Running, base: Class): Map<string, Class> {
  const modules = modulesOf(running)
  const layer = (name: string, __init__: LibraryMethod, forward: LibraryMethod): [string, Class] => [
    name,
    ofLibrary(libraryClass(running, name, [base], { __init__, forward })),
  ]
  return new Map([
    layer('Linear', linearInit(modules), linearForward),
    layer('Conv1d', convolutionInit(modules, 1), convolutionForward(1)),
    layer('Conv2d', convolutionInit(modules, 2), convolutionForward(2)),
    layer('Embedding', embeddingInit(modules), embeddingForward),
    layer('LayerNorm', layerNormInit(modules), layerNormForward),
    layer('BatchNorm1d', batchNormInit(modules), batchNormForward),
  ])
}

export const isTraining = (self: Instance, call: LibraryCall): PyNumber => {
  const training = self.members.get('training')
  return training instanceof PyNumber ? training : numberOf(1, call.at, 'bool')
}
