import { LibraryCall } from '../library/call.ts'
import { bind, signature } from '../library/signature.ts'
import type { Running } from '../run/running.ts'
import type { Library } from '../values/numbered.ts'
import { PyNumber } from '../values/numbered.ts'
import { Callable, type PyValue, type Tuple } from '../values/values.ts'
import { Transforms } from './transforms.ts'

type Made = (call: LibraryCall, transforms: Transforms) => PyValue

/** Functions that make derivatives of functions, in a library, by name. */
function transformations(
  running: Running,
  library: Library,
  prefix: string,
  functions: Readonly<Record<string, readonly [parameters: string, does: Made]>>,
): Map<string, PyValue> {
  const transforms = new Transforms(running, library)
  return new Map(
    Object.entries(functions).map(([name, [parameters, does]]): [string, PyValue] => {
      const callee = `${prefix}.${name}`
      const known = signature(parameters)
      return [
        name,
        new Callable(callee, (given) =>
          does(new LibraryCall(running, library, callee, bind(callee, known, given), given.at), transforms),
        ),
      ]
    }),
  )
}

/** One place, or several. */
function places(call: LibraryCall, name: string): number | readonly number[] {
  const value = call.value(name)
  return value instanceof PyNumber ? call.whole(name) : call.wholes(name)
}

type Kind = Parameters<Transforms['derivative']>[1]['kind']

const derivative =
  (name: string, kind: Kind, { withValue = false, fun = 'fun', argnums = 'argnums' } = {}): Made =>
  (call, transforms) =>
    transforms.derivative(name, {
      kind,
      of: call.value(fun),
      places: places(call, argnums),
      hasAux: call.has('has_aux') && call.truth('has_aux'),
      withValue,
    })

/** The Hessian is the Jacobian of the Jacobian. */
const hessian: Made = (call, transforms) => {
  const common = { kind: 'jacobian', places: places(call, 'argnums'), hasAux: false, withValue: false } as const
  const inner = transforms.derivative('hessian', { ...common, of: call.value('fun') })
  return transforms.derivative('hessian', { ...common, of: inner })
}

const items = (call: LibraryCall, name: string): readonly PyValue[] => call.running.items(call.value(name), call.at)

const jvp: Made = (call, transforms) =>
  transforms.pushed(call.value('fun'), items(call, 'primals'), items(call, 'tangents'), call.at)

const vjp: Made = (call, transforms) =>
  transforms.pulled(call.value('fun'), (call.value('primals') as Tuple).items, call.at)

const ARGNUMS = 'fun, argnums=0, has_aux=False, holomorphic=False?'

/** `jax.grad` and its kin. */
export const jaxDerivatives = (running: Running): Map<string, PyValue> =>
  transformations(running, 'jax', 'jax', {
    grad: [`${ARGNUMS}, allow_int=False?`, derivative('grad', 'gradient')],
    value_and_grad: [`${ARGNUMS}, allow_int=False?`, derivative('value_and_grad', 'gradient', { withValue: true })],
    jacfwd: [ARGNUMS, derivative('jacfwd', 'jacobian')],
    jacrev: [ARGNUMS, derivative('jacrev', 'jacobian')],
    jacobian: [ARGNUMS, derivative('jacobian', 'jacobian')],
    hessian: ['fun, argnums=0, has_aux=False?, holomorphic=False?', hessian],
    jvp: ['fun, primals, tangents, has_aux=False?', jvp],
    vjp: ['fun, *primals', vjp],
  })

const ARGNUM = 'fun, argnum=0'
const byArgnum = { argnums: 'argnum' }

/** `autograd.grad` and its kin. */
export const autogradDerivatives = (running: Running): Map<string, PyValue> =>
  transformations(running, 'numpy', 'autograd', {
    grad: [ARGNUM, derivative('grad', 'gradient', byArgnum)],
    value_and_grad: [ARGNUM, derivative('value_and_grad', 'gradient', { ...byArgnum, withValue: true })],
    elementwise_grad: [ARGNUM, derivative('elementwise_grad', 'elementwise', byArgnum)],
    jacobian: [ARGNUM, derivative('jacobian', 'jacobian', byArgnum)],
    hessian: ['fun, argnums=0', hessian],
  })

/** `torch.func.grad` and its kin. */
export const torchFuncDerivatives = (running: Running): Map<string, PyValue> =>
  transformations(running, 'torch', 'torch.func', {
    grad: ['func, argnums=0, has_aux=False', derivative('grad', 'gradient', { fun: 'func' })],
    jacfwd: ['func, argnums=0, has_aux=False', derivative('jacfwd', 'jacobian', { fun: 'func' })],
    jacrev: ['func, argnums=0, has_aux=False', derivative('jacrev', 'jacobian', { fun: 'func' })],
  })

const atOnce =
  (of: 'jacobian' | 'hessian'): Made =>
  (call, transforms) => {
    const inputs = call.value('inputs')
    const isOne = inputs instanceof PyNumber
    const positional = isOne ? [inputs] : items(call, 'inputs')
    const common = { kind: 'jacobian', hasAux: false, withValue: false } as const
    const first = { ...common, of: call.value('func'), places: isOne ? 0 : positional.map((_, place) => place) }
    const inner = transforms.derivative(of, first)
    const whole = of === 'jacobian' ? inner : transforms.derivative(of, { ...first, of: inner })
    return call.running.call(whole, { positional, keywords: new Map(), at: call.at })
  }

/** `torch.autograd.functional` */
export const torchFunctionals = (running: Running): Map<string, PyValue> =>
  transformations(running, 'torch', 'torch.autograd.functional', {
    jacobian: ['func, inputs, create_graph=False?, strict=False?, vectorize=_, strategy=_', atOnce('jacobian')],
    hessian: [
      'func, inputs, create_graph=False?, strict=False?, vectorize=_, outer_jacobian_strategy=_',
      atOnce('hessian'),
    ],
  })
