import { memo, useMemo, useState } from 'react'
import type { Graph, Primal, Seed } from '../../../../core.ts'
import type { NodeIndex } from '../../../../graph/graph.ts'
import { entryCount } from '../../../../graph/nodes.ts'
import { count, grouped } from '../../../../language/words.ts'
import { compared } from '../../../../methods/linear/comparison.ts'
import { type Link, onPaths, verticesOf } from '../../../../methods/linear/linearised.ts'
import { type Matrix, sumOfMatrices } from '../../../../methods/linear/matrix.ts'
import { countPaths, listPaths, type Path } from '../../../../methods/linear/paths.ts'
import { betweenArrays, costAlong, productAlong } from '../../../../methods/linear/wholeArrays.ts'
import { derivativeSymbol } from '../../../../notation/entryNames.ts'
import { displayName } from '../../../../notation/names.ts'
import { nodeSymbol } from '../../../../notation/symbols.ts'
import { pathAtHand } from '../../../../state/question.ts'
import { useGradual } from '../../../../state/store.ts'
import { type Between, betweenEntries } from '../../../../trace/betweenEntries.ts'
import { HeatTable } from '../../../kit/arrays/HeatTable.tsx'
import { Agreement } from '../../../kit/derivative/Agreement.tsx'
import { countLarge } from '../../../kit/derivative/counts.ts'
import { emphasisOf, useEmphasis } from '../../../kit/derivative/emphasis.ts'
import { useShownCount } from '../../../kit/hidden/Count.tsx'
import { PathList } from './PathList.tsx'
import { shortenedList } from './shortenedList.ts'

interface Props {
  readonly primal: Primal
  readonly from: Seed
  readonly to: Seed
}

const MOST_LISTED = 200
/** Larger products are named, not multiplied out; so many of them. */
const MOST_PRODUCT = 2000
const MOST_MULTIPLIED = 60
const MOST_COST = 5_000_000

/** The paths between two whole arrays: along each the local Jacobians multiply. */
export function ArrayPaths({ primal, from, to }: Props) {
  const { graph } = primal
  const linear = useMemo(() => betweenArrays(primal), [primal])
  const count = useMemo(() => countPaths(linear, from.node, to.node), [linear, from.node, to.node])
  const paths = useMemo(() => listPaths(linear, from.node, to.node, MOST_LISTED), [linear, from.node, to.node])
  const shownCount = useShownCount()
  const chosen = useGradual(pathAtHand)
  const [hovered, hover] = useState<number | null>(null)
  const lit = paths[hovered ?? chosen ?? -1]
  useEmphasis(
    useMemo(() => {
      const on = onPaths(linear, [from.node], [to.node])
      const links = linear.links.filter(({ operand, consumer }) => on[operand] && on[consumer])
      const litBy = (some: Path['links']) => ({
        nodes: [from.node, to.node, ...some.flatMap(({ operand, consumer }) => [operand, consumer])],
        edges: some.map(({ edge }) => edge),
      })
      return emphasisOf(graph, litBy(links), lit && litBy(lit.links))
    }, [linear, graph, from.node, to.node, lit]),
  )
  if (count.paths === 0n)
    return (
      <p>
        No path that a derivative can take leads from {displayName(from.of)} to {displayName(to.of)}: all of it is 0.
      </p>
    )
  const size = `${entryCount(graph, to.node)}×${entryCount(graph, from.node)}`
  return (
    <>
      <p className="chain-figure">
        <b>{countLarge(shownCount(count.paths), 'path')}</b>, {shownCount(count.paths) === 1n ? '' : 'each '}a product
        of Jacobians, {size}
        {shownCount(count.paths) > BigInt(paths.length) && `; the first ${paths.length} are listed`}
      </p>
      <PathList count={paths.length} onHover={hover} row={(at) => <PathRow graph={graph} path={paths[at]} to={to} />} />
      <Numbers {...{ primal, from, to, paths, isComplete: BigInt(paths.length) === count.paths, chosen }} />
    </>
  )
}

interface RowProps {
  readonly graph: Graph
  readonly path: Path
  readonly to: Seed
}

const PathRow = memo(function PathRow({ graph, path: { links }, to }: RowProps) {
  const { operand, consumer } = graph
  const symbol = (node: NodeIndex) => (node === to.node ? displayName(to.of) : nodeSymbol(graph, node))
  const stops = links.length === 0 ? [] : [links[0].operand, ...links.map((link) => link.consumer)]
  const factor = ({ edge }: Link) => {
    const [above, below] = [consumer[edge], operand[edge]]
    return `∂${symbol(above)}/∂${symbol(below)} (${entryCount(graph, above)}×${entryCount(graph, below)})`
  }
  return (
    <>
      <span>{shortenedList(stops, ' → ', symbol) || 'the input is the output'}</span>
      <span className="chain-product">{shortenedList([...links].reverse(), ' · ', factor) || 'identity'}</span>
    </>
  )
})

interface NumbersProps extends Props {
  readonly paths: readonly Path[]
  readonly isComplete: boolean
  readonly chosen: number | null
}

function Numbers({ primal, from, to, paths, isComplete, chosen }: NumbersProps) {
  const summed = useMemo(
    () => (isComplete ? productsOf(betweenEntries(primal), paths, from, to) : null),
    [primal, paths, from, to, isComplete],
  )
  if (typeof summed === 'string' || summed === null)
    return <p>{summed ?? 'So many paths are not multiplied out.'} Choose single entries above to see the numbers.</p>
  const { products, sum } = summed
  const title = derivativeSymbol(to.of, from.of)
  const matrix = chosen === null || !products[chosen] ? sum : products[chosen]
  return (
    <>
      <HeatTable
        name={chosen === null ? `Sum = ${title}` : `Along path ${chosen + 1}`}
        tensor={{ shape: [matrix.rows, matrix.columns], entries: matrix.numbers }}
        present={matrix.present}
        kind="partial"
      />
      <Compared primal={primal} from={from} to={to} sum={sum} />
    </>
  )
}

function productsOf(
  between: Between | string,
  paths: readonly Path[],
  from: Seed,
  to: Seed,
): { readonly products: readonly Matrix[]; readonly sum: Matrix } | string {
  if (typeof between === 'string') return between
  const size = entryCount(between.shown, from.node) * entryCount(between.shown, to.node)
  const cost = paths.reduce((sum, path) => sum + costAlong(between.shown, path), 0)
  if (size > MOST_PRODUCT || paths.length > MOST_MULTIPLIED || cost > MOST_COST)
    return `${count(paths.length, 'product')} of ${grouped(size)} entries each: too many to multiply out here.`
  const products = paths.map((path) => productAlong(between.linear, between.shown, path, from.node))
  return { products, sum: sumOfMatrices(products) }
}

function Compared({ primal, from, to, sum }: Props & { readonly sum: Matrix }) {
  const comparison = useMemo(() => {
    const [rows, columns] = [to, from].map(({ node }) => verticesOf(primal.graph, node))
    return compared(primal, rows, columns, sum.numbers)
  }, [primal, from, to, sum])
  return <Agreement {...comparison}>the Jacobian by automatic differentiation</Agreement>
}
