import type { Value } from '../../../../core.ts'
import { entryAt, entryNamed } from '../../../../graph/nodes.ts'
import type { Question } from '../../../../methods/question.ts'
import { displayName } from '../../../../notation/names.ts'
import { exact, short } from '../../../../notation/numbers.ts'
import { shapeOf } from '../../../../notation/shapes.ts'
import { give, waitingFor } from '../../../../state/inputValues.ts'
import { useGradual } from '../../../../state/store.ts'
import { withEntry } from '../../../kit/number/withEntry.ts'
import { CurvePicture } from './CurvePicture.tsx'
import { inner, useCurve } from './useCurve.ts'

/** Steps that a point takes along a curve. */
const STEPS = 200

/** The curve, and a slider under it that moves the point. */
export function Along({ question }: { readonly question: Question }) {
  const drawn = useCurve(question)
  const isWaiting = useGradual(({ compilation }) => compilation.outOfDate)
  if (!drawn) return null
  const { primal, from, to } = question
  const { xs } = drawn
  const [least, most] = inner([xs[0], xs[xs.length - 1]])
  const x = primal.values[primal.graph.offset[from.node] + from.entry]
  const input = displayName(from.name)
  return (
    <>
      <CurvePicture curve={drawn} input={input} output={displayName(to.name)} />
      <label className="methods-slider">
        <span>
          {input} = <data value={exact(x)}>{short(x)}</data>
        </span>
        <input
          type="range"
          aria-label={`${from.name} along the curve`}
          min={least}
          max={most}
          step={(most - least) / STEPS}
          value={x}
          disabled={isWaiting}
          onChange={({ target }) => move(question, target.valueAsNumber, most - least)}
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
  give(of.name, typeof value === 'number' ? x : withEntry(value, entryMeant(value, from.name), x))
}

/** The view may have a number of its own for each entry of an array. */
const entryMeant = (value: Value, name: string): number => entryAt(shapeOf(value), entryNamed(name)?.indices ?? []) ?? 0
