import { create } from 'zustand'
import type { Mode, Primal } from '../autodiff/pass.ts'
import type { BreakEven } from '../costs/breakEven.ts'
import type { Model } from '../costs/model.ts'
import { type Session, sessionOf } from '../trace/sessionOf.ts'
import { ask } from './accountant.ts'
import type { Both, MemorySummary } from './costQuestions.ts'
import { courseOf, type RaceCourse } from './raceCourse.ts'
import { now, useGradual } from './store.ts'
import { until } from './until.ts'

/** What the program costs at its point, as the cost model counts. */
export interface Costs {
  readonly session: Session
  readonly model: Model
  /** The counts of both modes, and what they would be with other numbers of inputs and outputs. */
  readonly even: BreakEven
  readonly course: Both<RaceCourse>
  /** null until it is known. */
  readonly memory: Both<MemorySummary> | null
}

interface CostsState {
  /** Of the graph on the screen, or of one before while those are counted. */
  readonly costs: Costs | null
  readonly isCounting: boolean
}

/** Costs have a store of their own, since counting is loaded after the graph; it follows the program from its first reader on. */
const store = create<CostsState>(() => ({ costs: null, isCounting: false }))

const { getState: current, setState: set } = store

export const { getState: costsState, subscribe: onCosts } = store

const reading: { stop: (() => void) | null } = { stop: null }

/** Counts what the program becomes, from now on. */
function follow(): void {
  if (reading.stop) return
  reading.stop = useGradual.subscribe(({ compilation, costPartials }, before) => {
    if (compilation !== before.compilation || costPartials !== before.costPartials) count()
  })
  count()
}

export function useCosts<T>(read: (state: CostsState) => T): T {
  follow()
  return store(read)
}

/** Those of the graph on the screen; null while they are counted. */
export const costsNow = ({ costs, isCounting }: CostsState): Costs | null => (isCounting ? null : costs)

/** Unit seeds are counted, whatever seeds the user has given. */
function countedSession(): Session | null {
  const { graph } = now().compilation
  return graph && sessionOf(graph)
}

function count(): void {
  const session = countedSession()
  const { costs } = current()
  const { costPartials: partials } = now()
  if (!session || (costs?.session === session && costs.model.partials === partials)) return
  set({ isCounting: true })
  ask(session.primal, 'counts', partials, (even) => {
    if (session !== countedSession() || partials !== now().costPartials) return
    set({ costs: costsOf(session, partials, even), isCounting: false })
    ask(session.primal, 'memory', null, (memory) => remember(session.primal, memory))
  })
}

function costsOf(session: Session, partials: Model['partials'], even: BreakEven): Costs {
  const model = { partials }
  const courseIn = (mode: Mode) => courseOf(session.timeline[mode], even[mode], model)
  const memory = current().costs?.session === session ? (current().costs?.memory ?? null) : null
  return { session, model, even, course: { forward: courseIn('forward'), reverse: courseIn('reverse') }, memory }
}

function remember(primal: Primal, memory: Both<MemorySummary>): void {
  const { costs } = current()
  if (costs?.session.primal === primal) set({ costs: { ...costs, memory } })
}

/** The costs of the graph on the screen, when they are counted. */
export function countedCosts(): Promise<Costs> {
  follow()
  return until(store, costsNow)
}
