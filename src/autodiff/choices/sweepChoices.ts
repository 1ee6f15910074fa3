/** What a sweep decides, the right way first. */
export const SWEEP_CHOICES = {
  /** In which order nodes are visited: each after all that it waits for, by the fewest edges from the seed, or the other way round. */
  order: ['topological', 'breadth', 'opposite'],
  /** What it starts from: a 1 at one end, nothing, or a 1 at every end. */
  seed: ['one', 'zero', 'every'],
  /** What becomes of the contributions that meet in one place. */
  sums: ['add', 'assign'],
  /** Which local partial a contribution is multiplied by: its edge’s own, the other operand’s, or none. */
  partial: ['own', 'other', 'skipped'],
  /** Which values the local partials read: this run’s, those of the run before (each input 1 lower), or the inputs’ alone. */
  kept: ['values', 'stale', 'inputs'],
  /** What comes back to an operand that broadcasting has repeated: the sum over its copies, or what the first of them gets. */
  broadcast: ['sum', 'first'],
} as const

type Decisions = typeof SWEEP_CHOICES
export type SweepDecision = keyof Decisions

/** The choices of one sweep. */
export type SweepChoices = { readonly [D in SweepDecision]: Decisions[D][number] }

/** Those of the engine. */
export const RIGHT_SWEEP: SweepChoices = {
  ...{ order: 'topological', seed: 'one', sums: 'add' },
  ...{ partial: 'own', kept: 'values', broadcast: 'sum' },
}
