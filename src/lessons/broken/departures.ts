import { DEPARTED, DEPARTURE_TOKENS, type DepartureToken } from '../../autodiff/choices/departed.ts'
import type { SweepDecision } from '../../autodiff/choices/sweepChoices.ts'
import type { Mode } from '../../autodiff/pass.ts'
import { END_NAMES, PASS_NAMES } from '../../notation/modes.ts'

/** What is said of a choice other than the engine’s. */
interface Departure {
  /** Among the choices. */
  readonly title: string
  /** What is done, after “This engine”. */
  readonly does: string
  /** Why a node gets another number. */
  readonly why: (node: string, mode: Mode) => string
}

const comesBack = (mode: Mode): string => (mode === 'reverse' ? 'comes back' : 'arrives')

/** Every other choice, as a bug that an engine may have. */
export const DEPARTURES: Readonly<Record<DepartureToken, Departure>> = {
  assigns: {
    title: 'the last one stays (assign)',
    does: 'assigns instead of adding',
    why: (node, mode) =>
      `More than one contribution ${comesBack(mode)} to ${node}, and each took the place of the one before. They have to be added.`,
  },
  early: {
    title: 'nearest to the seed first',
    does: 'visits the nodes nearest to the seed first',
    why: (node, mode) =>
      mode === 'reverse'
        ? `${node} was visited before all the nodes that read it, so that its sum is not complete. It has to wait for every one of them.`
        : `${node} was visited before all its operands had their tangents. It has to wait for every one of them.`,
  },
  opposite: {
    title: 'the other way round',
    does: 'visits the nodes in the opposite order',
    why: (node, mode) =>
      mode === 'reverse'
        ? `${node} was visited before the nodes that read it: nothing had come back yet. Adjoints go from the output to the inputs.`
        : `${node} was visited before its operands: nothing had arrived yet. Tangents go from the inputs to the outputs.`,
  },
  unseeded: {
    title: 'nothing',
    does: 'forgets the seed',
    why: (node, mode) =>
      `${node} is where the pass starts, and its ${PASS_NAMES[mode]} is the seed: 1, its derivative by itself. Without it everything is 0.`,
  },
  everywhere: {
    title: 'a 1 at every end',
    does: 'seeds every end at once',
    why: (node, mode) =>
      `More than one ${END_NAMES[mode]} was seeded, and ${node} has the derivatives of all of them in one sum. A pass has one seed.`,
  },
  other: {
    title: 'the other operand’s',
    does: 'takes the other operand’s partial',
    why: (node) =>
      `The local partials of two operands were exchanged on the way to ${node}. Of u·v, the partial by u is v, and the one by v is u.`,
  },
  skipped: {
    title: 'none',
    does: 'leaves the local partial out',
    why: (node, mode) =>
      `What ${comesBack(mode)} to ${node} was handed on as it is. The chain rule multiplies it by the local partial of each edge.`,
  },
  stale: {
    title: 'those of the run before, each input 1 lower',
    does: 'reads stale values: those of the run before, in which each input was 1 lower',
    why: (node) =>
      `A local partial on the way to ${node} was computed from the values of the run before. It has to read the values of this run.`,
  },
  forgetful: {
    title: 'the inputs only, 0 for the rest',
    does: 'keeps the inputs only, and reads 0 for every other value',
    why: (node) =>
      `A local partial on the way to ${node} reads a value that was computed and not kept. What partials read has to be kept, or computed again.`,
  },
  unsummed: {
    title: 'the first copy’s only',
    does: 'forgets to sum over what broadcasting has copied',
    why: (node) =>
      `${node} was copied by broadcasting, and only what came back to the first copy was kept. Each copy sends something back, and ${node} gets the sum.`,
  },
}

/** What is decided, and the engine’s own choice. */
export const DECISIONS: readonly {
  readonly decision: SweepDecision
  readonly title: string
  readonly right: string
}[] = [
  { decision: 'order', title: 'Order of the nodes', right: 'each after all that it waits for' },
  { decision: 'seed', title: 'Seed', right: 'a 1 at one end' },
  { decision: 'sums', title: 'Contributions that meet', right: 'add up' },
  { decision: 'partial', title: 'Local partial', right: 'the edge’s own' },
  { decision: 'kept', title: 'Values that partials read', right: 'those of this run, all kept' },
  { decision: 'broadcast', title: 'What comes back to copies', right: 'the sum over them' },
]

/** The other choices that there are for a decision. */
export const departuresFrom = (decision: SweepDecision): DepartureToken[] =>
  DEPARTURE_TOKENS.filter((token) => decision in DEPARTED[token])

export const isDeparture = (token: string): token is DepartureToken => Object.hasOwn(DEPARTURES, token)
