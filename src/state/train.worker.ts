import { compile } from '../core.ts'
import type { TrainingReport, TrainingRequest } from '../training/messages.ts'
import { TrainingSession } from '../training/session.ts'
import type { CompileAt } from '../training/task.ts'
import { serve } from './serve.ts'

/** Milliseconds between two reports at least: about 25 a second. */
const SLICE = 36

const compileAtOf =
  (source: string): CompileAt =>
  (at) =>
    compile(source, { open: 'all', at })

/** Trains off the main thread: in slices, between which requests are heard. */
function trainInSlices(): void {
  const report = serve<TrainingRequest, null, null, TrainingReport>(hear)
  const session = new TrainingSession(compileAtOf, report, () => performance.now())
  let next: ReturnType<typeof setTimeout> | undefined

  function hear(request: TrainingRequest): null {
    session.receive(request)
    // Another pace, or a run, counts at once.
    clearTimeout(next)
    goOn()
    return null
  }

  function goOn(): void {
    if (session.isRunning) next = setTimeout(goOn, session.slice(SLICE))
  }
}

trainInSlices()
