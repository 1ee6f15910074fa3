import { asked } from '../../../notation/asked.ts'
import { exact, short } from '../../../notation/numbers.ts'

interface Props {
  readonly agrees: boolean
  /** The largest difference. */
  readonly difference: number
  /** What is compared with what: “the derivative by automatic differentiation”. */
  readonly children: string
}

/** Whether two ways lead to the same numbers, and how far apart they are. */
export const Agreement = ({ agrees, difference, children }: Props) =>
  // Hidden numbers agree with nothing.
  asked.isOn ? null : (
    <p className="chain-agreement" data-agrees={agrees}>
      <b>{agrees ? '✓ equals' : '✗ differs from'}</b> {children};{' '}
      <span>
        difference <data value={exact(difference)}>{short(difference)}</data>
      </span>
    </p>
  )
