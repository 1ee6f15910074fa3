import { short } from '../../notation/numbers.ts'
import type { DataSet } from '../../training/dataSet.ts'
import type { GradientCheck } from '../../training/gradientCheck.ts'
import type { Progress } from '../../training/messages.ts'
import type { Picture } from '../../training/picture.ts'
import type { LossSurface } from '../../training/surface.ts'
import type { Series } from './series.ts'

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

/** Where the loop stands, in one sentence; nothing before its first step. */
export function standing({ phase, updates, loss, norms, accuracy, divergence }: Progress): string {
  if (divergence) return divergence.message
  if (loss === null) return ''
  const under = `Update ${updates + 1}`
  if (phase === 'gradient') return `${under}, step 1: the loss of the mini-batch is ${short(loss)}.`
  if (phase === 'update') return `${under}, step 2: the gradient has magnitude ${short(Math.hypot(...(norms ?? [])))}.`
  const right = accuracy == null ? '' : `, accuracy ${percent(accuracy)}`
  return `${counted(updates, 'update')} made; the loss was ${short(loss)}${right}.`
}

/** The result of a gradient check, without its worst entry. */
export function checkText({ agrees, checked, kinks }: GradientCheck): string {
  const at = kinks.length === 0 ? '' : ` At kinks, with nothing to compare: ${kinks.join(', ')}.`
  if (checked === 0) return `Nothing could be compared.${at}`
  const entries = checked === 1 ? 'the 1 entry compared' : `all ${checked} entries compared`
  return agrees
    ? `Passes: the adjoint pass agrees with differences of the loss at ${entries}.${at}`
    : `Fails: the adjoint pass and differences of the loss do not agree.${at}`
}

/** The loss curve as a sentence. */
export function lossText({ xs, ys }: Series): string {
  if (xs.length === 0) return 'Loss by update: nothing yet.'
  const last = xs.length - 1
  const least = ys.reduce((best, loss, i) => (loss < ys[best] ? i : best), 0)
  return `Loss of the mini-batches by update: ${short(ys[0])} at first, ${short(ys[last])} at update ${xs[last] + 1}, least ${short(ys[least])} at update ${xs[least] + 1}.`
}

/** From here on a gradient that is smaller than another vanishes beside it, and one that has grown explodes. */
const EXTREME = 1000

/** What the magnitudes say: which gradient vanishes or explodes, or how far they lie apart. */
export function verdict(names: readonly string[], norms: Float64Array, first: readonly number[]): string {
  const still = names.filter((_, i) => norms[i] === 0)
  if (still.length > 0)
    return `The gradient of ${still.join(', ')} is 0: nothing moves ${still.length > 1 ? 'them' : 'it'}.`
  const [least, most] = [Math.min(...norms), Math.max(...norms)]
  const grown = most / Math.max(...first)
  if (grown >= EXTREME)
    return `Exploding: the largest gradient has grown ${short(Math.round(grown))}-fold since the first update.`
  if (most / least >= EXTREME)
    return `Vanishing: the gradient of ${names[norms.indexOf(least)]} is ${short(Math.round(most / least))} times smaller than that of ${names[norms.indexOf(most)]}.`
  if (names.length === 1) return `The gradient of ${names[0]} has magnitude ${short(most)}.`
  return `The largest is ${short(Number((most / least).toPrecision(2)))} times the smallest.`
}

/** The decision boundary or the surface over two features as a sentence. */
export function boundaryText(
  { classes }: Picture & { kind: 'boundary' },
  dataSet: DataSet,
  accuracy: number | null,
): string {
  const [x, y] = dataSet.columns
  const samples = counted(dataSet.targets.length, 'sample')
  if (!classes) return `Predicted ${dataSet.columns[2]} over ${x} and ${y}, with ${samples}.`
  const shares = (dataSet.classes ?? []).map((name, k) => `${name} on ${percent(share(classes, k))}`)
  const right = accuracy === null ? '' : ` ${percent(accuracy)} of them lie where their class is predicted.`
  return `Predicted classes over ${x} and ${y}: ${shares.join(', ')} of the part shown, with ${samples}.${right}`
}

const share = (classes: Uint8Array, k: number): number =>
  classes.reduce((count, at) => count + (at === k ? 1 : 0), 0) / classes.length

/** The curve through points over one feature as a sentence. */
export function fitText({ xs, predictions, width }: Picture & { kind: 'fit' }, dataSet: DataSet): string {
  const [x, y] = dataSet.columns
  const last = xs.length - 1
  return `Predicted ${y} over ${x}: ${short(predictions[0])} at ${x} = ${short(xs[0])}, ${short(predictions[last * width])} at ${x} = ${short(xs[last])}, with ${counted(dataSet.targets.length, 'sample')}.`
}

/** The loss surface and where the parameters stand on it. */
export function surfaceText({ names, axes, losses }: LossSurface, at: readonly number[]): string {
  const least = losses.reduce((best, loss, i) => (loss < losses[best] ? i : best), 0)
  const lowest = [axes[0][least % axes[0].length], axes[1]?.[Math.floor(least / axes[0].length)]]
  const place = (values: readonly number[]) => names.map((name, i) => `${name} = ${short(values[i])}`).join(', ')
  return `Loss over ${names.join(' and ')}: lowest, ${short(losses[least])}, near ${place(lowest)}; the parameters stand at ${place(at)}.`
}
