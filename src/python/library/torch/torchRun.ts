import type { Span } from '../../../language/syntax.ts'
import { Normal, Uniform } from '../../../primitives/random.ts'
import { type Shape, sizeOf } from '../../../primitives/shape.ts'
import type { Tensor } from '../../../primitives/value.ts'
import { type Gradients, gradientsOf } from '../../derivatives/gradients.ts'
import type { Running } from '../../run/running.ts'
import { type Dtype, PyNumber } from '../../values/numbered.ts'

/** PyTorch in one run of a program: what is common to all its functions. */
export class TorchRun {
  readonly running: Running
  readonly gradients: Gradients
  #normal = new Normal(0)
  #uniform = new Uniform(0)
  readonly #noted = new Set<string>()

  constructor(running: Running) {
    this.running = running
    this.gradients = gradientsOf(running)
  }

  /** The stretch of text that writes a tensor’s numbers: of `torch.tensor([1.0, 2.0])` the list. */
  literalOf(tensor: PyNumber): Span | null {
    return this.#literals.get(tensor) ?? this.running.literalOf(tensor)
  }

  setLiteral(tensor: PyNumber, literal: Span | null): PyNumber {
    if (literal) this.#literals.set(tensor, literal)
    return tensor
  }
  readonly #literals = new WeakMap<PyNumber, Span>()

  /** Said once in a run. */
  noteOnce(message: string, at: Span): void {
    if (!this.#noted.has(message)) this.running.remark(message, at)
    this.#noted.add(message)
  }

  seed(seed: number): void {
    this.#normal = new Normal(seed)
    this.#uniform = new Uniform(seed)
  }

  /** Drawn numbers, each run the same: normal, or uniform from 0 to 1. They are not those that PyTorch draws. */
  drawn(distribution: 'normal' | 'uniform', shape: Shape, at: Span): Tensor {
    this.noteOnce('Random numbers are drawn here by Gradual, the same in each run; the library draws others.', at)
    const source = distribution === 'normal' ? this.#normal : this.#uniform
    return { shape, entries: new Float64Array(sizeOf(shape)).map(() => source.next()) }
  }
}

const runs = new WeakMap<Running, TorchRun>()

/** PyTorch of this run. */
export function torchOf(running: Running): TorchRun {
  const known = runs.get(running) ?? new TorchRun(running)
  runs.set(running, known)
  return known
}

/** A tensor that no input acts on. */
export const tensorWith = (value: Tensor, at: Span, dtype: Dtype = 'float'): PyNumber =>
  new PyNumber('torch', dtype, value, { kind: 'constant', at })
