import { compileGradual } from '../compile/gradual.ts'
import type { TrainingReport, TrainingRequest } from '../training/messages.ts'
import { TrainingSession } from '../training/session.ts'
import { serve } from './serve.ts'

/** Milliseconds between two reports at least: about 25 a second. */
const SLICE = 36

/** What reads Python, once a program in it has come. */
let python: typeof import('../compile/python.ts') | null = null

/** Trains off the main thread: in slices, between which requests are heard. */
function trainInSlices(): void {
  const report = serve<TrainingRequest, null, null, TrainingReport>(hear)
  const session = new TrainingSession(
    ({ source, language }) => {
      const compile = (language === 'python' && python?.compilePython) || compileGradual
      return (at) => compile(source, { open: 'all', at })
    },
    report,
    () => performance.now(),
  )
  let next: ReturnType<typeof setTimeout> | undefined

  async function hear(request: TrainingRequest): Promise<null> {
    if (request.kind === 'begin' && request.language === 'python') python ??= await import('../compile/python.ts')
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
