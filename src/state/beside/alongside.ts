import type { Mode } from '../../autodiff/pass.ts'
import { seedIndex } from '../../autodiff/seeds.ts'
import type { Frame, Pass } from '../../trace/pass.ts'
import { frameOf, isPast, type Position } from '../../trace/position.ts'
import type { Session } from '../../trace/sessionOf.ts'

/** The pass of the other program with the same seed, by its place; beyond the last where it has none. */
function passAlong(session: Session, other: Session, mode: Mode, index: number): number {
  if (index >= session.timeline[mode].count) return other.timeline[mode].count
  const seed = session.timeline[mode].seedOf(index)
  if (seed === null) return index
  const { graph, timeline } = other
  const place = seedIndex(graph, mode, seed.name)
  return place >= 0 && place + 1 < timeline[mode].count ? place + 1 : timeline[mode].count
}

/** How many steps of the other pass are done when the last of them is that both have done; all where the frame is complete. */
function stepsAlong({ pass, step }: Frame, session: Session, along: Pass, other: Session): number {
  if (step >= pass.steps.length) return along.steps.length
  const done = new Set(Array.from(pass.steps.subarray(0, step), (node) => session.graph.id[node]))
  return along.steps.findLastIndex((node) => done.has(other.graph.id[node])) + 1
}

/** Where the other program stands when this one has come to a position: the same passes, as far as the same nodes. */
export function alongside(session: Session, position: Position, mode: Mode, other: Session): Position {
  const index = passAlong(session, other, mode, position[mode])
  const at = { ...position, race: undefined, term: 0, [mode]: index }
  if (isPast(other.timeline, at, mode)) return at
  const frame = frameOf(session.timeline, position, mode)
  return { ...at, step: stepsAlong(frame, session, other.timeline[mode].get(index), other) }
}
