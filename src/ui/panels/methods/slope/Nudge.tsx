import { useMemo } from 'react'
import { grouped } from '../../../../language/words.ts'
import { type NudgedNode, nudgedNodes } from '../../../../methods/nudge.ts'
import type { Question } from '../../../../methods/question.ts'
import { displayName } from '../../../../notation/names.ts'
import { exact, short } from '../../../../notation/numbers.ts'
import { outputsOf, tapeSymbol } from '../../../../notation/symbols.ts'
import { MOST_NUDGE } from '../../../../state/choices/methods.ts'
import { change, useGradual } from '../../../../state/store.ts'

/** What becomes of every node when the input is nudged: as the derivative predicts, and as it is. */
export function Nudge({ question }: { readonly question: Question }) {
  const by = useGradual((state) => state.slopeNudge)
  const { from, to } = question
  const { nodes, count } = useMemo(() => nudgedNodes(question, by), [question, by])
  const [input, output] = [displayName(from.name), displayName(to.name)]
  const last = nodes.find(({ node }) => node === to.node)
  return (
    <>
      <h3 className="methods-subtitle">Nudge</h3>
      <label className="methods-slider">
        <span>
          Δ{input} = <data value={exact(by)}>{short(by)}</data>
        </span>
        <input
          type="range"
          aria-label={`Nudge of ${from.name}`}
          min={-MOST_NUDGE}
          max={MOST_NUDGE}
          step={0.01}
          value={by}
          onChange={({ target }) => change({ slopeNudge: target.valueAsNumber })}
        />
      </label>
      {last ? (
        <p role="status" aria-label="What the nudge changes">
          {output} should change by {short(last.predicted)}, and changes by {short(last.actual)}.{' '}
          {isLinear(last)
            ? 'It is linear there: prediction and change agree.'
            : 'Halve the nudge, and the difference is about a quarter.'}
        </p>
      ) : (
        <p role="status" aria-label="What the nudge changes">
          The derivative of {output} by {input} is 0, since none gets there: a nudge should change nothing.
        </p>
      )}
      <div className="methods-list">
        <table className="methods-table" aria-label="Nudged nodes">
          <thead>
            <tr>
              <th scope="col">node</th>
              <th scope="col">predicted</th>
              <th scope="col">actual</th>
            </tr>
          </thead>
          <tbody>
            {nodes.map((each) => (
              <Row key={question.primal.graph.id[each.node]} question={question} {...each} />
            ))}
          </tbody>
        </table>
      </div>
      {nodes.length < count && (
        <p className="methods-quiet">The first of {grouped(count)} nodes that it acts on, and the output.</p>
      )}
    </>
  )
}

/** Relative to the change. */
const ROUNDING = 1e-9

const isLinear = ({ predicted, actual }: NudgedNode): boolean =>
  Math.abs(predicted - actual) <= ROUNDING * Math.abs(predicted)

function Row({ question, node, predicted, actual }: NudgedNode & { readonly question: Question }) {
  const { graph } = question.primal
  const id = graph.id[node]
  const isLit = useGradual((state) => state.highlight === id)
  const light = () => change({ highlight: id })
  const unlight = () => change({ highlight: null })
  const names = outputsOf(graph, node)
  return (
    <tr data-lit={isLit || undefined} onPointerEnter={light} onPointerLeave={unlight}>
      <th scope="row">
        <button type="button" onFocus={light} onBlur={unlight}>
          {tapeSymbol(graph, node)}
        </button>
        {names.length > 0 && ` = ${names.join(', ')}`}
      </th>
      <td data-number="tangent">
        <data value={exact(predicted)}>{short(predicted)}</data>
      </td>
      <td>
        <data value={exact(actual)}>{short(actual)}</data>
      </td>
    </tr>
  )
}
