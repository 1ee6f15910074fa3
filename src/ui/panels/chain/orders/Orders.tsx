import { useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { primal } from '../../../../autodiff/primal.ts'
import { compileGradual } from '../../../../compile/gradual.ts'
import type { Graph, Primal } from '../../../../core.ts'
import { CONSTANT, type NodeIndex } from '../../../../graph/graph.ts'
import { count, noun } from '../../../../language/words.ts'
import { mostApart } from '../../../../methods/apart.ts'
import { edgesAround, undirectedCycle } from '../../../../methods/cycle.ts'
import { countOrders } from '../../../../methods/orders.ts'
import { tapeSymbol } from '../../../../notation/symbols.ts'
import type { Compilation } from '../../../../state/compilation.ts'
import { setOrder } from '../../../../state/document.ts'
import { hides } from '../../../../state/hiding.ts'
import { frameAtHand } from '../../../../state/session.ts'
import { type State, useGradual } from '../../../../state/store.ts'
import { activeNode } from '../../../../trace/frame.ts'
import { Agreement } from '../../../kit/derivative/Agreement.tsx'
import { countText } from '../../../kit/derivative/counts.ts'
import { Explanation } from '../../../kit/derivative/Explanation.tsx'
import { emphasisOf, useEmphasis } from '../../../kit/derivative/emphasis.ts'
import { unfold, useIsUnfolded } from '../../../kit/fold/Fold.tsx'
import { GlossaryTerm } from '../../../kit/glossary/GlossaryTerm.tsx'
import type { ViewProps } from '../view.ts'
import { DirectedCycle } from './DirectedCycle.tsx'

/** What makes the graph a directed acyclic graph, and the orders in which it can be computed. */
export default function Orders({ session: { graph } }: ViewProps) {
  const count = useMemo(() => countOrders(graph), [graph])
  const isHidden = useGradual((state) => hides(state, 'results') || hides(state, 'counts'))
  const isOurs = useGradual(({ compilation }) => compilation.language === 'gradual')
  return (
    <>
      <Explanation source="Kahn, Topological sorting of large networks (1962)">
        A program is a directed acyclic graph: no value depends on itself. Any order in which operands come first gives
        the same numbers, and the <GlossaryTerm name="adjoint">adjoint</GlossaryTerm> pass goes through it backwards.
      </Explanation>
      <p className="chain-figure">
        {isHidden ? (
          <b>? topological orders</b>
        ) : count === null ? (
          <b>More orders than can be counted here</b>
        ) : (
          <>
            <b>
              <data value={String(count)}>{countText(count)}</data>
            </b>{' '}
            topological {noun(count, 'order')}
          </>
        )}
      </p>
      <ChooseOrder isOnly={count === 1n} />
      <Tape graph={graph} />
      <UndirectedCycle graph={graph} />
      {isOurs && <DirectedCycle />}
    </>
  )
}

function ChooseOrder({ isOnly }: { readonly isOnly: boolean }) {
  const order = useGradual((state) => state.order)
  return (
    <>
      <div className="chain-buttons">
        <button type="button" className="button" disabled={isOnly} onClick={() => setOrder((order ?? 0) + 1)}>
          Another order
        </button>
        <button type="button" className="button" disabled={order === null} onClick={() => setOrder(null)}>
          The tape’s own order
        </button>
      </div>
      {order !== null && <SameNumbers />}
    </>
  )
}

/** Relative to the size of the numbers. */
const ROUNDING = 1e-12

function SameNumbers() {
  const asked = useGradual(
    useShallow(({ shareSubexpressions, open, unrolled, point, compilation: { source, language } }) => ({
      ...{ shareSubexpressions, open, unrolled, point, source, language },
    })),
  )
  const frame = useGradual(useShallow(frameAtHand))
  const pass = frame?.pass.primal
  const difference = useMemo(() => (pass ? differenceFromOwnOrder(pass, asked) : null), [pass, asked])
  if (difference === null) return null
  return (
    <Agreement agrees={difference <= ROUNDING} difference={difference}>
      values and derivatives in the tape’s own order
    </Agreement>
  )
}

type Asked = Pick<State, 'shareSubexpressions' | 'open' | 'unrolled' | 'point'> &
  Pick<Compilation, 'source' | 'language'>

/** Null where the program does not compile, or is of a language that is not run here. */
function differenceFromOwnOrder(pass: Primal, { source, point, language, ...options }: Asked): number | null {
  if (language === 'python') return null
  const { graph } = compileGradual(source, { ...options, language, at: point })
  return graph && mostApart(primal(graph), pass)
}

/** Nodes of a tape that are written out. */
const MOST_WRITTEN = 60

function Tape({ graph }: { readonly graph: Graph }) {
  const frame = useGradual(useShallow(frameAtHand))
  const active = frame && activeNode(frame)
  const nodes = [...graph.op.keys()].filter((node) => graph.op[node] !== CONSTANT)
  return (
    <dl className="chain-tapes">
      <dt>Primal and tangent passes</dt>
      <dd>
        <Nodes graph={graph} nodes={nodes} active={frame?.pass.kind === 'adjoint' ? null : active} />
      </dd>
      <dt>Adjoint passes</dt>
      <dd>
        <Nodes graph={graph} nodes={[...nodes].reverse()} active={frame?.pass.kind === 'adjoint' ? active : null} />
      </dd>
    </dl>
  )
}

interface NodesProps {
  readonly graph: Graph
  readonly nodes: readonly NodeIndex[]
  readonly active: NodeIndex | null
}

const Nodes = ({ graph, nodes, active }: NodesProps) => (
  <ol className="chain-tape">
    {nodes.slice(0, MOST_WRITTEN).map((node) => (
      <li key={graph.id[node]} aria-current={node === active ? 'step' : undefined}>
        {tapeSymbol(graph, node)}
      </li>
    ))}
    {nodes.length > MOST_WRITTEN && <li>… {nodes.length - MOST_WRITTEN} more</li>}
  </ol>
)

function UndirectedCycle({ graph }: { readonly graph: Graph }) {
  const isShown = useIsUnfolded('cycle')
  const cycle = useMemo(() => undirectedCycle(graph), [graph])
  useEmphasis(
    useMemo(
      () =>
        isShown && cycle
          ? emphasisOf(graph, { nodes: [], edges: [] }, { nodes: cycle, edges: edgesAround(graph, cycle) })
          : null,
      [graph, cycle, isShown],
    ),
  )
  if (!cycle) return <p>Not even an undirected cycle: between any two nodes there is one way at most.</p>
  return (
    <section className="chain-try">
      <h3>An undirected cycle is fine</h3>
      <p>
        {[...cycle, cycle[0]].map((node) => tapeSymbol(graph, node)).join(' – ')}: {count(cycle.length, 'node')} in a
        ring, if arrows are not minded. That is where paths split and join again.
      </p>
      <div className="chain-buttons">
        <button type="button" className="button" aria-pressed={isShown} onClick={() => unfold('cycle', !isShown)}>
          {isShown ? 'Hide it in the graph' : 'Show it in the graph'}
        </button>
      </div>
    </section>
  )
}
