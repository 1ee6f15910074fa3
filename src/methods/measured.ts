import { passCount } from '../autodiff/seeds.ts'
import { curvature, type ErrorSources, errorSources } from './differenceErrors.ts'
import {
  bestStep,
  type DifferenceAt,
  differenceAt,
  errorCurve,
  evaluations,
  type FunctionSlice,
  type Scheme,
  scaleOf,
  sliceAlong,
  theoreticalStep,
} from './differences.ts'
import type { Question } from './question.ts'

export const SCHEMES: readonly Scheme[] = ['forward', 'central']

/** What numerical differentiation gives at one step size. */
export interface Differenced extends DifferenceAt {
  /** Values that the whole gradient takes. */
  readonly evaluations: number
}

/** All of its error that is measured. */
export interface ErrorsAt {
  readonly curve: readonly DifferenceAt[]
  readonly best: DifferenceAt
  /** Where theory has the best one. */
  readonly theoretical: number
  /** |f″| or |f‴|, by which truncation grows. */
  readonly bend: number
}

/** Nodes that are computed for one curve, so that it never takes long. */
const MOST_WORK = 1_500_000
const POINTS_PER_DECADE = [4, 2, 1]
const DECADES = 16

export const sliceOf = ({ view: { graph }, from, to }: Question): FunctionSlice => sliceAlong(graph, from.name, to.name)

export function stepAt(
  slice: FunctionSlice,
  d: number,
  exponent: number,
  derivative: number,
  scheme: Scheme,
): Differenced {
  const h = scaleOf(slice.x) * 10 ** exponent
  return { ...differenceAt(slice.f, slice.x, h, derivative, scheme), evaluations: evaluations(scheme, d) }
}

/** Both schemes at the step 10^exponent times the input’s magnitude. */
export function stepsOf(
  question: Question,
  exponent: number,
  derivative: number,
): Readonly<Record<Scheme, Differenced>> {
  const [slice, d] = [sliceOf(question), inputCount(question)]
  return {
    forward: stepAt(slice, d, exponent, derivative, 'forward'),
    central: stepAt(slice, d, exponent, derivative, 'central'),
  }
}

/** Null where a value takes too long to be computed so often. */
export function errorsOf(question: Question, derivative: number, scheme: Scheme): ErrorsAt | null {
  const { graph } = question.view
  const perDecade = POINTS_PER_DECADE.find((count) => 2 * DECADES * count * graph.size <= MOST_WORK)
  if (!perDecade) return null
  const slice = sliceOf(question)
  const curve = errorCurve(slice, derivative, scheme, perDecade)
  const defined = curve.filter(({ error }) => !Number.isNaN(error))
  return {
    curve,
    best: bestStep(defined.length > 0 ? defined : curve),
    theoretical: theoreticalStep(scheme, slice.x),
    bend: curvature(slice, scheme),
  }
}

export const sourcesAt = (slice: FunctionSlice, h: number, scheme: Scheme, { bend }: ErrorsAt): ErrorSources =>
  errorSources(slice, h, scheme, bend)

export const inputCount = ({ view: { graph } }: Question): number => passCount(graph, 'forward')
