import { RIGHT_SWEEP, type SweepChoices } from './sweepChoices.ts'

/** Every choice of a sweep other than the engine’s, by the word that keys and links have for it. */
export const DEPARTED = {
  assigns: { sums: 'assign' },
  early: { order: 'breadth' },
  opposite: { order: 'opposite' },
  unseeded: { seed: 'zero' },
  everywhere: { seed: 'every' },
  other: { partial: 'other' },
  skipped: { partial: 'skipped' },
  stale: { kept: 'stale' },
  forgetful: { kept: 'inputs' },
  unsummed: { broadcast: 'first' },
} as const satisfies Readonly<Record<string, Partial<SweepChoices>>>

export type DepartureToken = keyof typeof DEPARTED

export const DEPARTURE_TOKENS = Object.keys(DEPARTED) as readonly DepartureToken[]

/** The engine’s choices but for these. */
export const choicesWith = (tokens: readonly DepartureToken[]): SweepChoices =>
  Object.assign({ ...RIGHT_SWEEP }, ...tokens.map((token) => DEPARTED[token]))
