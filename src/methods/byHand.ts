import { absolute, primalFrom } from '../autodiff/primal.ts'
import { tangent } from '../autodiff/tangent.ts'
import type { Input } from '../graph/graph.ts'
import { type Diagnostic, error } from '../language/diagnostic.ts'
import { grouped } from '../language/words.ts'
import {
  type DerivativeSample,
  diagnose,
  diagnoseNumber,
  type Exercise,
  isRight,
  type Mistake,
} from './diagnosis/index.ts'
import { inputEntriesAt, samplePoints } from './samplePoints.ts'
import type { ScalarView } from './scalarView.ts'
import { type InputPoint, readTyped, type Typed } from './typed.ts'

/** What there is to say about a derivative by hand. */
export type HandCheck =
  | { readonly kind: 'unreadable'; readonly diagnostics: readonly Diagnostic[] }
  /** It agreed at so many points; `isHere` says whether the point at hand is one of them. */
  | { readonly kind: 'right'; readonly points: number; readonly isHere: boolean }
  /** It failed at a point: the one at hand, if it fails there. */
  | {
      readonly kind: 'wrong'
      readonly at: InputPoint
      readonly isHere: boolean
      readonly typed: number
      readonly right: number
      readonly mistake: Mistake | null
    }
  /** It could be compared nowhere. */
  | { readonly kind: 'undecided'; readonly says: string }

/** A derivative by hand, and what it is meant to be: of one output by one input of a view between numbers. */
export interface HandQuestion {
  readonly source: string
  readonly view: ScalarView
  /** Values of the program's inputs that differ from those in the text. */
  readonly at?: InputPoint
  readonly output: string
  readonly input: string
  readonly text: string
}

/** Points besides the one at hand, of which some are tried in vain where a function is not defined. */
const POINTS = 12
const FEW = 3
const TRIES_FOR_EACH = 5
/** Nodes that are computed for one answer, so that it never takes long; graphs of more are not compared. */
const MOST_WORK = 100_000
const LARGEST_GRAPH = 20_000
const LONGEST_TEXT = 5000
/** Relative to the pass over absolute partials. */
const TOLERANCE = 1e-9
/** Times the first-order estimate of rounding in what was typed. */
const ROUNDINGS = 64

/** Compares a typed derivative with automatic differentiation, at the point at hand and at random ones around it. */
export function checkByHand({ source, view, at = {}, output, input, text }: HandQuestion): HandCheck {
  if (text.length > LONGEST_TEXT)
    return unreadable([error({ from: LONGEST_TEXT, to: text.length }, 'This is too long to check.')])
  if (view.graph.size > LARGEST_GRAPH) return TOO_LARGE
  const typed = readTyped(source, view.inputs, text)
  if (!('evaluate' in typed)) return unreadable(typed)
  const { graph, inputs } = view
  const question = { source, graph, input: named(graph.inputs, input), output: named(graph.outputs, output) }
  const here = pointHere(inputs, at)
  const tried = samplesAround(question, typed, inputs, here)
  const samples = tried.filter((sample) => !Number.isNaN(sample.typed) && !Number.isNaN(sample.derivative))
  return samples.length > 0 ? judged(question, samples, here) : undecided(question, tried)
}

/** A number in place of a derivative at the point at hand: as exact as it is, or rounded by so much. */
export function mistakeInNumber(
  { source, view, at = {}, output, input }: Omit<HandQuestion, 'text'>,
  number: number,
  roundedBy: number,
): Mistake | null {
  const { graph, inputs } = view
  if (graph.size > LARGEST_GRAPH) return null
  const question = { source, graph, input: named(graph.inputs, input), output: named(graph.outputs, output) }
  const here = pointHere(inputs, at)
  const typed = { value: number, rounding: 0, gradient: [] }
  const sample = sampleAt(question, { evaluate: () => typed }, here, inputEntriesAt(inputs, here))
  return diagnoseNumber(question, { ...sample, slope: Number.NaN, tolerance: sample.tolerance + roundedBy })
}

const pointHere = (inputs: readonly Input[], at: InputPoint): InputPoint =>
  Object.fromEntries(inputs.map(({ name, value }) => [name, Object.hasOwn(at, name) ? at[name] : value]))

const unreadable = (diagnostics: readonly Diagnostic[]): HandCheck => ({ kind: 'unreadable', diagnostics })

const TOO_LARGE: HandCheck = {
  kind: 'undecided',
  says: `Programs of more than ${grouped(LARGEST_GRAPH)} operations are not checked.`,
}

type Placed = DerivativeSample & { readonly at: InputPoint }

/** The point at hand, and others until both derivatives are defined at enough of them. */
function samplesAround(question: Exercise, typed: Typed, inputs: readonly Input[], here: InputPoint): Placed[] {
  const affordable = Math.max(FEW, Math.floor(MOST_WORK / question.graph.size))
  const wanted = Math.min(POINTS, affordable) + 1
  const tried: Placed[] = []
  let defined = 0
  for (const at of samplePoints(inputs, here)) {
    if (defined === wanted || tried.length === Math.min(affordable + 1, TRIES_FOR_EACH * wanted)) break
    const sample = sampleAt(question, typed, at, inputEntriesAt(inputs, at))
    tried.push({ ...sample, at })
    if (!Number.isNaN(sample.typed) && !Number.isNaN(sample.derivative)) defined++
  }
  return tried
}

function undecided({ output, input }: Exercise, tried: readonly Placed[]): HandCheck {
  const says = tried.every(({ derivative }) => Number.isNaN(derivative))
    ? `The derivative of ${output.name} by ${input.name} is not a number at any point that was tried. Set the inputs to other values.`
    : 'What is typed is not a number at any point that was tried. Look for roots or logarithms of negative numbers, and for 0/0.'
  return { kind: 'undecided', says }
}

function named<Item extends { readonly name: string }>(items: readonly Item[], name: string): Item {
  const found = items.find((item) => item.name === name)
  if (!found) throw new Error(`The program has no ${name}.`)
  return found
}

function sampleAt(
  { graph, input, output }: Exercise,
  typed: Typed,
  at: InputPoint,
  entries: readonly number[],
): DerivativeSample {
  const values = graph.initial.slice()
  for (const [i, { node }] of graph.inputs.entries()) values[node] = entries[i]
  const pass = primalFrom(graph, values)
  const tangents = tangent(pass, { [input.name]: 1 })
  const { value, rounding, gradient } = typed.evaluate(at)
  const slope = gradient[graph.inputs.findIndex(({ node }) => node === input.node)]
  const scale = tangent(absolute(pass), { [input.name]: 1 }).numbers[output.node]
  const tolerance = TOLERANCE * finite(scale) + ROUNDINGS * finite(rounding)
  return { pass, tangents, typed: value, slope, derivative: tangents.numbers[output.node], tolerance }
}

/** At a pole nothing is tolerated. */
const finite = (bound: number): number => (Number.isFinite(bound) ? bound : 0)

function judged(question: Exercise, samples: readonly Placed[], here: InputPoint): HandCheck {
  const failed = samples.find((sample) => !isRight(sample))
  const isHere = samples[0].at === here
  if (!failed) return { kind: 'right', points: samples.length, isHere }
  const mistake = diagnose(question, samples) ?? (isHere && isRight(samples[0]) ? RIGHT_HERE_ONLY : null)
  const { at, typed, derivative } = failed
  return { kind: 'wrong', at, isHere: at === here, typed, right: derivative, mistake }
}

const RIGHT_HERE_ONLY: Mistake = {
  ...{ kind: 'right at this point only', node: null, span: null },
  says: 'Right at this point only: a number may stand where a name belongs.',
}
