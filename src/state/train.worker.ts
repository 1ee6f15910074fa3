import { compile } from '../core.ts'
import { type Csv, readCsv } from '../training/csv.ts'
import { dataSetNamed } from '../training/dataSets.ts'
import { TrainingSession } from '../training/session.ts'
import type { CompileAt } from '../training/task.ts'
import { chosenFrom, OWN, offersFor, PASTED, rowsIn } from './dataChoice.ts'
import type { BeginRequest, TrainerReport, TrainerRequest } from './trainer.ts'

/** Milliseconds between two reports: about 25 a second. */
const SLICE = 36

const post = (report: TrainerReport): void => self.postMessage(report)

const compileAtOf =
  (source: string): CompileAt =>
  (at) =>
    compile(source, { open: 'all', at })

const session = new TrainingSession(compileAtOf, post, () => performance.now())
let isLooping = false

/** Trains off the main thread: in slices, between which requests are heard. */
self.onmessage = ({ data: request }: MessageEvent<TrainerRequest>) => {
  if (request.kind === 'begin') begin(request)
  else session.receive(request)
  if (!isLooping) loop()
}

function loop(): void {
  isLooping = session.isRunning
  if (!isLooping) return
  session.slice(SLICE)
  setTimeout(loop)
}

function begin({ source, choice, pasted, batchSize, seed, course, prediction }: BeginRequest): void {
  session.receive({ kind: 'pause' })
  const compileAt = compileAtOf(source)
  const { graph } = compileAt({})
  const offers = graph ? offersFor(graph) : []
  const chosen = graph ? chosenFrom(offers, graph, choice) : (choice ?? OWN)
  const csv: Csv | null = chosen === PASTED ? readCsv(pasted) : null
  post({ kind: 'data', offers, chosen, rowProblems: csv?.problems ?? [] })
  const dataSet = csv?.dataSet ?? dataSetNamed(chosen)?.make(seed) ?? null
  if (csv && !dataSet) {
    post({ kind: 'problem', problem: 'There are no rows to learn from yet.' })
    return
  }
  const settings = { ...course, seed, batchSize: batchSize ?? rowsIn(compileAt, dataSet) }
  session.receive({ kind: 'start', source, dataSet, settings, prediction })
}
