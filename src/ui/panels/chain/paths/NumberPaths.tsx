import { memo, useMemo, useState } from 'react'
import type { Primal, Seed } from '../../../../core.ts'
import { comparisonOf, knownDerivatives } from '../../../../methods/linear/comparison.ts'
import { type Link, onPaths } from '../../../../methods/linear/linearised.ts'
import { countPaths, listPaths, type Path, sumOverPaths } from '../../../../methods/linear/paths.ts'
import { derivativeSymbol } from '../../../../notation/entryNames.ts'
import { displayName } from '../../../../notation/names.ts'
import { exact, short } from '../../../../notation/numbers.ts'
import { pathAtHand } from '../../../../state/question.ts'
import { useGradual } from '../../../../state/store.ts'
import type { Between } from '../../../../trace/betweenEntries.ts'
import { Agreement } from '../../../kit/derivative/Agreement.tsx'
import { countLarge } from '../../../kit/derivative/counts.ts'
import { emphasisOf, type Lit, useEmphasis } from '../../../kit/derivative/emphasis.ts'
import { useShownCount } from '../../../kit/hidden/Count.tsx'
import { Factored } from './Factored.tsx'
import { PathCounts } from './PathCounts.tsx'
import { PathList } from './PathList.tsx'
import { shortenedList } from './shortenedList.ts'

/** More paths are counted, not listed; so many are still added up. */
const MOST_LISTED = 200
const MOST_SUMMED = 10_000

interface Props {
  readonly primal: Primal
  readonly between: Between
  readonly from: Seed
  readonly to: Seed
}

/** The paths between two numbers. */
export function NumberPaths({ primal, between, from, to }: Props) {
  const { linear, shown } = between
  const [start, end] = [from, to].map(({ node, entry }) => shown.offset[node] + entry)
  const count = useMemo(() => countPaths(linear, start, end), [linear, start, end])
  const most = count.paths <= MOST_SUMMED ? MOST_SUMMED : MOST_LISTED
  const paths = useMemo(() => listPaths(linear, start, end, most), [linear, start, end, most])
  const shownCount = useShownCount()
  const chosen = useGradual(pathAtHand)
  const [hovered, hover] = useState<number | null>(null)
  const lit = paths[hovered ?? chosen ?? -1]
  useEmphasis(useMemo(() => emphasised(between, start, end, lit), [between, start, end, lit]))
  const isComplete = BigInt(paths.length) === count.paths
  const sum = sumOverPaths(paths)
  const derivative = useMemo(() => knownDerivatives(primal, end)(start), [primal, start, end])
  const title = derivativeSymbol(to.name, from.name)
  if (count.paths === 0n)
    return (
      <p>
        No path that a derivative can take leads from {displayName(from.name)} to {displayName(to.name)}: it is{' '}
        <data value="0">0</data>.
      </p>
    )
  return (
    <>
      <p className="chain-figure">
        <b>{countLarge(shownCount(count.paths), 'path')}</b>
        {shownCount(count.paths) > MOST_LISTED && `; the first ${MOST_LISTED} are listed`}
      </p>
      <PathList
        count={Math.min(paths.length, MOST_LISTED)}
        onHover={hover}
        row={(at) => <PathRow between={between} path={paths[at]} end={displayName(to.name)} />}
      />
      {isComplete ? (
        <div>
          <p className="chain-result">
            Sum = {title} = <data value={exact(sum)}>{short(sum)}</data>
          </p>
          <Agreement {...comparisonOf([[sum, derivative]])}>the derivative by automatic differentiation</Agreement>
        </div>
      ) : (
        <p className="chain-result">
          {title} = <data value={exact(derivative.value)}>{short(derivative.value)}</data>, by automatic
          differentiation: so many paths are never added up one by one.
        </p>
      )}
      <Factored between={between} from={start} to={end} />
      <PathCounts {...count} />
    </>
  )
}

interface RowProps {
  readonly between: Between
  readonly path: Path
  /** What the output is called. */
  readonly end: string
}

const PathRow = memo(function PathRow({ between: { symbolOf }, path: { links, product }, end }: RowProps) {
  const last = links.length - 1
  const stops = [...links.map(({ operand }) => operand), links[last]?.consumer]
  return (
    <>
      <span>
        {links.length === 0
          ? 'the input is the output'
          : shortenedList(stops, ' → ', (vertex) => (vertex === links[last].consumer ? end : symbolOf(vertex)))}
      </span>
      <span className="chain-product">
        {links.length > 0 && `${shortenedList(links, ' · ', ({ partial }) => factor(partial))} = `}
        <data value={exact(product)}>{short(product)}</data>
      </span>
    </>
  )
})

const factor = (x: number): string => (x < 0 ? `(${short(x)})` : short(x))

function emphasised({ linear, shown, nodeOf }: Between, start: number, end: number, path: Path | undefined) {
  const on = onPaths(linear, [start], [end])
  const links = linear.links.filter(({ operand, consumer }) => on[operand] && on[consumer])
  const litBy = (chosen: readonly Link[]): Lit => ({
    nodes: [start, end, ...chosen.flatMap(({ operand, consumer }) => [operand, consumer])].map(nodeOf),
    edges: chosen.map(({ edge }) => edge),
  })
  return emphasisOf(shown, litBy(links), path && litBy(path.links), labelsOf(links, path))
}

/** Edges up to which all show their partial; of more only those of the path at hand. */
const MOST_LABELS = 24

function labelsOf(links: readonly Link[], path: Path | undefined): Map<number, string> {
  const labelled = links.length <= MOST_LABELS ? links : (path?.links ?? [])
  return new Map(labelled.map(({ edge, partial }) => [edge, short(partial)]))
}
