import { memo, useMemo, useState } from 'react'
import type { Graph, Primal, Seed } from '../../../../core.ts'
import type { NodeIndex } from '../../../../graph/graph.ts'
import { entryCount } from '../../../../graph/nodes.ts'
import { grouped } from '../../../../language/grouped.ts'
import type { Matrix } from '../../../../methods/layers.ts'
import { type Link, onPaths } from '../../../../methods/linearised.ts'
import { countPaths, listPaths, type Path } from '../../../../methods/paths.ts'
import { nodeSymbol } from '../../../../notation/symbols.ts'
import { useGradual } from '../../../../state/store.ts'
import { HeatTable } from '../../../kit/arrays/HeatTable.tsx'
import { Agreement } from '../../../kit/derivative/Agreement.tsx'
import { counting } from '../../../kit/derivative/counts.ts'
import { agrees, type Derivative, derivativesOf } from '../../../kit/derivative/derivative.ts'
import { emphasisOf, useEmphasis } from '../../../kit/derivative/emphasis.ts'
import { type Between, betweenEntries, endSymbol } from '../../../kit/derivative/entries.ts'
import { PathList } from './PathList.tsx'
import { shortened } from './shortened.ts'
import { betweenArrays, costAlong, productAlong, sumOfMatrices } from './wholePaths.ts'

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
  const chosen = useGradual((state) => state.chainPath)
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
        No path that a derivative can take leads from {endSymbol(from.of)} to {endSymbol(to.of)}: all of it is 0.
      </p>
    )
  const size = `${entryCount(graph, to.node)}×${entryCount(graph, from.node)}`
  return (
    <>
      <p className="chain-figure">
        <b>{counting(count.paths, 'path')}</b>, {count.paths === 1n ? '' : 'each '}a product of Jacobians, {size}
        {count.paths > BigInt(paths.length) && `; the first ${paths.length} are listed`}
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
  const symbol = (node: NodeIndex) => (node === to.node ? endSymbol(to.of) : nodeSymbol(graph, node))
  const stops = links.length === 0 ? [] : [links[0].operand, ...links.map((link) => link.consumer)]
  const factor = ({ edge }: Link) => {
    const [above, below] = [consumer[edge], operand[edge]]
    return `∂${symbol(above)}/∂${symbol(below)} (${entryCount(graph, above)}×${entryCount(graph, below)})`
  }
  return (
    <>
      <span>{shortened(stops, ' → ', symbol) || 'the input is the output'}</span>
      <span className="chain-product">{shortened([...links].reverse(), ' · ', factor) || 'identity'}</span>
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
  const title = `∂${endSymbol(to.of)}/∂${endSymbol(from.of)}`
  const matrix = chosen === null || !summed[chosen] ? sumOfMatrices(summed) : summed[chosen]
  return (
    <>
      <HeatTable
        name={chosen === null ? `Sum = ${title}` : `Along path ${chosen + 1}`}
        tensor={{ shape: [matrix.rows, matrix.columns], entries: matrix.numbers }}
        present={matrix.present}
        kind="partial"
      />
      <Compared primal={primal} from={from} to={to} sum={sumOfMatrices(summed)} />
    </>
  )
}

function productsOf(
  between: Between | string,
  paths: readonly Path[],
  from: Seed,
  to: Seed,
): readonly Matrix[] | string {
  if (typeof between === 'string') return between
  const size = entryCount(between.shown, from.node) * entryCount(between.shown, to.node)
  const cost = paths.reduce((sum, path) => sum + costAlong(between, path), 0)
  if (size > MOST_PRODUCT || paths.length > MOST_MULTIPLIED || cost > MOST_COST)
    return `${counting(paths.length, 'product')} of ${grouped(size)} entries each: too many to multiply out here.`
  return paths.map((path) => productAlong(between, path, from.node))
}

function Compared({ primal, from, to, sum }: Props & { readonly sum: Matrix }) {
  const right = useMemo(() => derivativesBetween(primal, from, to), [primal, from, to])
  return (
    <Agreement
      agrees={right.every((derivative, i) => agrees(sum.numbers[i], derivative))}
      difference={right.reduce((most, { value }, i) => Math.max(most, apart(sum.numbers[i], value)), 0)}
    >
      the Jacobian by automatic differentiation
    </Agreement>
  )
}

const apart = (x: number, y: number): number => (Object.is(x, y) ? 0 : Math.abs(x - y))

/** Between all entries of two arrays, row by row. */
function derivativesBetween(primal: Primal, from: Seed, to: Seed): Derivative[] {
  const { graph } = primal
  const first = graph.offset[from.node]
  const columns = Array.from({ length: entryCount(graph, from.node) }, (_, column) => first + column)
  return Array.from({ length: entryCount(graph, to.node) }, (_, entry) => {
    const derivativeBy = derivativesOf(primal, { ...to, entry })
    return columns.map(derivativeBy)
  }).flat()
}
