import { TABS } from '../tabs.ts'
import { PAGE, PROGRAM } from './belonging.ts'
import { choice, readersFlag, staying } from './choice.ts'
import { numberBetween, oneOf, truth } from './form.ts'

/** How much of the stage the ledger may take, in percent. */
export const LEDGER = { least: 20, usual: 38, most: 60 } as const

/** What is open. */
export const opened = { tab: staying('tab', oneOf(TABS.map(({ tab }) => tab)), PAGE, 'graph') }

/** The page around it. */
export const page = {
  shortcuts: choice(true, { kept: truth }),
  /** Whether the column of program and inputs is folded to a strip. */
  folded: readersFlag('folded', PROGRAM),
  /** Whether the stage stands alone: graph, caption, counts and playback. */
  alone: readersFlag('alone', PROGRAM),
  /** The part of the stage that the ledger takes, in percent. */
  ledger: choice<number>(LEDGER.usual, { kept: numberBetween(LEDGER.least, LEDGER.most) }),
  /** Whether local Jacobians are shown in denominator layout. */
  transposed: readersFlag('transposed', PROGRAM),
  /** Whether the reader has seen the captions that say what stands where on the graph. */
  introduced: choice(false, { kept: truth }),
}
