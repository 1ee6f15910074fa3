import type { Model } from '../../costs/model.ts'
import { PROGRAM, tabOf } from './belonging.ts'
import { asItIs, linked } from './choice.ts'
import { numberBetween, oneOf, wholeFrom } from './form.ts'
import { sectionOf } from './sections.ts'

const COST = tabOf('cost')
const PARTIALS = { partials: oneOf(['anew']) }

/** What is counted, and how. */
export const cost = {
  /** Whether partials are kept with the tape or evaluated in each pass, which a race counts too. */
  costPartials: linked<NonNullable<Model['partials']>, typeof PARTIALS>('kept', {
    ...{ fields: PARTIALS, of: PROGRAM },
    says: (partials) => ({ partials: partials === 'kept' ? undefined : 'anew' }),
    means: ({ partials }) => (partials ? 'each pass' : 'kept'),
  }),
  /** The part of the tape that checkpointing may store. */
  costStored: asItIs('stored', numberBetween(0, 1), COST, 1),
  /** Directions of a mode that travel together; null are as many as there is room for. */
  costTangents: asItIs('tangents', wholeFrom(1), COST, null),
  costAdjoints: asItIs('adjoints', wholeFrom(1), COST, null),
}

export const costSection = sectionOf('cost')
