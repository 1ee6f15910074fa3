import type { Mode } from '../autodiff/pass.ts'
import { passCount, seedAt, seedIndex } from '../autodiff/seeds.ts'
import type { Pass } from '../trace/pass.ts'
import type { PassList } from '../trace/passes.ts'
import { choicesOf, chosenBy, misfits } from './choices.ts'
import { settle } from './clock.ts'
import { compilerLoaded, countData, edit, setOrder } from './document.ts'
import { type Moment, readLink, writeLink } from './link.ts'
import { opening } from './opening.ts'
import { goToRace } from './playback.ts'
import { clamped, frameOf, type Position, type Shown, START, type Timeline } from './position.ts'
import { remember } from './recent.ts'
import { currentSession, frameAtHand, isSecondOrder, type Session } from './session.ts'
import { change, now, type State, UNIT_SEEDS } from './store.ts'

/** What a link to the state on the screen says. */
function momentOf(state: State): Moment {
  const session = currentSession(state)
  const frame = frameAtHand(state)
  if (!session || !frame) return { program: state.source, theme: state.theme ?? undefined }
  const { timeline } = session
  return {
    program: state.source,
    mode: state.shown,
    wrt: seedNamed(timeline.forward, state.position.forward),
    out: seedNamed(timeline.reverse, state.position.reverse),
    pass: passNamed(frame.pass),
    step: frame.step,
    jvp: ifShort(state.seeds.forward),
    vjp: ifShort(state.seeds.reverse),
    hvp: isSecondOrder(state) && ifShort(state.seeds.forward) ? (state.seeds.hvp ?? undefined) : undefined,
    race: state.position.race && Math.round(state.position.race.operations),
    tab: state.tab,
    ...choicesOf(state),
    order: state.order ?? undefined,
    unrolled: state.unrolled ? '1' : undefined,
    data: state.data ? '1' : undefined,
    open: state.open.size > 0 ? [...state.open] : undefined,
    theme: state.theme ?? undefined,
  }
}

/** Letters of a seed that a link has room for. */
const LONGEST_SEED = 4000

const ifShort = (seed: string | null) => (seed !== null && seed.length <= LONGEST_SEED ? seed : undefined)

const OWN = { primal: 'primal', tangent: 'jvp', adjoint: 'vjp' } as const

const passNamed = ({ seed, kind, second }: Pass): string => (second ? 'hvp' : (seed ?? OWN[kind]))

const seedNamed = ({ count, of, primal, mode }: PassList, pass: number) =>
  count > 1 && of === 'units' ? seedAt(primal.graph, mode, Math.min(Math.max(pass, 1), count - 1) - 1).name : undefined

/** Goes to the moment of a link. The program that was there stays among the recent ones. */
function goTo(moment: Moment, notices: readonly string[]): void {
  const before = now()
  if (moment.program !== undefined && moment.program !== before.source) remember(before.source)
  change({
    shown: moment.mode ?? before.shown,
    tab: moment.tab ?? before.tab,
    theme: moment.theme ?? before.theme,
    playing: false,
    position: START,
    notices: [...before.notices, ...notices],
    ...(moment.program === undefined
      ? {}
      : {
          unrolled: moment.unrolled === '1',
          data: moment.data === '1',
          open: new Set(moment.open),
          point: {},
          order: null,
          seeds: UNIT_SEEDS,
        }),
    ...chosenBy(moment),
  })
  if (moment.program !== undefined) edit(moment.program)
  whenCompiled(async () => {
    if (moment.order !== undefined) await setOrder(moment.order)
    const { jvp = null, vjp = null, hvp = null } = moment
    const isSeeded = jvp !== null || vjp !== null || hvp !== null
    if (isSeeded) (await import('./seeding.ts')).giveSeeds({ forward: jvp, reverse: vjp, hvp })
    countDataNamed(moment)
    placeIn(moment)
    if (moment.race !== undefined) void goToRace(moment.race)
  })
}

/** Long programs compile in a worker; the position waits for them. */
function whenCompiled(then: () => void | Promise<void>): void {
  const { compilation, source } = now()
  if (compilation.source === source) void then()
  else setTimeout(() => whenCompiled(then), 50)
}

/** A link to the pass of data counts them. */
function countDataNamed({ wrt, pass }: Moment): void {
  const session = currentSession(now())
  const isHeld = (name?: string) =>
    name !== undefined &&
    session !== null &&
    seedIndex(session.graph, 'forward', name) >= passCount(session.graph, 'forward')
  if (isHeld(wrt) || isHeld(pass)) countData(true)
}

function placeIn(moment: Moment): void {
  const session = currentSession(now())
  if (!session) return
  const { graph, timeline } = session
  const notices: string[] = []
  const place = (mode: Mode, name: string | undefined, what: string): number => {
    if (name === undefined) return 1
    const index = seedIndex(graph, mode, name)
    if (index < 0) notices.push(`The link names the ${what} “${name}”, which the program does not have.`)
    return Math.max(0, index) + 1
  }
  const wrt = place('forward', moment.wrt, 'input')
  const out = place('reverse', moment.out, 'output')
  const position = positionOf(moment, session, wrt, out)
  notices.push(...misfits(moment, graph))
  if (!position) notices.push(`The link names the pass “${moment.pass}”, which ${whose(now().shown)} does not have.`)
  change({ notices: [...now().notices, ...notices] })
  if (position) settleAt(timeline, position, moment)
}

const whose = (shown: Shown) => (shown === 'compare' ? 'the program' : `${shown} mode`)

/** null where the link names a pass that does not exist. */
function positionOf(moment: Moment, { graph, timeline }: Session, wrt: number, out: number): Position | null {
  const step = moment.step ?? 0
  const pass = moment.pass ?? 'primal'
  if (pass === 'primal') return { forward: 0, reverse: 0, step, term: 0 }
  const placeOf = (side: Mode) =>
    timeline[side].of === 'units' ? seedIndex(graph, side, pass) + 1 : placeNamed(timeline[side], pass)
  const [forward, reverse] = [placeOf('forward'), placeOf('reverse')]
  const { shown } = now()
  // The pass at hand may be the shorter one: a step beyond its end is its end.
  const within = (side: Mode, index: number) => Math.min(step, timeline[side].get(index).steps.length)
  if (forward > 0 && shown !== 'reverse')
    return {
      forward,
      reverse: waiting(out, timeline.reverse.count - 1, forward),
      step: within('forward', forward),
      term: 0,
    }
  if (reverse > 0 && shown !== 'forward')
    return {
      forward: waiting(wrt, timeline.forward.count - 1, reverse),
      reverse,
      step: within('reverse', reverse),
      term: 0,
    }
  return null
}

/** Among the few passes of seeds of the user's own; 0 where none has the name. */
const placeNamed = ({ count, get }: PassList, name: string): number =>
  Math.max(0, Array.from({ length: count }, (_, index) => passNamed(get(index))).lastIndexOf(name))

/** The other mode's pass: beyond its last where it was already done when the pass at hand began. */
const waiting = (other: number, count: number, atHand: number) => (other === count && atHand > other ? atHand : other)

function settleAt(timeline: Timeline, position: Position, moment: Moment): void {
  const { shown, preferred } = now()
  const isAt = (side: Mode) => position.forward > 0 && passNamed(frameOf(timeline, position, side).pass) === moment.pass
  const [isInput, isOutput] = [isAt('forward'), isAt('reverse')]
  change({
    position: clamped(timeline, shown, position),
    preferred: isInput ? 'forward' : isOutput ? 'reverse' : preferred,
  })
  settle()
}

/** Opens a link’s moment: its program, or else the one given. */
export async function openLink(fragment: string, otherwise: string): Promise<void> {
  const { moment, notices } = await readLink(fragment)
  const { program = otherwise } = moment
  if (program !== opening.source) await compilerLoaded
  goTo({ ...moment, program }, notices)
}

/** A link pasted into the address bar of the open page: with a program it opens what it would open elsewhere. */
export async function followLink(fragment: string): Promise<void> {
  const { moment, notices } = await readLink(fragment)
  goTo(moment.program === undefined ? moment : { mode: 'compare', tab: 'graph', ...moment }, notices)
}

export const currentLink = () => writeLink(momentOf(now()))
