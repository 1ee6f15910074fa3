import { type OptimizerName, optimizers } from '../../training/optimizers.ts'
import type { Pace } from '../../training/pace.ts'
import { tabOf } from './belonging.ts'
import { asItIs, flag, linked } from './choice.ts'
import { listOf, oneOf, positiveNumber, text, whole, wholeFrom } from './form.ts'

/** The pictures of training. */
export const PICTURES = ['prediction', 'samples', 'loss', 'gradients', 'surface'] as const
export type PictureName = (typeof PICTURES)[number]

/** Updates a second, and as many as there is time for. */
export const PACES: readonly Pace[] = [1, 2, 5, 10, 20, 100, null]

const TRAIN = tabOf('train')
const FIRST: OptimizerName = 'sgd'
/** The pace lets the loss come down before one’s eyes. */
const START: Pace = 10

const wordOf = (pace: Pace) => (pace === null ? 'full' : String(pace))
const PACE = oneOf(PACES.map(wordOf))

/** How far a run has come. A link’s steps are taken again from the start, which gives the same numbers. */
export interface RunPlace {
  /** Of the loop’s three steps those that are taken. */
  readonly steps: number
}

export const RUN_START: RunPlace = { steps: 0 }

/** More are not taken again when a link is opened: it would be waited for. */
const MOST_STEPS = 30_000

/** What the user decided about training. It stays from one program to the next. */
export const training = {
  /** The name of a data set; null is the program’s own. */
  trainingData: asItIs('dataset', text, TRAIN, null),
  trainingPasted: asItIs('rows', text, TRAIN, ''),
  /** null is as many rows as the program has. */
  trainingBatch: asItIs('batch', wholeFrom(1), TRAIN, null),
  /** Of the order in which samples come, and of a built-in data set. */
  trainingSeed: asItIs('seed', whole, TRAIN, 1),
  trainingRate: asItIs('rate', positiveNumber, TRAIN, 0.1),
  trainingOptimizer: asItIs('optimizer', oneOf(optimizers.map(({ name }) => name)), TRAIN, FIRST),
  trainingPace: linked<Pace, { readonly pace: typeof PACE }>(START, {
    ...{ fields: { pace: PACE }, of: TRAIN },
    says: (pace) => ({ pace: pace === START ? undefined : wordOf(pace) }),
    means: ({ pace = wordOf(START) }) => PACES.find((each) => wordOf(each) === pace) ?? null,
  }),
  /** After so many a run stops; null is no end. */
  trainingEpochs: asItIs('epochs', wholeFrom(1), TRAIN, null),
  /** What of the program the pictures show as its prediction; null is the likeliest. */
  trainingPrediction: asItIs('prediction', text, TRAIN, null),
  /** null are those that show most. */
  trainingPictures: asItIs('pictures', listOf(oneOf(PICTURES)), TRAIN, null),
  /** Whether of the samples only those are shown whose class is not predicted. */
  trainingWrong: flag('wrong', TRAIN, false),
  trainingReached: linked<RunPlace, { readonly trained: typeof whole }>(RUN_START, {
    ...{ fields: { trained: whole }, of: TRAIN },
    says: ({ steps }) => ({ trained: steps > 0 && steps <= MOST_STEPS ? steps : undefined }),
    means: ({ trained = 0 }) => ({ steps: Math.min(trained, MOST_STEPS) }),
  }),
  /** Whether the loss stands on a logarithmic axis. */
  trainingLog: flag('log', TRAIN, false),
}
