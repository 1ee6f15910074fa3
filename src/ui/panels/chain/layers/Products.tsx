import { useMemo } from 'react'
import type { Primal } from '../../../../core.ts'
import { count, grouped, noun } from '../../../../language/words.ts'
import { compared } from '../../../../methods/linear/comparison.ts'
import type { Layer } from '../../../../methods/linear/layers.ts'
import type { Matrix } from '../../../../methods/linear/matrix.ts'
import { beginProduct, costOf, multiply, nextIn, possibleProducts, restOf } from '../../../../methods/linear/product.ts'
import { exact } from '../../../../notation/numbers.ts'
import { hides } from '../../../../state/hiding.ts'
import { change, useGradual } from '../../../../state/store.ts'
import type { Between } from '../../../../trace/betweenEntries.ts'
import { Agreement } from '../../../kit/derivative/Agreement.tsx'
import { emphasisOf, useEmphasis } from '../../../kit/derivative/emphasis.ts'
import { shortenedList } from '../paths/shortenedList.ts'
import { take, useSteps } from '../steps.ts'
import { Bracketings, bracketingsOf, type ComparedBracketing } from './Bracketings.tsx'
import { MatrixInFull } from './MatrixInFull.tsx'
import { factorName, MatrixRow } from './MatrixRow.tsx'

const choose = (layersFactor: number | null) => change({ layersFactor })

interface Props {
  readonly primal: Primal
  readonly between: Between
  readonly layers: readonly Layer[]
}

/** The product of the layers' Jacobians, multiplied out step by step. */
export function Products({ primal, between, layers }: Props) {
  const on = shapeKey(layers)
  const taken = useSteps('layersMultiplied', on, (places) => possibleProducts(layers.length, places))
  const way = useGradual((state) => state.layersBracketing)
  const chosen = useGradual((state) => state.layersFactor)
  const matrices = useMemo(() => layers.map(({ matrix }) => matrix), [layers])
  const ways = useMemo(() => bracketingsOf(matrices), [matrices])
  const product = useMemo(() => taken.reduce(multiply, beginProduct(matrices)), [taken, matrices])
  const chosenWay = ways.find(({ name }) => name === way) as ComparedBracketing
  const next = nextIn(chosenWay.products, product)
  const { factors, multiplications } = product
  const isHidden = useGradual((state) => hides(state, 'results') || hides(state, 'counts'))
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
        <b>{count(layers.length, 'layer')}</b>: {sizesOf(layers)}
      </p>
      <MatrixRow
        {...{ factors, chosen: at, choose }}
        costAt={(place) => (isHidden ? Number.NaN : costOf(product, place))}
        onMultiply={(place) => go([...taken, place])}
      />
      {span && <MatrixInFull {...{ between, layers, span }} name={factorName(span)} />}
      <p role="status" className="chain-figure">
        <b>{isHidden ? '?' : <data value={exact(multiplications)}>{grouped(multiplications)}</data>}</b>{' '}
        {noun(multiplications, 'multiplication')} so far
        {factors.length > 1 && next === null && ': this bracketing is your own. Go on with the dots, or start again.'}
      </p>
      {factors.length === 1 && <Result {...{ primal, layers }} matrix={factors[0].matrix} />}
      <StepButtons
        isBegun={taken.length > 0}
        next={next === null ? null : () => go([...taken, next])}
        all={() => go([...taken, ...restOf(chosenWay.products, product)])}
        undo={() => go(taken.slice(0, -1))}
        again={() => go([])}
      />
      <Bracketings {...{ ways, way }} />
    </>
  )
}

interface StepButtonsProps {
  readonly isBegun: boolean
  /** null at the end, and where the bracketing is the reader's own. */
  readonly next: (() => void) | null
  readonly all: () => void
  readonly undo: () => void
  readonly again: () => void
}

const StepButtons = ({ isBegun, next, all, undo, again }: StepButtonsProps) => (
  <div className="chain-buttons">
    <button type="button" className="button" disabled={!next} onClick={() => next?.()}>
      Next product
    </button>
    <button type="button" className="button" disabled={!next} onClick={all}>
      All
    </button>
    <button type="button" className="button" disabled={!isBegun} onClick={undo}>
      Undo
    </button>
    <button type="button" className="button" disabled={!isBegun} onClick={again}>
      Start again
    </button>
  </div>
)

interface ResultProps {
  readonly primal: Primal
  readonly layers: readonly Layer[]
  readonly matrix: Matrix
}

/** Whether the product is the Jacobian that adjoint passes give. */
function Result({ primal, layers, matrix }: ResultProps) {
  const comparison = useMemo(
    () => compared(primal, layers[layers.length - 1].to, layers[0].from, matrix.numbers),
    [primal, layers, matrix],
  )
  return <Agreement {...comparison}>the Jacobian by automatic differentiation</Agreement>
}

/** A product under way goes on while only numbers change. */
const shapeKey = (layers: readonly Layer[]): string =>
  layers.map(({ from, to }) => `${from.join()}>${to.join()}`).join(';')

/** From the inputs to the outputs, how many values there are between layers. */
const sizesOf = (layers: readonly Layer[]): string =>
  shortenedList([layers[0].from.length, ...layers.map(({ to }) => to.length)], ' → ', String)

function emphasised({ linear, shown, nodeOf }: Between, layers: readonly Layer[]) {
  const computed = new Set(layers.flatMap((layer) => layer.computed))
  const links = linear.links.filter(({ consumer }) => computed.has(consumer))
  const soft = { nodes: links.map(({ operand }) => nodeOf(operand)), edges: links.map(({ edge }) => edge) }
  return emphasisOf(shown, soft, { nodes: [...computed].map(nodeOf), edges: [] })
}
