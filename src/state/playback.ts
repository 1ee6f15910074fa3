import type { Mode } from '../autodiff/pass.ts'
import { passCount as passCountOf, seedIndex } from '../autodiff/seeds.ts'
import type { NodeIndex } from '../graph/graph.ts'
import {
  clamped,
  completed,
  frameOf,
  type Granularity,
  goToEnd,
  isPast,
  modesOf,
  nextPass,
  outsideRace,
  type Position,
  previousPass,
  type Shown,
  START,
  stepBack,
  stepForward,
} from '../trace/position.ts'
import { prefersReducedMotion, run, settle } from './clock.ts'
import { hiding } from './hiding.ts'
import { later } from './later.ts'
import type { Moves } from './moves.ts'
import { UNIT_SEEDS } from './seeds.ts'
import { currentSession, modeAtHand, type Session } from './session.ts'
import { type DrawnFrame, paceOf, STILL } from './stepPace.ts'
import { change, now, type State } from './store.ts'

export const SPEEDS = [0.25, 0.5, 1, 2, 4] as const

/** Pass by pass: both modes step together. */
const byPasses: Moves = {
  start: () => START,
  end: ({ timeline }, { shown }) => goToEnd(timeline, shown),
  forward: ({ timeline }, { shown, position, granularity }) => stepForward(timeline, shown, position, granularity),
  back: ({ timeline }, { shown, position, granularity }) => stepBack(timeline, shown, position, granularity),
  nextPass: ({ timeline }, { shown, position }) => nextPass(timeline, shown, position),
  previousPass: (_, { position }) => previousPass(position),
  duration(state) {
    const session = prefersReducedMotion() ? null : currentSession(state)
    return (session ? paceOf(state, session).duration : STILL) / state.speed
  },
  drawn: (session, state, mode, progress) => ({
    frame: frameOf(session.timeline, state.position, mode),
    waits: isPast(session.timeline, state.position, mode),
    progress,
    pace: paceOf(state, session),
  }),
}

/** Its moves come with the first race. */
export const races = later('The race', () => import('./race.ts'))

const movesOf = ({ position }: State): Moves => (position.race && races.now?.raceMoves) || byPasses

/** What a picture draws of a mode, as the clock goes from 0 to 1; where nothing may move, only what has come to its end. */
export const drawn = (session: Session, state: State, mode: Mode, progress: number): DrawnFrame =>
  (prefersReducedMotion() ? byPasses : movesOf(state)).drawn(session, state, mode, progress)

function withSession(move: (session: Session) => void): void {
  const session = currentSession(now())
  if (session) move(session)
}

/** What makes playback stand still; set by what loads with the first lesson. */
export const standstill: { of: (() => boolean) | null } = { of: null }

/** Whether playback may not move: in an exam that is not handed in. */
export const isHeld = (): boolean => standstill.of?.() ?? false

/** Goes somewhere at once; a manual action pauses. */
function jump(position: Position): void {
  if (isHeld()) return
  change({ position, playing: false })
  settle()
}

const jumpBy = (move: Exclude<keyof Moves, 'duration' | 'drawn'>) =>
  withSession((session) => {
    const moves = movesOf(now())
    jump(moves[move](session, now()) ?? moves.start(session))
  })

/** Whether nothing is left to play. */
export function isComplete(state: State): boolean {
  const session = currentSession(state)
  return session !== null && !movesOf(state).forward(session, state)
}

/** One step on; where the number of the step at hand is hidden, it is told first. */
export const nextStep = () => (hiding.of?.tells() ? pause() : stepThen(() => {}))

/** One step on; what comes then is not done where something else moves first. Says whether there was a step. */
export function stepThen(then: () => void): boolean {
  const session = currentSession(now())
  change({ playing: false })
  return session !== null && goOn(session, then)
}

export const previousStep = () => jumpBy('back')

function playOn(): void {
  withSession((session) => {
    if (!now().playing) return
    hiding.of?.tells()
    if (!goOn(session, playOn)) change({ playing: false })
  })
}

/** One step on, in the time that it takes; says whether there was one. */
function goOn(session: Session, then: () => void): boolean {
  if (isHeld()) return false
  const moves = movesOf(now())
  const position = moves.forward(session, now())
  if (!position) return false
  change({ position })
  run(() => moves.duration(now()), then)
  return true
}

/** Plays on from here; from the start when everything is done. */
export const play = () =>
  withSession((session) => {
    const moves = movesOf(now())
    change(moves.forward(session, now()) ? { playing: true } : { playing: true, position: moves.start(session) })
    playOn()
  })

export const pause = () => {
  change({ playing: false })
  settle()
}

export const togglePlay = () => (now().playing ? pause() : play())
export const toStart = () => jumpBy('start')
export const toEnd = () => jumpBy('end')
export const toNextPass = () => jumpBy('nextPass')
export const toPreviousPass = () => jumpBy('previousPass')
export const scrubTo = (position: Position) => jump(outsideRace(position))

/** Goes to the step of the node, in the pass at hand before the other mode's; says whether it has one. */
export function toStepOf(node: NodeIndex): boolean {
  const state = now()
  const session = currentSession(state)
  if (!session) return false
  const { timeline } = session
  const { shown, position } = state
  const mode = [modeAtHand(state), ...modesOf(shown)].find(
    (mode) => frameOf(timeline, position, mode).pass.stepOf[node] >= 0,
  )
  if (!mode) return false
  const pass = Math.min(position[mode], timeline[mode].count - 1)
  scrubTo({ ...position, [mode]: pass, step: timeline[mode].get(pass).stepOf[node] + 1, term: 0 })
  return true
}

/** Goes to where so many operations have brought both modes in their race. */
export async function goToRace(operations: number): Promise<void> {
  if (isHeld()) return
  const { placeInRace } = await races.get()
  const position = await placeInRace(operations)
  if (!position) return
  change({ shown: 'compare', seeds: UNIT_SEEDS })
  jump(position)
}

export const race = () => goToRace(0).then(play)
export const leaveRace = () => show(now().shown)

/** Shows other modes; the position stays where both can have it. A Hessian-vector product is left for them. */
export function show(shown: Shown): void {
  if (isHeld()) return
  const { seeds } = now()
  change({ shown, seeds: seeds.hvp === null ? seeds : UNIT_SEEDS })
  withSession(({ timeline }) => jump(clamped(timeline, shown, outsideRace(now().position))))
}

export const setSpeed = (speed: number) => change({ speed })
export const setGranularity = (granularity: Granularity) => change({ granularity })

export function changeSpeed(by: 1 | -1): void {
  const index = SPEEDS.indexOf(now().speed as (typeof SPEEDS)[number])
  setSpeed(SPEEDS[Math.min(SPEEDS.length - 1, Math.max(0, index + by))])
}

/** Where playback stands in a new graph: the same seeds and the same last node, as far as they still exist. */
export function carriedOver(before: Session | null, after: Session): Position {
  const { shown } = now()
  const position = outsideRace(now().position)
  if (!before) return position
  const carried = {
    ...position,
    forward: carriedPass(before, after, 'forward', position.forward),
    reverse: carriedPass(before, after, 'reverse', position.reverse),
  }
  const mode = modesOf(shown)[0]
  const old = frameOf(before.timeline, position, mode)
  if (old.step >= old.pass.steps.length) return completed(after.timeline, shown, carried)
  if (old.step === 0) return { ...carried, step: 0, term: 0 }
  const id = before.graph.id[old.pass.steps[old.step - 1]]
  const pass = frameOf(after.timeline, { ...carried, step: 0 }, mode).pass
  const node = after.graph.id.indexOf(id)
  const step = node >= 0 && pass.stepOf[node] >= 0 ? pass.stepOf[node] + 1 : position.step
  return clamped(after.timeline, shown, { ...carried, step, term: 0 })
}

function carriedPass(before: Session, after: Session, mode: Mode, index: number): number {
  const seed = index < before.timeline[mode].count ? before.timeline[mode].seedOf(index) : null
  if (!seed || after.timeline[mode].of !== 'units') return index
  const place = seedIndex(after.graph, mode, seed.name)
  return place >= 0 && place < passCountOf(after.graph, mode) ? place + 1 : index
}
