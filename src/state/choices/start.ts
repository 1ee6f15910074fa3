import { type Choices, choiceNames, recordOf } from './all.ts'
import type { KeptForm } from './form.ts'

/*
 * What the first picture needs of the records. The build writes what this module exports in its place
 * (`scripts/build/made.ts`), since the records themselves are for links, and come with them.
 */

/** As at first. */
export const START_CHOICES = Object.fromEntries(
  choiceNames.map((name) => [name, recordOf(name).start]),
) as unknown as Choices

/** The choices that the browser keeps for the visits to come, and what each can be. */
export const KEPT: Readonly<Record<string, KeptForm>> = Object.fromEntries(
  choiceNames.flatMap((name) => {
    const { kept } = recordOf(name)
    return kept ? [[name, kept]] : []
  }),
)
