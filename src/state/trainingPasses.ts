import { seedIndex } from '../autodiff/seeds.ts'
import { completed, modesOf, type Position, START } from '../trace/position.ts'
import type { TrainingProgress } from '../training/messages.ts'
import { setPoint } from './document.ts'
import { scrubTo } from './playback.ts'
import { playThrough } from './playThrough.ts'
import { UNIT_SEEDS } from './seeds.ts'
import { currentSession, type Session } from './session.ts'
import { change, now } from './store.ts'

/** How long a pass takes that is played because of a press: so long for each of its steps, and for all at most. */
const EACH = 280
const LONGEST_PASS = 3000

/** How long the graph rests after it took so many milliseconds to follow: a large one follows seldom, so that the page stays free. */
const restAfter = (took: number): number => took * Math.max(2, took / 60)

let nextFollow = 0

/** Whether the position has its place among the passes of updates that follow one another. */
let isAlong = false

/**
 * The graph takes the numbers of the loop, and the page’s position its place: at the end of the primal pass when the loss is
 * known, of the loss’s adjoint pass when its gradient is; after an update before the next primal pass, with the new parameters.
 * What the loop came to by a step is played, within `milliseconds` where the next step comes by itself.
 */
export function followInGraph(
  progress: TrainingProgress,
  before: TrainingProgress | null,
  loss: string,
  milliseconds?: number,
): void {
  const from = performance.now()
  const isMany = progress.isRunning && milliseconds === undefined
  if (isMany ? from < nextFollow || !progress.inputs : isSamePlace(progress, before)) return
  const { point } = now()
  const next = pointOf(progress, isMany)
  if (next !== NOWHERE || Object.keys(point).length > 0) setPoint(next)
  // While many updates run it goes along once: then the user may look at any place of their passes.
  // A run that a link has brought where it is leaves the place to the link.
  if (before && !(isMany && isAlong)) goAlong(progress, before, loss, milliseconds)
  isAlong = isMany
  // What the page does in answer to the new values counts as well.
  setTimeout(() => {
    const to = performance.now()
    nextFollow = to + restAfter(to - from)
  })
}

const NOWHERE = {}

/** The inputs of the pass at hand; after an update with the new parameters, unless the next pass is already under way. */
function pointOf({ inputs, parameters, phase }: TrainingProgress, isMany: boolean) {
  if (!inputs) return NOWHERE
  return phase === 'loss' && !isMany ? { ...inputs, ...parameters } : inputs
}

/** A report of something else leaves the user where they look. */
const isSamePlace = (progress: TrainingProgress, before: TrainingProgress | null): boolean =>
  before !== null && (['isRunning', 'phase', 'updates'] as const).every((field) => progress[field] === before[field])

/** Whether the loop has made one of its steps since. */
const isStep = (before: TrainingProgress, { phase, updates }: TrainingProgress): boolean =>
  (phase === 'loss' ? before.phase === 'update' && updates === before.updates + 1 : updates === before.updates) &&
  (phase !== 'gradient' || before.phase === 'loss') &&
  (phase !== 'update' || before.phase === 'gradient')

function goAlong(progress: TrainingProgress, before: TrainingProgress, loss: string, milliseconds?: number): void {
  if (progress.phase === 'loss' && progress.inputs === null) return
  const session = unitSession()
  const end = session && endOf(session, progress, loss)
  if (!session || !end) return
  change({ preferred: 'reverse' })
  const isPlayed = progress.phase !== 'loss' && isStep(before, progress) && !progress.divergence
  if (isPlayed) playThrough({ ...end, step: 0 }, milliseconds ?? Math.min(LONGEST_PASS, EACH * end.step))
  else scrubTo(end)
}

/** The gradient is that of a unit seed at the loss: seeds of the user’s own are left for it. */
function unitSession(): Session | null {
  const session = currentSession(now())
  if (!session || session.timeline.reverse.of === 'units') return session
  change({ seeds: UNIT_SEEDS })
  return currentSession(now())
}

function endOf({ graph, timeline }: Session, { phase, isRunning }: TrainingProgress, loss: string): Position | null {
  const { shown, position } = now()
  if (phase === 'loss' && !isRunning) return { ...START, step: graph.inputs.length }
  if (phase === 'gradient') return completed(timeline, shown, START)
  const reverse = 1 + lossIndex(loss)
  if (reverse === 0 || !showsReverse()) return null
  return completed(timeline, shown, { forward: Math.max(1, position.forward), reverse, step: 0, term: 0 })
}

/** Whether the graph shows the mode in which gradients are computed. */
export const showsReverse = (): boolean => modesOf(now().shown).includes('reverse')

/** The place of the loss’s adjoint pass among those of all outputs; −1 where there is none. */
export function lossIndex(loss: string): number {
  const { graph } = now().compilation
  return graph ? seedIndex(graph, 'reverse', loss) : -1
}
