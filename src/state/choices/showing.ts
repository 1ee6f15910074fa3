import { PROGRAM } from './belonging.ts'
import { readersFlag } from './choice.ts'

/** How a hall sees the page. */
export const showing = {
  /** Whether it is presented: the stage alone, in letters for the last row. Scenes of a lesson leave it as it is. */
  presenting: readersFlag('present', PROGRAM),
}
