import type { DataChoice } from '../training/dataChoice.ts'
import type { Pace } from '../training/pace.ts'
import type { Course } from '../training/training.ts'

/** The pictures of training. */
export const PICTURES = ['prediction', 'loss', 'gradients', 'surface'] as const
export type PictureName = (typeof PICTURES)[number]

/** What the user decided about training. It stays from one program to the next. */
export interface TrainingSettings {
  /** Null: the program’s own data. */
  readonly choice: DataChoice | null
  readonly pasted: string
  /** Null: as many rows as the program has. */
  readonly batchSize: number | null
  /** Of the order in which samples come, and of a built-in data set. */
  readonly seed: number
  readonly course: Course
  readonly pace: Pace
  /** What the pictures show; null: the likeliest. */
  readonly prediction: string | null
  /** Null: those that show most. */
  readonly pictures: readonly PictureName[] | null
  /** Whether the loss stands on a logarithmic axis. */
  readonly isLog: boolean
  /** Whether the settings are unfolded. */
  readonly isSettingUp: boolean
}

/** As at first. The pace lets the loss come down before one’s eyes. */
export const START_SETTINGS: TrainingSettings = {
  choice: null,
  pasted: '',
  batchSize: null,
  seed: 1,
  course: { rate: 0.1, optimizer: 'sgd' },
  pace: 10,
  prediction: null,
  pictures: null,
  isLog: false,
  isSettingUp: false,
}

/** Updates a second, and as many as there is time for. */
export const PACES: readonly Pace[] = [1, 2, 5, 10, 20, 100, null]
