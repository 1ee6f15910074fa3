import type { Mode } from '../../autodiff/pass.ts'
import { type Granularity, type Position, type Shown, START } from '../../trace/position.ts'
import { type Seeds, UNIT_SEEDS } from '../seeds.ts'
import { PAGE, PROGRAM } from './belonging.ts'
import { asItIs, choice, linked, staying } from './choice.ts'
import { nameField, numberBetween, oneOf, text, whole } from './form.ts'

const SHOWN: readonly Shown[] = ['forward', 'reverse', 'compare']

const PLACE = {
  /** By which input forward mode differentiates, and which output reverse mode. */
  ...{ wrt: text, out: text },
  /** `primal`, the name of the seeded input or output, or `jvp`, `vjp` or `hvp` for a seed of the user’s own. */
  ...{ pass: text, step: whole },
  /** Terms of the next step that have arrived. */
  term: whole,
  /** The node that the pointer or the focus is on, by its name. */
  hand: nameField('node'),
  /** Seeds of the user’s own: of a Jacobian-vector product, of a vector-Jacobian product, the output of a Hessian-vector product. */
  ...{ jvp: text, vjp: text, hvp: text },
  /** Operations that each mode has done in a race. */
  race: whole,
}

/** Where playback stands. It takes the graph’s passes to say it and to go there (`state/linkPlace.ts`). */
export const place = {
  shown: staying('mode', oneOf(SHOWN), PAGE, 'compare'),
  /** The mode that the panels speak of in compare mode, while it has something to do. */
  preferred: choice<Mode>('reverse'),
  position: linked<Position, typeof PLACE>(START, { fields: PLACE, of: PAGE }),
  /** Said with the position. */
  seeds: linked<Seeds, Record<never, never>>(UNIT_SEEDS, { fields: {}, of: PROGRAM }),
}

/** How playback moves. */
export const pace = {
  /** What one press of “Next step” completes. */
  granularity: asItIs('granularity', oneOf<Granularity>(['pass', 'node', 'term']), PROGRAM, 'node'),
  /** Times the normal speed. */
  speed: asItIs('speed', numberBetween(0.25, 4), PROGRAM, 1),
}
