import type { Mode, Numbers, Primal } from '../autodiff/pass.ts'
import { type PassList, passes, seededPass } from './passes.ts'

/** The primal pass and a single one with a seed of the user's own, which goes by no input's or output's name. */
export function ownPass(primal: Primal, mode: Mode, seed: Readonly<Numbers>): PassList {
  const units = passes(primal, mode)
  const own = { ...seededPass(primal, mode, seed), seed: null }
  return { ...units, of: 'own', count: 2, get: (index) => (index === 1 ? own : units.get(0)), seedOf: () => null }
}
