import type { Mode } from '../../autodiff/pass.ts'
import { tabOf } from './belonging.ts'
import { asItIs, flag, linked } from './choice.ts'
import { listOf, nameField, oneOf, whole } from './form.ts'

/** An entry of the Jacobian: its row and column among all output and input entries. */
export interface JacobianEntry {
  readonly row: number
  readonly column: number
}

const JACOBIAN = tabOf('jacobian')
const FIRST: JacobianEntry = { row: 0, column: 0 }
const PICTURE = { picture: oneOf(['0', '1']) }
const ENTRY = { entry: listOf(whole) }

/** How the Jacobian is looked at. */
export const ledger = {
  /** Whether there is a picture of it; null where it is large. */
  jacobianPicture: linked<boolean | null, typeof PICTURE>(null, {
    ...{ fields: PICTURE, of: JACOBIAN },
    says: (has) => ({ picture: has === null ? undefined : has ? '1' : '0' }),
    means: ({ picture }) => (picture === undefined ? null : picture === '1'),
  }),
  /** The mode by whose passes it is coloured; null is the one with fewer. */
  jacobianColoured: asItIs('coloured', oneOf<Mode>(['forward', 'reverse']), JACOBIAN, null),
  /** The entry of the picture where keys go on. */
  jacobianEntry: linked<JacobianEntry, typeof ENTRY>(FIRST, {
    ...{ fields: ENTRY, of: JACOBIAN },
    says: ({ row, column }) => ({ entry: row > 0 || column > 0 ? [row, column] : undefined }),
    means: ({ entry: [row, column] = [] }) => (column === undefined ? FIRST : { row, column }),
  }),
  /** The output whose second derivatives are shown, by name; null is the first. */
  hessianOutput: asItIs('hessian', nameField('output'), JACOBIAN, null),
  /** Whether its rows are outputs, as on paper, also where it has more inputs and would stand upright. */
  jacobianOnPaper: flag('matrix', JACOBIAN, false),
}
