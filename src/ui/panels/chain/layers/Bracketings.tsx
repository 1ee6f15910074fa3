import { type Bracketing, cheapest, fromTheLeft, fromTheRight } from '../../../../methods/linear/bracketing.ts'
import type { Matrix } from '../../../../methods/linear/matrix.ts'
import { type BracketedProducts, costIn, productsIn } from '../../../../methods/linear/product.ts'
import { exact } from '../../../../notation/numbers.ts'
import type { BracketingName } from '../../../../state/choices/chain.ts'
import { hides } from '../../../../state/hiding.ts'
import { change, useGradual } from '../../../../state/store.ts'
import { countText } from '../../../kit/derivative/counts.ts'

/** A way to bracket the product, and what it takes. */
export interface ComparedBracketing {
  readonly name: BracketingName
  readonly title: string
  readonly mode: string
  readonly products: BracketedProducts
  readonly multiplications: number
}

export function bracketingsOf(matrices: readonly Matrix[]): ComparedBracketing[] {
  const way = (name: BracketingName, title: string, mode: string, bracketing: Bracketing): ComparedBracketing => ({
    ...{ name, title, mode, products: productsIn(bracketing), multiplications: costIn(matrices, bracketing) },
  })
  return [
    way('right', 'From the right', 'forward mode', fromTheRight(matrices.length)),
    way('left', 'From the left', 'reverse mode', fromTheLeft(matrices.length)),
    way('cheapest', 'Cheapest', 'dynamic programming', cheapest(matrices)),
  ]
}

interface Props {
  readonly ways: readonly ComparedBracketing[]
  readonly way: BracketingName
}

/** The bracketings, of which one is followed. */
export function Bracketings({ ways, way }: Props) {
  const isHidden = useGradual((state) => hides(state, 'results') || hides(state, 'counts'))
  return (
    <table className="chain-table" aria-label="Bracketings">
      <thead>
        <tr>
          <th scope="col">Bracketing</th>
          <th scope="col">×</th>
        </tr>
      </thead>
      <tbody>
        {ways.map(({ name, title, mode, multiplications }) => (
          <tr key={name} aria-current={name === way || undefined}>
            <th scope="row">
              <label className="chain-choice">
                <input
                  type="radio"
                  name="bracketing"
                  checked={name === way}
                  onChange={() => change({ layersBracketing: name })}
                />
                {title}
              </label>
              <small>{mode}</small>
            </th>
            <td>{isHidden ? '?' : <data value={exact(multiplications)}>{countText(multiplications)}</data>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
