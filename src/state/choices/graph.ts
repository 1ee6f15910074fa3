import type { ProgramLanguage, Value } from '../../core.ts'
import { PROGRAM } from './belonging.ts'
import { asItIs, flag, linked, setOf } from './choice.ts'
import { compactNumber, listOf, oneOf, text, whole } from './form.ts'

/** The program. It is taken up by `edit`, not with the other choices. */
export const program = {
  source: linked('', {
    ...{ fields: { program: text }, of: { ...PROGRAM, isDecided: () => false } },
    says: (program) => ({ program }),
  }),
}

/** How its graph is built. */
export const graph = {
  /** Which other topological order the tape has; null is its own. */
  order: linked<number | null, { readonly order: typeof whole }>(null, {
    ...{ fields: { order: whole }, of: PROGRAM },
    says: (order) => ({ order: order ?? undefined }),
  }),
  /** Whether arrays are written out as numbers, as far as there is room. */
  unrolled: flag('unrolled', PROGRAM, false),
  /** Whether data are differentiated too: each of their entries then takes a pass of forward mode. */
  data: flag('data', PROGRAM, false),
  /** Places of the modules and operations that are opened in the graph. */
  open: setOf('open', listOf(compactNumber), PROGRAM),
  /** Whether equal subexpressions are one node. */
  shareSubexpressions: flag('shared', PROGRAM, true),
}

/** What the program is read as. */
export const reading = {
  /** Set by hand; null where it is what the text looks like. */
  reading: asItIs('lang', oneOf<ProgramLanguage>(['python', 'gradual']), PROGRAM, null),
  /**
   * Values that inputs have instead of those in the text: what training has found, and in Python what no literal says.
   * Links say the latter (`state/linkValues.ts`).
   */
  point: linked<Readonly<Record<string, Value>>, { readonly values: typeof text }>(
    {},
    {
      ...{ fields: { values: text }, of: PROGRAM },
    },
  ),
}
