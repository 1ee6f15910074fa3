import { count, grouped, noun } from '../../../language/words.ts'
import { short } from '../../../notation/numbers.ts'
import type { Placement } from '../../../training/binding.ts'
import { OWN } from '../../../training/dataChoice.ts'
import type { DataSet } from '../../../training/dataSet.ts'
import type { GradientCheck } from '../../../training/gradientCheck.ts'
import type { Start, TrainingProgress } from '../../../training/messages.ts'
import type { PredictionPicture } from '../../../training/picture.ts'
import type { Rest } from '../../../training/rest.ts'
import type { LossSurface } from '../../../training/surface.ts'
import type { Series } from './series.ts'

export const percent = (share: number): string => `${(100 * share).toFixed(1)} %`

/** Where the loop stands, in one sentence; nothing before its first step. */
export function loopStanding(progress: TrainingProgress): string {
  const { phase, updates, loss, norms, divergence, rest } = progress
  if (divergence) return divergence.message
  if (rest) return restText(rest)
  if (progress.isCompleted) return `${completedText(progress)} ${learntText(progress)}`
  if (loss === null) return ''
  const under = `Update ${updates + 1}`
  if (phase === 'gradient') return `${under}, step 1: the loss of the mini-batch is ${short(loss)}.`
  if (phase === 'update') return `${under}, step 2: the gradient has magnitude ${short(Math.hypot(...(norms ?? [])))}.`
  return learntText(progress)
}

function learntText({ updates, loss, accuracy, heldOutAccuracy }: TrainingProgress): string {
  const right = accuracy == null ? '' : `, accuracy ${percent(accuracy)}`
  const heldOut = heldOutAccuracy == null ? '' : `, on held-out samples ${percent(heldOutAccuracy)}`
  return `${count(updates, 'update')} made; the loss was ${short(loss ?? Number.NaN)}${right}${heldOut}.`
}

/** Where the epochs are completed that a run was to take. */
export const completedText = ({ epochs }: TrainingProgress): string =>
  `Stopped after ${count(Math.round(epochs), 'epoch')}, as the settings say.`

/** Updates a second, by two digits: more would change all the time. */
export const speedText = (speed: number): string => grouped(Number(speed.toPrecision(2)))

const MINUTE = 60

/** Seconds that are left, rounded up: “12 s”, “3 min 05 s”, “2 h 10 min”. */
export function leftText(seconds: number): string {
  const all = Math.ceil(seconds)
  const [minutes, rest] = [Math.floor(all / MINUTE), all % MINUTE]
  if (minutes === 0) return `${rest} s`
  if (minutes < MINUTE) return `${minutes} min ${String(rest).padStart(2, '0')} s`
  return `${grouped(Math.floor(minutes / MINUTE))} h ${minutes % MINUTE} min`
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

/** The gradient of a parameter: its magnitude now, and over the updates. */
export interface Magnitude extends Series {
  readonly name: string
  readonly now: number
}

/** From here on a gradient that is smaller than another vanishes beside it, and one that has grown explodes. */
const EXTREME = 1000
/** Beside the largest at first: all of them have come down. */
const SETTLED = 1e-5

/** What the magnitudes say: which gradient is none, vanishes or explodes, or how far they lie apart. */
export function gradientVerdict(all: readonly Magnitude[]): string {
  const norms = all.map(({ now }) => now)
  const [least, most] = [Math.min(...norms), Math.max(...norms)]
  const first = Math.max(...all.map(({ ys }) => ys[0]))
  const never = all.filter(({ ys }) => ys.every((norm) => norm === 0))
  if (never.length > 0)
    return `The gradient of ${namesOf(never)} has been 0 all along: nothing moves ${never.length > 1 ? 'them' : 'it'}.`
  if (most <= SETTLED * first) return `All gradients have come down to ${short(most)} or less: little moves any more.`
  const still = all.filter(({ now }) => now === 0)
  if (still.length > 0) return `The gradient of ${namesOf(still)} is 0 in this update.`
  if (most / first >= EXTREME)
    return `Exploding: the largest gradient has grown ${short(Math.round(most / first))}-fold since the first update.`
  if (most / least >= EXTREME)
    return `Vanishing: the gradient of ${all[norms.indexOf(least)].name} is ${short(Math.round(most / least))} times smaller than that of ${all[norms.indexOf(most)].name}.`
  if (all.length === 1) return `The gradient of ${all[0].name} has magnitude ${short(most)}.`
  return `The largest is ${short(Number((most / least).toPrecision(2)))} times the smallest.`
}

const namesOf = (all: readonly Magnitude[]): string => all.map(({ name }) => name).join(', ')

/** Why a run has ended by itself. */
export function restText(rest: Rest): string {
  const norm = `the gradient’s norm is ${short(rest.norm)}`
  switch (rest.kind) {
    case 'minimum':
      return `At a minimum: ${norm}.`
    case 'flat':
      return `On a plain: ${norm}, and the loss is the same all around. Nothing moves the parameters.`
    case 'stationary':
      return `At no minimum, but ${norm}: the loss is lower nearby, and no update leads there. Start from other parameters.`
    case 'level':
      return `The loss no longer falls: over the last ${rest.count} ${rest.by}s its mean was ${short(rest.loss)}, no lower than over the ${rest.count} before. A ${rest.isStill ? 'larger' : 'smaller'} learning rate may bring it lower.`
  }
}

/** Which data input takes what of a sample. */
export function mappingText({ binding, dataSet }: Start, chosen: string | null, inputs: readonly string[]): string {
  if (inputs.length === 0) return 'The program has no data.'
  if (!binding || !dataSet)
    return `${inputs.join(' and ')}: as the program has ${inputs.length > 1 ? 'them' : 'it'}, in every update.`
  const isOwn = chosen === OWN
  const rows = dataSet.targets.length
  const parts = binding.placements.map((placement) => {
    const [what, named] = takenText(placement, dataSet)
    return `${placement.input}: ${what}${isOwn || !named ? '' : ` (${named})`}`
  })
  const held = dataSet.heldOut?.length ?? 0
  if (held > 0)
    return `${parts.join('; ')}. ${grouped(rows - held)} samples are learnt from, ${grouped(held)} are held out.`
  return `${parts.join('; ')}${isOwn ? `, the program’s own ${rows} ${noun(rows, 'row')}` : ''}.`
}

/** Features that are all called by their names. */
const MOST_NAMES = 8

const namesIn = (features: readonly string[]): string =>
  features.length > MOST_NAMES ? `${features[0]}, …, ${features.at(-1)}` : features.join(', ')

/** What it is, and what the data set calls it. */
function takenText({ takes, shape }: Placement, { columns, classes = [], kind, matrix }: DataSet): readonly string[] {
  const features = columns.slice(0, -1)
  if (takes === 'one-hot') return [`the class, a column for each of ${classes.length}`]
  if (takes === 'target')
    return kind === 'classes' ? [`the class, ${classes.join(' or ')}`] : ['the number to predict', columns.at(-1) ?? '']
  if (takes !== 'features') return ['a feature', features[takes.feature]]
  if (matrix) return [`the sample, ${matrix.join('×')} numbers`, '']
  return shape[shape.length - 1] > 1 ? ['the points', namesIn(features)] : ['the feature', features[0]]
}

/** The decision boundary or the surface over two features as a sentence. */
export function boundaryText(
  { classes }: PredictionPicture & { kind: 'boundary' },
  dataSet: DataSet,
  accuracy: number | null,
): string {
  const [x, y] = dataSet.columns
  const samples = samplesOf(dataSet)
  if (!classes) return `Predicted ${dataSet.columns[2]} over ${x} and ${y}, with ${samples}.`
  const shares = (dataSet.classes ?? []).map((name, k) => `${name} on ${percent(share(classes, k))}`)
  const right = accuracy === null ? '' : ` ${percent(accuracy)} of them lie where their class is predicted.`
  return `Predicted classes over ${x} and ${y}: ${shares.join(', ')} of the part shown, with ${samples}.${right}`
}

const samplesOf = ({ targets }: DataSet): string => `${targets.length} ${noun(targets.length, 'sample')}`

/** How many samples are misclassified, and how many of them are drawn. */
export function samplesText(wrong: number, all: number, shown: number): string {
  const told =
    wrong === 0
      ? `All ${count(all, 'sample')} are classified rightly.`
      : `${grouped(wrong)} of ${count(all, 'sample')} ${wrong === 1 ? 'is' : 'are'} misclassified: ✗ and what is predicted.`
  return `${told} ${grouped(shown)} ${shown === 1 ? 'is' : 'are'} shown.`
}

/** A sample as it is read aloud. */
export const sampleText = (label: string, predicted: string): string =>
  label === predicted ? `${label}, as predicted` : `${label}, predicted as ${predicted}`

const share = (classes: Uint8Array, k: number): number =>
  classes.reduce((count, at) => count + (at === k ? 1 : 0), 0) / classes.length

/** The curve through points over one feature as a sentence. */
export function fitText({ xs, predictions, width }: PredictionPicture & { kind: 'fit' }, dataSet: DataSet): string {
  const [x, y] = dataSet.columns
  const last = xs.length - 1
  return `Predicted ${y} over ${x}: ${short(predictions[0])} at ${x} = ${short(xs[0])}, ${short(predictions[last * width])} at ${x} = ${short(xs[last])}, with ${samplesOf(dataSet)}.`
}

/** The loss surface and where the parameters stand on it. */
export function surfaceText({ names, axes, losses }: LossSurface, at: readonly number[]): string {
  const least = losses.reduce((best, loss, i) => (loss < losses[best] ? i : best), 0)
  const lowest = [axes[0][least % axes[0].length], axes[1]?.[Math.floor(least / axes[0].length)]]
  const place = (values: readonly number[]) => names.map((name, i) => `${name} = ${short(values[i])}`).join(', ')
  return `Loss over ${names.join(' and ')}: lowest, ${short(losses[least])}, near ${place(lowest)}; the parameters stand at ${place(at)}.`
}
