import type { Value } from '../../../../core.ts'
import { entryName } from '../../../../graph/nodes.ts'
import { exact, shapeOf, short } from '../../../../notation/numbers.ts'
import { give, waitingFor } from '../../../../state/inputValues.ts'
import { useGradual } from '../../../../state/store.ts'
import { endSymbol } from '../../../kit/derivative/entries.ts'
import { withEntry } from '../../../kit/number/withEntry.ts'
import type { Question } from '../question.ts'
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
  const input = endSymbol(from.name)
  return (
    <>
      <CurvePicture curve={drawn} input={input} output={endSymbol(to.name)} />
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
  give(of.name, typeof value === 'number' ? x : withEntry(value, entryNamed(of.name, value, from.name), x))
}

/** Which entry of an array a name such as `W[0,1]` is. */
function entryNamed(array: string, value: Value, name: string): number {
  const shape = shapeOf(value)
  for (let entry = 0; ; entry++) if (entryName(array, shape, entry) === name) return entry
}
