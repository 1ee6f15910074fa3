import type { CsvProblem } from '../training/csv.ts'
import type { TrainingReport, TrainingRequest } from '../training/messages.ts'
import type { Pace } from '../training/pace.ts'
import type { Course } from '../training/training.ts'
import type { DataChoice, Offer } from './dataChoice.ts'
import { helper } from './worker.ts'

/** A program to train, and all that was decided about it. */
export interface BeginRequest {
  readonly kind: 'begin'
  readonly source: string
  /** Null: what suits the program. */
  readonly choice: DataChoice | null
  readonly pasted: string
  /** Null: as many rows as the program has. */
  readonly batchSize: number | null
  readonly seed: number
  readonly course: Course
  readonly pace: Pace
  readonly prediction?: string
}

export type TrainerRequest = BeginRequest | Exclude<TrainingRequest, { kind: 'start' }>

/** What the program can be trained on, and what it is. */
export interface DataReport {
  readonly kind: 'data'
  readonly offers: readonly Offer[]
  readonly chosen: DataChoice
  /** A data set that could take the place of placeholder data. */
  readonly instead: DataChoice | null
  readonly rowProblems: readonly CsvProblem[]
}

/** Where a run left the finite numbers: places in the graph, from the node outwards through the modules around it. */
export interface LostReport {
  readonly kind: 'lost'
  readonly places: readonly number[]
}

export type TrainerReport = TrainingReport | DataReport | LostReport

export interface Trainer {
  readonly ask: (request: TrainerRequest) => void
}

/** Trains in a worker. While a beginning is under way requests wait; a later beginning takes the place of all that wait. */
export function trainer(report: (report: TrainerReport) => void, failed: (reason: string) => void): Trainer {
  let isBeginning = false
  let waiting: TrainerRequest[] = []

  const worker = helper<TrainerRequest, TrainerReport>({
    sentence: null,
    start: () => new Worker(new URL('./train.worker.ts', import.meta.url), { type: 'module' }),
    hear: receive,
    failed(reason) {
      isBeginning = false
      waiting = []
      failed(reason)
    },
  })

  function send(): void {
    while (!isBeginning && waiting.length > 0) {
      const request = waiting.shift() as TrainerRequest
      isBeginning = request.kind === 'begin'
      // What failed is tried again from the beginning.
      if (isBeginning) worker.tryAgain()
      worker.ask(request)
    }
  }

  function receive(data: TrainerReport): void {
    const isAnswer = data.kind === 'started' || data.kind === 'problem'
    const isLate = waiting[0]?.kind === 'begin' || (isBeginning && !isAnswer && data.kind !== 'data')
    if (isAnswer) isBeginning = false
    if (!isLate) report(data)
    send()
  }

  return {
    ask(request) {
      waiting = request.kind === 'begin' ? [request] : [...waiting, request]
      send()
    },
  }
}
