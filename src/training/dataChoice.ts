import type { Graph } from '../graph/graph.ts'
import { shapeAt } from '../graph/nodes.ts'
import { tensorOf } from '../primitives/value.ts'
import { bind, isProblem } from './binding.ts'
import { type CsvProblem, readCsv } from './csv.ts'
import type { DataSet } from './dataSet.ts'
import { builtIn, dataSetNamed } from './dataSets.ts'
import { DIGITS, readDigits } from './digits.ts'
import { ownData } from './ownData.ts'
import type { CompileAt } from './task.ts'

/** The name of a built-in data set, or one of these. */
export type DataChoice = string
/** What the program’s own data inputs hold. */
export const OWN = 'own'
/** Pasted rows. */
export const PASTED = 'pasted'

/** A built-in data set, and what the program would need for it. */
export interface Offer {
  readonly name: DataChoice
  readonly about: string
  /** Null where it fits. */
  readonly problem: string | null
}

/** What a program can be trained on, and what it is. */
export interface DataOnOffer {
  readonly offers: readonly Offer[]
  readonly chosen: DataChoice
  /** What could take the place of data that only keep one. */
  readonly instead: DataChoice | null
  readonly rowProblems: readonly CsvProblem[]
  /** What is chosen stands in a file that is not there yet. */
  readonly isAwaited: boolean
}

interface Wish {
  readonly choice: DataChoice | null
  readonly pasted: string
  readonly seed: number
  /** The text of the chosen data set’s file, once it is there. */
  readonly file: string | null
}

/** What the wish comes to; the data set is null where the program’s own data are taken, no rows were pasted, or its file is awaited. */
export function dataFor(
  compileAt: CompileAt,
  { choice, pasted, seed, file }: Wish,
): { readonly data: DataOnOffer; readonly dataSet: DataSet | null } {
  const { graph } = compileAt({})
  const offers = graph ? offersFor(graph) : []
  const chosen = graph ? chosenFrom(offers, choice) : (choice ?? OWN)
  const instead = graph && chosen === OWN ? insteadOf(offers, graph) : null
  const csv = chosen === PASTED ? readCsv(pasted) : null
  const filed = chosen === DIGITS.name && file !== null ? readDigits(file) : null
  return {
    data: { offers, chosen, instead, rowProblems: csv?.problems ?? [], isAwaited: chosen === DIGITS.name && !filed },
    dataSet: csv?.dataSet ?? filed ?? dataSetNamed(chosen)?.make(seed) ?? null,
  }
}

export const offersFor = (graph: Graph): Offer[] =>
  builtIn.map((form) => {
    const binding = bind(graph, form)
    const { name, about } = form
    return { name, about, problem: isProblem(binding) ? binding.problem : null }
  })

/** The choice that was made, where it fits; else the program’s own data. */
export function chosenFrom(offers: readonly Offer[], wish: DataChoice | null): DataChoice {
  const isThere = wish === PASTED || offers.some(({ name, problem }) => name === wish && problem === null)
  return wish !== null && isThere ? wish : OWN
}

/** Those that show most come first. */
const FAVOURITES: readonly DataChoice[] = ['line', 'two moons', 'three blobs']

/** A data set to propose in place of placeholders such as `zeros(8)`; null where the program has data that differ. */
export function insteadOf(offers: readonly Offer[], graph: Graph): DataChoice | null {
  const fitting = offers.filter(({ problem }) => problem === null).map(({ name }) => name)
  if (!holdPlaces(graph)) return null
  return FAVOURITES.find((name) => fitting.includes(name)) ?? fitting[0] ?? null
}

/** Whether all data inputs are placeholders: one number over and over, in one array at least. */
function holdPlaces({ inputs }: Graph): boolean {
  const data = inputs.flatMap(({ role, value }) => (role === 'data' ? [tensorOf(value)?.entries ?? []] : []))
  return data.some(({ length }) => length > 1) && data.every((entries) => entries.every((x) => x === entries[0]))
}

/** As many samples as the program’s own arrays have rows for; one where it is written for one sample. */
export function rowsIn(compileAt: CompileAt, dataSet: DataSet | null): number {
  const { graph } = compileAt({})
  const data = dataSet ?? ownData(compileAt)
  const binding = graph && data && bind(graph, data)
  if (!binding || isProblem(binding) || binding.perSample) return 1
  const first = graph.inputs.find(({ name }) => name === binding.placements[0].input)
  return first ? shapeAt(graph, first.node)[0] : 1
}
