import { exact, short } from '../../../notation/numbers.ts'
import type { MethodsSection } from '../../../state/choices/sections.ts'
import { hidesCounts } from '../../../state/hiding.ts'
import { useGradual } from '../../../state/store.ts'
import { countText } from '../../kit/derivative/counts.ts'
import { goToSection } from './Section.tsx'
import type { DerivativeWay } from './useWays.ts'
import { errorText } from './words.ts'

interface Props {
  readonly ways: readonly DerivativeWay[]
}

/** Which section a row leads to. */
const SECTION: Readonly<Record<DerivativeWay['way'], MethodsSection>> = {
  hand: 'hand',
  symbolic: 'symbolic',
  'forward differences': 'numerical',
  'central differences': 'numerical',
  forward: 'automatic',
  reverse: 'automatic',
}

/** The derivative at hand in four ways, with what it takes and how far it is off. */
export function FourWays({ ways }: Props) {
  const isHidden = useGradual(hidesCounts)
  return (
    <table className="methods-table methods-ways" aria-label="Four ways">
      <thead>
        <tr>
          <td />
          <th scope="col">derivative</th>
          <th scope="col" aria-label="operations" title="operations">
            ops
          </th>
          <th scope="col">error</th>
        </tr>
      </thead>
      <tbody>
        {ways.map(({ way, name, how, derivative, operations, error }) => (
          <tr key={way} data-role={way}>
            <th scope="row">
              <button type="button" onClick={() => goToSection(SECTION[way])}>
                {name}
              </button>
            </th>
            <td>{derivative !== null && <data value={exact(derivative)}>{short(derivative)}</data>}</td>
            <td>
              {operations !== null &&
                (isHidden ? '?' : <data value={String(operations)}>{countText(operations)}</data>)}
              <small>{how}</small>
            </td>
            <td>{error !== null && <data value={exact(error)}>{errorText(error)}</data>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
