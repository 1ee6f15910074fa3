import type { Span } from '../../language/syntax.ts'
import type { Tensor } from '../../primitives/value.ts'
import type { Running } from '../run/running.ts'
import type { Library } from '../values/numbered.ts'
import { PyNumber } from '../values/numbered.ts'
import { Refusal } from '../values/refusal.ts'
import { type Arguments, Callable, Instance, Nothing, type PyValue, Tuple } from '../values/values.ts'
import { hessianAt, jacobianAt, pulledBack } from './atPoint.ts'
import type { WantedInput } from './flat.ts'
import { type InputTree, inputTree, mapTree } from './inputTree.ts'
import { unread } from './unread.ts'

/** What is taken of a function: the gradient of a number, the whole Jacobian, or the sum of each column (of functions entry by entry). */
type Kind = 'gradient' | 'jacobian' | 'elementwise'

/** A derivative of a function, as a function. */
interface Derivative {
  readonly kind: Kind
  readonly of: PyValue
  /** By place, the arguments that derivatives are taken with respect to; a single number gives a single derivative. */
  readonly places: number | readonly number[]
  readonly hasAux: boolean
  readonly withValue: boolean
}

/** A function that was run at its arguments. */
interface Evaluation {
  readonly trees: readonly InputTree[]
  readonly output: PyNumber
  readonly result: PyValue
  readonly aux: PyValue | null
}

/** Derivatives of functions, as JAX and autograd ask for them: the function is run at its arguments, which become inputs. */
export class Transforms {
  readonly #running: Running
  readonly #library: Library
  readonly #derivatives = new WeakMap<PyValue, Derivative>()
  #depth = 0

  constructor(running: Running, library: Library) {
    this.#running = running
    this.#library = library
  }

  /** `grad(f)`: what it gives is a function of the same arguments. */
  derivative(name: string, derivative: Derivative): Callable {
    const callable = new Callable(name, (given) => this.#at(name, derivative, given))
    callable.parameters = parametersOf(derivative.of)
    this.#derivatives.set(callable, derivative)
    return callable
  }

  #at(name: string, derivative: Derivative, given: Arguments): PyValue {
    const { at } = given
    if (this.#depth > 0)
      throw new Refusal(
        `A derivative inside of a function that is differentiated itself is not read here: ask for ${name}(${name}(f)) of the function alone.`,
        at,
      )
    this.#running.endLoop(ROUND, at)
    const inner = this.#derivatives.get(derivative.of)
    if (inner) return this.#second(derivative, inner, given)
    const places = typeof derivative.places === 'number' ? [derivative.places] : derivative.places
    const run = this.#evaluate(derivative.of, places, derivative.hasAux, given)
    const derivatives = this.#firstOrder(derivative.kind, run, at)
    const found = typeof derivative.places === 'number' ? derivatives[0] : new Tuple(derivatives)
    const withAux = (value: PyValue): PyValue => (run.aux ? new Tuple([value, run.aux]) : value)
    return derivative.withValue ? new Tuple([withAux(run.result), found]) : withAux(found)
  }

  /** Runs the function with inputs in place of the arguments at these places, and asks for its derivatives. */
  #evaluate(of: PyValue, places: readonly number[], hasAux: boolean, given: Arguments): Evaluation {
    const { positional, at } = given
    const names = parametersOf(of) ?? []
    const arguments_ = [...positional]
    const trees = places.map((place) => {
      const argument = positional[place < 0 ? place + positional.length : place]
      if (argument === undefined)
        throw new Refusal(`The function is given ${positional.length} arguments by position, and none at ${place}.`, at)
      const tree = inputTree(this.#running, argument, names[place] ?? (place === 0 ? 'x' : `x${place + 1}`), at)
      arguments_[place] = tree.value
      return tree
    })
    this.#depth++
    const returned = this.#running.call(of, { ...given, positional: arguments_ })
    this.#depth--
    const result = hasAux && returned instanceof Tuple ? returned.items[0] : returned
    const aux = hasAux && returned instanceof Tuple ? returned.items[1] : null
    if (!(result instanceof PyNumber))
      throw new Refusal(
        `The function gives ${result instanceof Nothing ? 'nothing' : 'several values'}, and a derivative is of a number or an array.`,
        at,
      )
    const value = this.#running.trace.read(result, at)
    this.#running.ask({ name: nameOf(of), value, at })
    return { trees, output: result, result, aux }
  }

  #firstOrder(kind: Kind, { trees, output }: Evaluation, at: Span): PyValue[] {
    const { trace } = this.#running
    const { shape, entries } = output.value
    if (kind === 'gradient' && shape.length > 0)
      throw new Refusal(
        'The gradient is of a function that gives a number, and this one gives an array: take its sum, or its Jacobian with jacrev(f).',
        at,
      )
    const wanted = trees.flatMap(({ inputs }) => inputs.map((input) => this.#wanted(input, at)))
    const value = trace.read(output, at)
    const tensors =
      kind === 'jacobian'
        ? jacobianAt(trace, value, shape, wanted)
        : pulledBack(trace, value, { shape, entries: entries.map(() => 1) }, wanted)
    return this.#inPlaceOf(trees, tensors, at)
  }

  /** In the structure of the arguments; 0 where the output does not depend. */
  #inPlaceOf(trees: readonly InputTree[], tensors: readonly (Tensor | null)[], at: Span): PyValue[] {
    let next = 0
    return trees.map(({ value }) =>
      mapTree(value, '', at, (leaf) => {
        const tensor = tensors[next++]
        const { shape, entries } = leaf.value
        return this.#constant(tensor ?? { shape, entries: new Float64Array(entries.length) }, at)
      }),
    )
  }

  #wanted(input: PyNumber, at: Span): WantedInput {
    return { value: this.#running.trace.read(input, at), tensor: input.value }
  }

  #constant(value: Tensor, at: Span): PyNumber {
    return new PyNumber(this.#library, 'float', value, { kind: 'constant', at })
  }

  /** Second order: the function itself is shown, whose Hessian the page has; its number is computed. */
  #second(outer: Derivative, inner: Derivative, given: Arguments): PyValue {
    const { at } = given
    const isDeep = this.#derivatives.has(inner.of)
    const base = this.#innermost(inner.of)
    const run = this.#evaluate(base, [typeof outer.places === 'number' ? outer.places : outer.places[0]], false, given)
    this.#running.remark(
      `The graph is of ${nameOf(base)} itself. Its second derivatives stand in the tab Jacobian, under second order.`,
      at,
    )
    const [input, ...others] = run.trees[0].inputs
    const isRead =
      !isDeep &&
      others.length === 0 &&
      input === run.trees[0].value &&
      outer.places === inner.places &&
      run.output.value.shape.length === 0 &&
      !outer.withValue &&
      !inner.withValue &&
      (outer.kind === 'jacobian' || input.value.shape.length === 0)
    if (!isRead)
      return unread(
        this.#library,
        'The value of this derivative of a derivative is not computed here. Use it in print only.',
        at,
      )
    const { trace } = this.#running
    const hessian = hessianAt(trace, trace.read(run.output, at), this.#wanted(input, at))
    return this.#constant(hessian, at)
  }

  #innermost(of: PyValue): PyValue {
    const inner = this.#derivatives.get(of)
    return inner ? this.#innermost(inner.of) : of
  }

  /** `jvp(f, primals, tangents)`: the value, and what it changes by along the tangents. */
  pushed(of: PyValue, primals: readonly PyValue[], tangents: readonly PyValue[], at: Span): Tuple {
    const run = this.#run(of, primals, at)
    const { shape } = run.output.value
    const wanted = run.trees.map(({ inputs }) => this.#wanted(inputs[0], at))
    const blocks = jacobianAt(this.#running.trace, this.#running.trace.read(run.output, at), shape, wanted)
    const entries = new Float64Array(run.output.value.entries.length)
    for (const [k, { entries: block }] of blocks.entries()) {
      const tangent = tangentOf(tangents[k], wanted[k].tensor, at)
      for (const row of entries.keys())
        for (const [column, x] of tangent.entries()) entries[row] += block[row * tangent.length + column] * x
    }
    this.#running.remark('A tangent pass of your own seed gives this: type it where forward mode is shown.', at)
    return new Tuple([run.result, this.#constant({ shape, entries }, at)])
  }

  /** `vjp(f, *primals)`: the value, and a function that pulls a seed back. */
  pulled(of: PyValue, primals: readonly PyValue[], at: Span): Tuple {
    const run = this.#run(of, primals, at)
    const pull = new Callable('vjp', ({ positional: [seed], at: where }) => {
      const { trace } = this.#running
      const { shape } = run.output.value
      const wanted = run.trees.flatMap(({ inputs }) => inputs.map((input) => this.#wanted(input, where)))
      const entries = tangentOf(seed, run.output.value, where)
      const tensors = pulledBack(trace, trace.read(run.output, where), { shape, entries }, wanted)
      this.#running.remark('An adjoint pass of your own seed gives this: type it where reverse mode is shown.', where)
      return new Tuple(this.#inPlaceOf(run.trees, tensors, where))
    })
    return new Tuple([run.result, pull])
  }

  #run(of: PyValue, primals: readonly PyValue[], at: Span): Evaluation {
    if (this.#derivatives.has(of))
      throw new Refusal(
        'This takes a derivative of a derivative, which is read for grad, jacfwd, jacrev and hessian.',
        at,
      )
    const places = primals.map((_, place) => place)
    return this.#evaluate(of, places, false, { positional: primals, keywords: new Map(), at })
  }
}

const ROUND =
  'The loop is shown for its first round, since each asks for derivatives: primal pass, adjoint pass and what is done with it. The text is read up to here; the tab Train runs all rounds.'

const parametersOf = (of: PyValue): readonly string[] | undefined =>
  of instanceof Callable ? of.parameters : undefined

const nameOf = (of: PyValue): string =>
  (of instanceof Callable ? (of.shown ?? of.name) : of instanceof Instance ? of.class.name : '').replace(
    /^.*[.<>\s]|^lambda$/,
    '',
  ) || 'f'

function tangentOf(value: PyValue | undefined, like: Tensor, at: Span): Float64Array {
  const entries = value instanceof PyNumber ? value.value.entries : null
  if (!entries || entries.length !== like.entries.length)
    throw new Refusal('The seed must be an array of the same shape.', at)
  return entries
}
