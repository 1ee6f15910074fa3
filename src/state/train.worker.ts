import { compile } from '../core.ts'
import { type Csv, readCsv } from '../training/csv.ts'
import { dataSetNamed } from '../training/dataSets.ts'
import type { Divergence } from '../training/divergence.ts'
import type { Progress } from '../training/messages.ts'
import { TrainingSession } from '../training/session.ts'
import type { CompileAt } from '../training/task.ts'
import { chosenFrom, insteadOf, OWN, offersFor, PASTED, rowsIn } from './dataChoice.ts'
import { reply, serve } from './serve.ts'
import type { BeginRequest, TrainerReport, TrainerRequest } from './trainer.ts'

/** Milliseconds between two reports at least: about 25 a second. */
const SLICE = 36

let source = ''

function post(report: TrainerReport): void {
  reply(report)
  if (report.kind === 'progress' && report.progress.divergence)
    post(lostAt(report.progress, report.progress.divergence))
}

const compileAtOf =
  (text: string): CompileAt =>
  (at) =>
    compile(text, { open: 'all', at })

/** The page may have the node within a module that is closed there. */
function lostAt({ inputs }: Progress, { node }: Divergence): TrainerReport {
  const { graph } = compileAtOf(source)(inputs ?? {})
  const places: number[] = graph ? [graph.place[node]] : []
  for (let at = graph?.module[node] ?? -1; graph && at >= 0; at = graph.modules[at].parent)
    places.push(graph.modules[at].place)
  return { kind: 'lost', places }
}

const session = new TrainingSession(compileAtOf, post, () => performance.now())
let nextSlice: ReturnType<typeof setTimeout> | undefined

/** Trains off the main thread: in slices, between which requests are heard. */
serve<TrainerRequest>((request) => {
  if (request.kind === 'begin') begin(request)
  else session.receive(request)
  // Another pace, or a run, counts at once.
  clearTimeout(nextSlice)
  loop()
})

function loop(): void {
  if (session.isRunning) nextSlice = setTimeout(loop, session.slice(SLICE))
}

function begin({ source: text, choice, pasted, batchSize, seed, course, pace, prediction }: BeginRequest): void {
  session.receive({ kind: 'pause' })
  source = text
  const compileAt = compileAtOf(source)
  const { graph } = compileAt({})
  const offers = graph ? offersFor(graph) : []
  const chosen = graph ? chosenFrom(offers, choice) : (choice ?? OWN)
  const instead = graph && chosen === OWN ? insteadOf(offers, graph) : null
  const csv: Csv | null = chosen === PASTED ? readCsv(pasted) : null
  post({ kind: 'data', offers, chosen, instead, rowProblems: csv?.problems ?? [] })
  const dataSet = csv?.dataSet ?? dataSetNamed(chosen)?.make(seed) ?? null
  if (csv && !dataSet) {
    post({ kind: 'problem', problem: 'There are no rows to learn from yet.' })
    return
  }
  const settings = { ...course, seed, batchSize: batchSize ?? rowsIn(compileAt, dataSet) }
  session.receive({ kind: 'start', source, dataSet, settings, pace, prediction })
}
