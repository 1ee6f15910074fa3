import { torchFuncDerivatives } from '../../derivatives/jax.ts'
import type { Running } from '../../run/running.ts'
import type { Dtype } from '../../values/numbered.ts'
import { Callable, Kind, Namespace, type PyValue, Text } from '../../values/values.ts'
import { numberOf } from '../numbers.ts'
import type { LibraryFunction } from '../table.ts'
import { autogradNamespace } from './autograd.ts'
import { creation } from './creation.ts'
import { choosing, elementwise } from './elementwise.ts'
import { activations } from './functional/activations.ts'
import { layerFunctions } from './functional/linear.ts'
import { losses } from './functional/losses.ts'
import { windowFunctions } from './functional/windows.ts'
import { joining } from './joining.ts'
import { linalg, special } from './linalg.ts'
import { linearAlgebra } from './linearAlgebra.ts'
import { containers } from './nn/containers.ts'
import { functionClasses } from './nn/functionClasses.ts'
import { initialisation } from './nn/init.ts'
import { layers } from './nn/layers.ts'
import { moduleClass } from './nn/moduleClass.ts'
import { parameterFunction } from './nn/parameter.ts'
import { gradientClipping } from './nn/utils.ts'
import { gradientModes } from './noGrad.ts'
import { optimizers } from './optim/optimizers.ts'
import { einsums, products } from './products.ts'
import { reductions } from './reductions.ts'
import { selecting } from './selecting.ts'
import { settings } from './settings.ts'
import { shaping } from './shaping.ts'
import { torchFunctions } from './torchTable.ts'

const KINDS: Readonly<Record<string, Dtype>> = {
  ...{ float: 'float', float32: 'float', float64: 'float', double: 'float', float16: 'float', half: 'float' },
  ...{ bfloat16: 'float', int: 'int', int8: 'int', uint8: 'int', int16: 'int', short: 'int', int32: 'int' },
  ...{ int64: 'int', long: 'int', bool: 'bool' },
}

const nowhere = { from: 0, to: 0 }

const NUMBERS: Readonly<Record<string, number>> = {
  pi: Math.PI,
  e: Math.E,
  inf: Number.POSITIVE_INFINITY,
  nan: Number.NaN,
}

/** Functions that `torch` and `torch.nn.functional` both have; those of the latter know more. */
const shared: readonly LibraryFunction[] = activations.filter(({ names }) =>
  names.some((name) => ['selu', 'celu', 'prelu', 'dropout'].includes(name)),
)

/** PyTorch: `torch` and its parts, by the paths that programs import. */
export function torchModules(running: Running): ReadonlyMap<string, Namespace> {
  const functions = (prefix: string, ...tables: (readonly LibraryFunction[])[]): Map<string, PyValue> =>
    torchFunctions(running, prefix, tables.flat())
  const parts = {
    nn: neural(running, functions),
    optim: new Namespace('torch.optim', optimizers(running)),
    autograd: autogradNamespace(running),
    linalg: new Namespace('torch.linalg', functions('torch.linalg', linalg)),
    special: new Namespace('torch.special', functions('torch.special', special)),
    func: new Namespace('torch.func', torchFuncDerivatives(running)),
  }
  const members = new Map<string, PyValue>([
    ...functions('torch', elementwise, choosing, reductions, shaping, selecting, joining, products, einsums),
    ...functions('torch', linearAlgebra, creation, settings, shared),
    ...Object.entries(KINDS).map(([name, dtype]): [string, PyValue] => [name, new Kind(name, dtype)]),
    ...Object.entries(NUMBERS).map(([name, x]): [string, PyValue] => [name, numberOf(x, nowhere)]),
    ...gradientModes(running),
    ...Object.entries(parts),
    [
      'cuda',
      new Namespace(
        'torch.cuda',
        new Map([['is_available', new Callable('torch.cuda.is_available', ({ at }) => numberOf(0, at, 'bool'))]]),
      ),
    ],
    ['strided', new Text('strided')],
  ])
  return new Map([['torch', new Namespace('torch', members)], ...Object.values(parts).flatMap(withParts)])
}

/** A part by its path, and the parts within. */
const withParts = (part: Namespace): [string, Namespace][] => [
  [part.name, part],
  ...[...part.members.values()].flatMap((inner) => (inner instanceof Namespace ? withParts(inner) : [])),
]

/** `torch.nn`, with `functional`, `init`, `parameter` and `utils` in it. */
function neural(
  running: Running,
  functions: (prefix: string, ...tables: (readonly LibraryFunction[])[]) => Map<string, PyValue>,
): Namespace {
  const base = moduleClass(running)
  const parameter = parameterFunction(running)
  const functional = new Namespace(
    'torch.nn.functional',
    functions('F', activations, losses, layerFunctions, windowFunctions),
  )
  const init = new Namespace('torch.nn.init', functions('nn.init', initialisation))
  return new Namespace(
    'torch.nn',
    new Map<string, PyValue>([
      ['Module', base],
      ['Parameter', parameter],
      ...containers(running, base),
      ...layers(running, base),
      ...functionClasses(running, base),
      ['functional', functional],
      ['init', init],
      ['utils', new Namespace('torch.nn.utils', functions('nn.utils', gradientClipping))],
      ['parameter', new Namespace('torch.nn.parameter', new Map([['Parameter', parameter]]))],
    ]),
  )
}
