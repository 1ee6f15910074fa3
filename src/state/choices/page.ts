import { TABS } from '../tabs.ts'
import { PAGE, PROGRAM } from './belonging.ts'
import { choice, flag, staying } from './choice.ts'
import { numberBetween, oneOf, truth } from './form.ts'

/** How much of the stage the ledger may take, in percent. */
export const LEDGER = { least: 20, usual: 38, most: 60 } as const

/** What is open. */
export const opened = { tab: staying('tab', oneOf(TABS.map(({ tab }) => tab)), PAGE, 'graph') }

/** The page around it. */
export const page = {
  shortcuts: choice(true, { kept: truth }),
  /** Whether the column of program and inputs is folded to a strip. */
  folded: flag('folded', PROGRAM, false),
  /** Whether the stage stands alone: graph, caption, counts and playback. */
  alone: flag('alone', PROGRAM, false),
  /** The part of the stage that the ledger takes, in percent. */
  ledger: choice<number>(LEDGER.usual, { kept: numberBetween(LEDGER.least, LEDGER.most) }),
  /** Whether local Jacobians are shown in denominator layout. */
  transposed: flag('transposed', PROGRAM, false),
  /** Whether the reader has seen the captions that say what stands where on the graph. */
  introduced: choice(false, { kept: truth }),
}
