import type { Direction } from '../../layout/layout.ts'
import type { Definitions } from '../../picture/structure.ts'
import { PANES } from '../../trace/position.ts'
import { PAGE, PROGRAM } from './belonging.ts'
import { asItIs, linked, staying } from './choice.ts'
import { nameField, numberBetween, oneOf } from './form.ts'

const THEMES = ['light', 'dark', 'projector'] as const
export type Theme = (typeof THEMES)[number]

/** The part of the graph that the user looks at. */
export interface Sight {
  /** In parts of the reading size. */
  readonly zoom: number
  /** The node in the middle, by its name on the tape; null where none is named. */
  readonly at: string | null
}

const SEEN = { zoom: numberBetween(0.001, 100), at: nameField('node') }

/** How things are looked at. */
export const drawing = {
  /** null follows the system. */
  theme: { ...staying('theme', oneOf(THEMES), PAGE, null), kept: oneOf(THEMES) },
  /** How both modes share the stage; null chooses what reads best. */
  panes: asItIs('panes', oneOf(PANES), PROGRAM, null),
  /** Whether constants stand in the operations that read them, or are nodes. */
  constants: asItIs('constants', oneOf<'nodes'>(['nodes']), PROGRAM, 'inside'),
  /** Whether definitions are lines, or all their nodes are drawn; null chooses nodes if these fit. */
  definitions: asItIs('definitions', oneOf<Definitions>(['lines', 'nodes']), PROGRAM, null),
  /** null chooses what suits the pane's shape. */
  direction: asItIs('direction', oneOf<Direction>(['right', 'up']), PROGRAM, null),
  /** null leaves what is seen to the picture, which shows all of it or follows the step. */
  sight: linked<Sight | null, typeof SEEN>(null, {
    ...{ fields: SEEN, of: PROGRAM },
    says: (sight) => ({ zoom: sight?.zoom, at: sight?.at ?? undefined }),
  }),
}
