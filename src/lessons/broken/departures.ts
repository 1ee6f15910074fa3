import { RIGHT_SWEEP, type SweepChoices, type SweepDecision } from '../../autodiff/choices/sweepChoices.ts'
import type { Mode } from '../../autodiff/pass.ts'

/** One choice of a sweep other than the engine’s. */
export interface Departure {
  /** In keys and links. */
  readonly token: string
  readonly decision: SweepDecision
  readonly choices: Partial<SweepChoices>
  /** What is done, after “This engine”. */
  readonly does: string
  /** Why a node gets another number. */
  readonly why: (node: string, mode: Mode) => string
}

const comesBack = (mode: Mode): string => (mode === 'reverse' ? 'comes back' : 'arrives')
const word = (mode: Mode): string => (mode === 'reverse' ? 'adjoint' : 'tangent')

/** Every other choice, as a bug that an engine may have. */
export const DEPARTURES: readonly Departure[] = [
  {
    ...{ token: 'assigns', decision: 'sums', choices: { sums: 'assign' } },
    does: 'assigns instead of adding',
    why: (node, mode) =>
      `More than one contribution ${comesBack(mode)} to ${node}, and each took the place of the one before. They have to be added.`,
  },
  {
    ...{ token: 'early', decision: 'order', choices: { order: 'breadth' } },
    does: 'visits the nodes nearest to the seed first',
    why: (node, mode) =>
      mode === 'reverse'
        ? `${node} was visited before all the nodes that read it, so that its sum is not complete. It has to wait for every one of them.`
        : `${node} was visited before all its operands had their tangents. It has to wait for every one of them.`,
  },
  {
    ...{ token: 'opposite', decision: 'order', choices: { order: 'opposite' } },
    does: 'visits the nodes in the opposite order',
    why: (node, mode) =>
      mode === 'reverse'
        ? `${node} was visited before the nodes that read it: nothing had come back yet. Adjoints go from the output to the inputs.`
        : `${node} was visited before its operands: nothing had arrived yet. Tangents go from the inputs to the outputs.`,
  },
  {
    ...{ token: 'unseeded', decision: 'seed', choices: { seed: 'zero' } },
    does: 'forgets the seed',
    why: (node, mode) =>
      `${node} is where the pass starts, and its ${word(mode)} is the seed: 1, its derivative by itself. Without it everything is 0.`,
  },
  {
    ...{ token: 'everywhere', decision: 'seed', choices: { seed: 'every' } },
    does: 'seeds every end at once',
    why: (node, mode) =>
      `More than one ${mode === 'reverse' ? 'output' : 'input'} was seeded, and ${node} has the derivatives of all of them in one sum. A pass has one seed.`,
  },
  {
    ...{ token: 'other', decision: 'partial', choices: { partial: 'other' } },
    does: 'takes the other operand’s partial',
    why: (node) =>
      `The local partials of two operands were exchanged on the way to ${node}. Of u·v, the partial by u is v, and the one by v is u.`,
  },
  {
    ...{ token: 'skipped', decision: 'partial', choices: { partial: 'skipped' } },
    does: 'leaves the local partial out',
    why: (node, mode) =>
      `What ${comesBack(mode)} to ${node} was handed on as it is. The chain rule multiplies it by the local partial of each edge.`,
  },
  {
    ...{ token: 'stale', decision: 'kept', choices: { kept: 'stale' } },
    does: 'reads stale values: those of the run before, in which each input was 1 lower',
    why: (node) =>
      `A local partial on the way to ${node} was computed from the values of the run before. It has to read the values of this run.`,
  },
  {
    ...{ token: 'forgetful', decision: 'kept', choices: { kept: 'inputs' } },
    does: 'keeps the inputs only, and reads 0 for every other value',
    why: (node) =>
      `A local partial on the way to ${node} reads a value that was computed and not kept. What partials read has to be kept, or computed again.`,
  },
  {
    ...{ token: 'unsummed', decision: 'broadcast', choices: { broadcast: 'first' } },
    does: 'forgets to sum over what broadcasting has copied',
    why: (node) =>
      `${node} was copied by broadcasting, and only what came back to the first copy was kept. Each copy sends something back, and ${node} gets the sum.`,
  },
]

export const departureNamed = (token: string): Departure | undefined => DEPARTURES.find((each) => each.token === token)

/** The engine’s choices but for these. */
export const choicesWith = (tokens: Iterable<string>): SweepChoices =>
  Object.assign({ ...RIGHT_SWEEP }, ...Array.from(tokens, (token) => departureNamed(token)?.choices))
