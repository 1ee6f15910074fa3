import { useMemo } from 'react'
import { unitSeed } from '../../../../autodiff/seeds.ts'
import { tangent } from '../../../../autodiff/tangent.ts'
import type { Tangent } from '../../../../core.ts'
import { CONSTANT, type Graph, type NodeIndex } from '../../../../graph/graph.ts'
import { operationOf } from '../../../../graph/operations.ts'
import { grouped } from '../../../../language/words.ts'
import { dualStep } from '../../../../methods/dual.ts'
import type { Question } from '../../../../methods/question.ts'
import { displayName } from '../../../../notation/names.ts'
import { exact, short } from '../../../../notation/numbers.ts'
import {
  definitionsOf,
  nodeName,
  nodeNamed,
  nodeSymbol,
  operationSymbol,
  tapeSymbol,
} from '../../../../notation/symbols.ts'
import type { Primitive } from '../../../../primitives/primitive.ts'
import { chooseNode, nodeChosen } from '../../../../state/question.ts'
import { frameAtHand } from '../../../../state/session.ts'
import { change, type State, useGradual } from '../../../../state/store.ts'
import { type EquationSide, numberLines, ruleLines } from '../../../../trace/dualLines.ts'
import { activeNode } from '../../../../trace/frame.ts'
import { Explanation } from '../../../kit/derivative/Explanation.tsx'
import { GlossaryTerm } from '../../../kit/glossary/GlossaryTerm.tsx'
import { Formula } from '../../../kit/math/Formula.tsx'

/** Rows of the table. */
const MOST_LISTED = 120

/** Forward mode as arithmetic on pairs of a value and a tangent. */
export function Dual({ question }: { readonly question: Question }) {
  const { primal, from, to } = question
  const { graph } = primal
  const pass = useMemo(() => tangent(primal, unitSeed(graph, from)), [primal, graph, from])
  const node = useNodeAtHand(graph) ?? to.node
  const nodes = [...graph.op.keys()].filter((each) => graph.op[each] !== CONSTANT)
  return (
    <>
      <Explanation source="Clifford 1873; Griewank and Walther 2008, section 3.1">
        A value and its <GlossaryTerm name="tangent">tangent</GlossaryTerm> travel as a pair, v + v̇ε, with ε² = 0.
        Computing the program on such pairs is forward mode: what stands before ε is the derivative by{' '}
        {displayName(from.name)}.
      </Explanation>
      <Rule pass={pass} node={node} seed={from.node} />
      <div className="methods-list">
        <table className="methods-table" aria-label="Dual numbers">
          <thead>
            <tr>
              <th scope="col">node</th>
              <th scope="col" className="methods-words">
                operation
              </th>
              <th scope="col">v + v̇ε</th>
            </tr>
          </thead>
          <tbody>
            {nodes.slice(0, MOST_LISTED).map((each) => (
              <Row
                key={graph.id[each]}
                pass={pass}
                node={each}
                isAtHand={each === node}
                onChoose={() => chooseNode(nodeName(graph, each))}
              />
            ))}
          </tbody>
        </table>
      </div>
      {nodes.length > MOST_LISTED && (
        <p className="methods-quiet">
          The first {MOST_LISTED} of {grouped(nodes.length)} nodes; point at any other in the graph to see its rule.
        </p>
      )}
    </>
  )
}

/** The node that is highlighted, else the one that was chosen, else that of the current step; each if the graph has it. */
function useNodeAtHand(graph: Graph): NodeIndex | null {
  const highlight = useGradual((state) => state.highlight)
  const name = useGradual(nodeChosen)
  const chosen = name === null ? undefined : nodeNamed(graph, name)
  const step = useGradual(idOfStep)
  const withId = (id: number | null) => (id !== null && graph.id.includes(id) ? graph.id.indexOf(id) : null)
  return withId(highlight) ?? chosen ?? withId(step)
}

/** Stable id of the node that the step at hand is about. */
function idOfStep(state: State): number | null {
  const frame = frameAtHand(state)
  const node = frame && activeNode(frame)
  return frame && node !== null ? frame.pass.primal.graph.id[node] : null
}

interface NodeProps {
  readonly pass: Tangent
  readonly node: NodeIndex
}

/** The rule of the node at hand, and the rule with its numbers. Its place is fixed, so that nothing jumps. */
function Rule({ pass, node, seed }: NodeProps & { readonly seed: NodeIndex }) {
  const { graph } = pass.primal
  const step = dualStep(pass, node)
  const name = nodeSymbol(graph, node)
  if (!step)
    return (
      <div className="methods-rule">
        <p>
          <b>{name}</b>{' '}
          {node === seed
            ? 'is the input at hand: its pair has the seed 1 before ε.'
            : 'is no operation: its pair has 0 before ε.'}
        </p>
      </div>
    )
  const primitive = operationOf(graph, node) as Primitive
  return (
    <div className="methods-rule">
      <p>
        <b>{name}</b>, {primitive.title}
      </p>
      <Lines of={ruleLines(step, primitive)} />
      <Lines of={numberLines(step, primitive)} />
    </div>
  )
}

const Lines = ({ of }: { readonly of: readonly EquationSide[] }) => (
  <div>
    {of.map(({ latex, speech }) => (
      <Formula key={latex} latex={latex} speech={speech} display />
    ))}
  </div>
)

interface RowProps extends NodeProps {
  readonly isAtHand: boolean
  readonly onChoose: () => void
}

function Row({ pass, node, isAtHand, onChoose }: RowProps) {
  const { graph, values } = pass.primal
  const id = graph.id[node]
  const isLit = useGradual((state) => state.highlight === id)
  const light = () => change({ highlight: id })
  const unlight = () => change({ highlight: null })
  const names = definitionsOf(graph, node)
  const entry = graph.offset[node]
  return (
    <tr
      data-lit={isLit || undefined}
      aria-current={isAtHand || undefined}
      onPointerEnter={light}
      onPointerLeave={unlight}
    >
      <th scope="row">
        <button type="button" onClick={onChoose} onFocus={light} onBlur={unlight}>
          {tapeSymbol(graph, node)}
        </button>
        {names.length > 0 && ` = ${names.join(', ')}`}
      </th>
      <td className="methods-words">{graph.op[node] < 0 ? 'input' : operationSymbol(graph, node)}</td>
      <td>
        <Pair value={values[entry]} tangent={pass.present[entry] ? pass.numbers[entry] : null} />
      </td>
    </tr>
  )
}

/** 2 + 1ε; where the input does not act, 0ε. */
const Pair = ({ value, tangent: dot }: { readonly value: number; readonly tangent: number | null }) => (
  <>
    <data value={exact(value)}>{short(value)}</data> {(dot ?? 0) < 0 ? '−' : '+'}{' '}
    <data
      value={exact(dot ?? 0)}
      className="methods-dot"
      data-absent={dot === null || undefined}
      title={dot === null ? 'no derivative gets here' : undefined}
    >
      {short(Math.abs(dot ?? 0))}
    </data>{' '}
    ε
  </>
)
