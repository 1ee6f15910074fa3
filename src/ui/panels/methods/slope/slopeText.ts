import type { Field, SlopeCurve } from '../../../../methods/along.ts'
import { short } from '../../../../notation/numbers.ts'

/** The curve in a sentence. */
export function curveText(input: string, output: string, { xs, ys, tangent: { x, y, slope } }: SlopeCurve): string {
  const defined = ys.filter((value) => !Number.isNaN(value))
  const values =
    defined.length === 0
      ? 'it is defined nowhere there'
      : `its values lie between ${short(Math.min(...defined))} and ${short(Math.max(...defined))}`
  return (
    `${output} along ${input}, from ${short(xs[0])} to ${short(xs[xs.length - 1])}: ${values}. ` +
    `At ${input} = ${short(x)} it is ${short(y)}, and the tangent line has the slope ${short(slope)}.`
  )
}

/** The contours in a sentence. */
export function fieldText(inputs: readonly [string, string], output: string, { at, value, gradient }: Field): string {
  const [a, b] = inputs
  return (
    `Contours of ${output} over ${a} and ${b}. At ${a} = ${short(at[0])}, ${b} = ${short(at[1])} it is ${short(value)}; ` +
    `the gradient (${short(gradient[0])}, ${short(gradient[1])}) points where it rises fastest.`
  )
}

/** From the least to the most of what is drawn, with some room; never empty. */
export function heightsOf(ys: readonly number[], y: number): readonly [number, number] {
  const finite = [...ys, y].filter(Number.isFinite)
  if (finite.length === 0) return [0, 1]
  const [least, most] = [Math.min(...finite), Math.max(...finite)]
  const room = most > least ? 0.06 * (most - least) : 0.5 * (Math.abs(most) || 1)
  return [least - room, most + room]
}
