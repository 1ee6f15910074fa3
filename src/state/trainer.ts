import type { TrainingReport, TrainingRequest } from '../training/messages.ts'
import { helper } from './worker.ts'

/** Trains in a worker. A beginning takes the place of all that waits; what has failed is tried again by it. */
export function trainer(
  report: (report: TrainingReport) => void,
  failed: (reason: string) => void,
): (request: TrainingRequest) => void {
  const worker = helper<TrainingRequest, null, null, TrainingReport>({
    start: () => new Worker(new URL('./train.worker.ts', import.meta.url), { type: 'module' }),
    ...{ report, failed },
  })
  return (request) => {
    const begins = request.kind === 'begin'
    if (begins) worker.tryAgain()
    void worker.ask(request, { turn: begins ? 'latest' : 'queued' })
  }
}
