import { later } from '../../../state/later.ts'

/** Formulas come after the first graph, whose primal pass needs none. */
export const formulas = later('What writes formulas on edges', () => import('../../../notation/partials.ts'))
