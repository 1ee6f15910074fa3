import { useState } from 'react'
import { adjoint, type Seed, seedAt, unitSeed, type Value } from '../../../core.ts'
import { entryName } from '../../../graph/nodes.ts'
import { exact, shapeOf, short } from '../../../notation/numbers.ts'
import { useGradual } from '../../../state/store.ts'
import { Explanation } from '../../chain/Explanation.tsx'
import { endSymbol } from '../../chain/entries.ts'
import { give, waitingFor } from '../../inputs/setting.ts'
import { withEntry } from '../../inputs/withEntry.ts'
import type { Question } from '../question.ts'
import { CurvePicture } from './CurvePicture.tsx'
import { FieldPicture } from './FieldPicture.tsx'
import { Nudge } from './Nudge.tsx'
import { type Drawn, useCurve, useField } from './useCurve.ts'

/** Steps that a point takes along a curve. */
const STEPS = 200

/** The derivative as a slope, and as what a nudge comes to. */
export function Slope({ question }: { readonly question: Question }) {
  const drawn = useCurve(question)
  return (
    <>
      <Explanation source="Blondel and Roulet 2024, chapter 2">
        The derivative is the slope of the line that touches the curve. Near the point the curve and its tangent line
        are almost the same: a small nudge changes the output by the slope times the nudge.
      </Explanation>
      {drawn && <Along drawn={drawn} />}
      <Over question={question} />
      <Nudge question={question} />
    </>
  )
}

/** The curve, and a slider under it that moves the point. */
function Along({ drawn: { question, curve } }: { readonly drawn: Drawn }) {
  const { from, to } = question
  const { xs, tangent } = curve
  const input = endSymbol(from.name)
  const isFixed = useGradual(({ compilation }) => compilation.outOfDate)
  return (
    <>
      <CurvePicture curve={curve} input={input} output={endSymbol(to.name)} />
      <label className="methods-slider">
        <span>
          {input} = <data value={exact(tangent.x)}>{short(tangent.x)}</data>
        </span>
        <input
          type="range"
          aria-label={`${from.name} along the curve`}
          min={xs[0]}
          max={xs[xs.length - 1]}
          step={(xs[xs.length - 1] - xs[0]) / STEPS}
          value={tangent.x}
          disabled={isFixed}
          onChange={({ target }) => move(question, target.valueAsNumber, xs[xs.length - 1] - xs[0])}
        />
      </label>
    </>
  )
}

/** Gives the input another value, in as few digits as the picture has room for. */
function move({ view: { inputs }, point, from }: Question, to: number, width: number): void {
  const digits = Math.max(0, Math.ceil(-Math.log10(width / STEPS)))
  const x = Number(to.toFixed(Math.min(100, digits)))
  const of =
    inputs.find(({ name }) => name === from.name) ?? inputs.find(({ name }) => from.name.startsWith(`${name}[`))
  if (!of) return
  const value = waitingFor(of.name) ?? point[of.name] ?? of.value
  give(of.name, typeof value === 'number' ? x : withEntry(value, entryNamed(of.name, value, from.name), x))
}

/** Which entry of an array a name such as `W[0,1]` is. */
function entryNamed(array: string, value: Value, name: string): number {
  const shape = shapeOf(value)
  for (let entry = 0; ; entry++) if (entryName(array, shape, entry) === name) return entry
}

/** Inputs that are offered for the second axis. */
const MOST_OFFERED = 100

/** The output over this input and another. */
function Over({ question }: { readonly question: Question }) {
  const [chosen, choose] = useState<string | null>(null)
  const { from, primal } = question
  const others = othersOf(question)
  const other = others.find(({ name }) => name === chosen) ?? nearest(question, others)
  if (!other) return <p>The program has one input only. With a second one, the contours over both stand here.</p>
  return (
    <>
      <div className="chain-row">
        <label>
          Over {endSymbol(from.name)} and
          <select aria-label="Second input" value={other.name} onChange={({ target }) => choose(target.value)}>
            {others.map(({ name }) => (
              <option key={name} value={name}>
                {endSymbol(name)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <OverBoth key={primal.graph.inputs.length} question={question} other={other} />
    </>
  )
}

function OverBoth({ question, other }: { readonly question: Question; readonly other: Seed }) {
  const field = useField(question, other)
  const { from, to } = question
  return (
    field && (
      <FieldPicture field={field} inputs={[endSymbol(from.name), endSymbol(other.name)]} output={endSymbol(to.name)} />
    )
  )
}

const othersOf = ({ view: { graph }, from }: Question): Seed[] =>
  graph.inputs
    .slice(0, MOST_OFFERED + 1)
    .map((_, i) => seedAt(graph, 'forward', i))
    .filter(({ name }) => name !== from.name)

/** The next input that the output depends on, else the next one. */
function nearest({ primal, to }: Question, others: readonly Seed[]): Seed | undefined {
  const { present } = adjoint(primal, unitSeed(primal.graph, to))
  return others.find(({ node }) => present[node]) ?? others[0]
}
