import type { Span } from '../../language/syntax.ts'
import type { Tensor } from '../../primitives/value.ts'
import { type Library, PyNumber } from '../values/numbered.ts'
import { Refusal } from '../values/refusal.ts'
import type { Gradients } from './gradients.ts'

interface Leaf {
  readonly name: string | null
  readonly value: Tensor
  readonly literal: Span | null
  readonly role: 'data' | 'param' | null
  readonly at: Span
}

/** A number or an array that derivatives are taken with respect to: an input, and `.grad` collects for it. */
export function leaf(gradients: Gradients, library: Library, given: Leaf): PyNumber {
  const { value } = given
  const made = new PyNumber(library, 'float', value, { kind: 'constant', at: given.at })
  becomeLeaf(gradients, made, given)
  return made
}

/** The same for a tensor that is there: `x.requires_grad_()`. */
function becomeLeaf(gradients: Gradients, tensor: PyNumber, { name, value, literal, role, at }: Leaf): void {
  const input = { name, at, literal, value, leaf: true, ...(role ? { role } : {}) }
  tensor.value = value
  tensor.origin = { kind: 'given', input, entry: [] }
  gradients.collectFor(tensor)
}

/**
 * A leaf is changed where it stands: from here on it is an input of its own, with the new numbers. One that has been computed
 * with was a parameter, whoever made it, since this is the step of a training.
 */
export function changeLeaf(
  gradients: Gradients,
  tensor: PyNumber,
  value: Tensor,
  literal: Span | null,
  at: Span,
): void {
  const { origin } = tensor
  const { running } = gradients
  if (origin.kind === 'given') {
    const { name, role = null } = origin.input
    becomeLeaf(gradients, tensor, { name, value, literal, role, at: origin.input.at })
    return
  }
  const line = origin.kind === 'traced' ? running.trace.lines[origin.value] : null
  if (origin.kind !== 'traced' || line?.kind !== 'input')
    throw new Refusal('This is no leaf, and cannot be given other numbers.', at)
  running.trace.lines[origin.value] = { ...line, input: { ...line.input, role: 'param' } }
  const name = gradients.nameOf(tensor, line.input.name)
  becomeLeaf(gradients, tensor, { name, value, literal, role: 'param', at })
  gradients.running.endLoop(TRAINS, at)
}

const TRAINS =
  'A training loop: its first round is shown, primal pass, adjoint pass and update, and the text is read up to here. The tab Train runs all rounds.'

/** Whether it is a leaf: an input of its own, not computed from others. */
export function isLeaf(gradients: Gradients, { origin }: PyNumber): boolean {
  if (origin.kind === 'given') return origin.input.leaf === true
  return origin.kind === 'traced' && gradients.running.trace.lines[origin.value].kind === 'input'
}

/** `x.requires_grad_()`, `p.requires_grad = False`: whether derivatives are taken with respect to a tensor. */
export function requireGradient(gradients: Gradients, tensor: PyNumber, required: boolean, at: Span): void {
  const { running } = gradients
  if (!required) {
    if (!gradients.collects(tensor)) return
    gradients.forget(tensor)
    tensor.origin = { kind: 'constant', at }
    return
  }
  if (tensor.dtype !== 'float')
    throw new Refusal('Only fractions can be differentiated: write these numbers with a point, as in 1.0.', at)
  if (gradients.collects(tensor) || gradients.isDifferentiated(tensor)) return
  const { origin, value } = tensor
  const { name, literal } = origin.kind === 'given' && origin.entry.length === 0 ? origin.input : UNNAMED
  const isUpdate = origin.kind === 'traced'
  becomeLeaf(gradients, tensor, { name, value, literal: literal ?? running.literalOf(tensor), role: null, at })
  if (isUpdate) running.endLoop(TRAINS, at)
}

const UNNAMED = { name: null, literal: null }
