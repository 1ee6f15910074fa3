import { useMemo } from 'react'
import type { Primal } from '../../../../core.ts'
import type { Layer } from '../../../../methods/layers.ts'
import { exact } from '../../../../notation/numbers.ts'
import type { BracketingName } from '../../../../state/choices/chain.ts'
import { change, useGradual } from '../../../../state/store.ts'
import { counting, countText } from '../../../kit/derivative/counts.ts'
import { emphasisOf, useEmphasis } from '../../../kit/derivative/emphasis.ts'
import type { Between } from '../../../kit/derivative/entries.ts'
import { shortened } from '../paths/shortened.ts'
import { take, useSteps } from '../steps.ts'
import { beginProduct, costOf, multiply, nextIn, type Product, type Way, waysOf } from './factors.ts'
import { MatrixInFull } from './MatrixInFull.tsx'
import { MatrixRow, nameOf } from './MatrixRow.tsx'
import { Result } from './Result.tsx'

const choose = (layersFactor: number | null) => change({ layersFactor })

interface Props {
  readonly primal: Primal
  readonly between: Between
  readonly layers: readonly Layer[]
}

/** The product of the layers' Jacobians, multiplied out step by step. */
export function Products({ primal, between, layers }: Props) {
  const on = shapeKey(layers)
  const taken = useSteps('layersMultiplied', on, (places) => possible(layers.length, places))
  const way = useGradual((state) => state.layersBracketing)
  const chosen = useGradual((state) => state.layersFactor)
  const ways = useMemo(() => waysOf(layers), [layers])
  const product = useMemo(() => taken.reduce(multiply, beginProduct(layers)), [taken, layers])
  const chosenWay = ways.find(({ name }) => name === way) as Way
  const next = nextIn(chosenWay.products, product)
  const { factors, multiplications } = product
  const at = chosen !== null && chosen < factors.length ? chosen : null
  const span = at === null ? null : factors[at]
  useEmphasis(
    useMemo(
      () => (span ? emphasised(between, layers.slice(span.first, span.last + 1)) : null),
      [between, layers, span],
    ),
  )
  const go = (steps: readonly number[]) => {
    choose(null)
    take('layersMultiplied', on, steps)
  }
  return (
    <>
      <p className="chain-figure">
        <b>{counting(layers.length, 'layer')}</b>: {sizesOf(layers)}
      </p>
      <MatrixRow
        {...{ factors, chosen: at, choose }}
        costAt={(place) => costOf(product, place)}
        onMultiply={(place) => go([...taken, place])}
      />
      {span && <MatrixInFull {...{ between, layers, span }} name={nameOf(span)} />}
      <p role="status" className="chain-figure">
        <b>
          <data value={exact(multiplications)}>{countText(multiplications)}</data>
        </b>{' '}
        multiplication{multiplications === 1 ? '' : 's'} so far
        {factors.length > 1 && next === null && ': this bracketing is your own. Go on with the dots, or start again.'}
      </p>
      {factors.length === 1 && <Result {...{ primal, between, layers }} matrix={factors[0].matrix} />}
      <div className="chain-buttons">
        <button
          type="button"
          className="button"
          disabled={next === null}
          onClick={() => next !== null && go([...taken, next])}
        >
          Next product
        </button>
        <button
          type="button"
          className="button"
          disabled={next === null}
          onClick={() => go(allOf(chosenWay, product, taken))}
        >
          All
        </button>
        <button type="button" className="button" disabled={taken.length === 0} onClick={() => go(taken.slice(0, -1))}>
          Undo
        </button>
        <button type="button" className="button" disabled={taken.length === 0} onClick={() => go([])}>
          Start again
        </button>
      </div>
      <Ways {...{ ways, way }} />
    </>
  )
}

/** The steps that complete a bracketing from here. */
function allOf({ products }: Way, product: Product, taken: readonly number[]): number[] {
  const steps = [...taken]
  let at = product
  for (let next = nextIn(products, at); next !== null; next = nextIn(products, at)) {
    steps.push(next)
    at = multiply(at, next)
  }
  return steps
}

/** A product under way goes on while only numbers change. */
const shapeKey = (layers: readonly Layer[]): string =>
  layers.map(({ from, to }) => `${from.join()}>${to.join()}`).join(';')

/** How many products can be made where so many factors stand: each joins two. */
function possible(factors: number, places: readonly number[]): number {
  const wrong = places.findIndex((place, made) => place > factors - made - 2)
  return wrong < 0 ? places.length : wrong
}

/** From the inputs to the outputs, how many values there are between layers. */
const sizesOf = (layers: readonly Layer[]): string =>
  shortened([layers[0].from.length, ...layers.map(({ to }) => to.length)], ' → ', String)

interface WaysProps {
  readonly ways: readonly Way[]
  readonly way: BracketingName
}

const Ways = ({ ways, way }: WaysProps) => (
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
          <td>
            <data value={exact(multiplications)}>{countText(multiplications)}</data>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

function emphasised({ linear, shown, nodeOf }: Between, layers: readonly Layer[]) {
  const computed = new Set(layers.flatMap((layer) => layer.computed))
  const links = linear.links.filter(({ consumer }) => computed.has(consumer))
  const soft = { nodes: links.map(({ operand }) => nodeOf(operand)), edges: links.map(({ edge }) => edge) }
  return emphasisOf(shown, soft, { nodes: [...computed].map(nodeOf), edges: [] })
}
