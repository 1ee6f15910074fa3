import type { Mode } from '../autodiff/pass.ts'
import { passCount, seedAt, seedIndex } from '../autodiff/seeds.ts'
import type { Graph } from '../graph/graph.ts'
import { nodeName, nodeNamed } from '../notation/symbols.ts'
import type { Pass } from '../trace/pass.ts'
import type { PassList } from '../trace/passes.ts'
import { choicesOf, chosenBy, misfits } from './choices.ts'
import { settle } from './clock.ts'
import { compiled, isCompiled } from './compiled.ts'
import { countData, edit, setOrder } from './document.ts'
import { replace } from './keeping.ts'
import { language } from './language.ts'
import { type Moment, quoted, readLink, writeLink } from './link.ts'
import { say } from './notices.ts'
import { opening } from './opening.ts'
import { goToRace } from './playback.ts'
import { clamped, frameOf, type Position, type Shown, START, type Timeline } from './position.ts'
import { isRefused } from './refusal.ts'
import { currentSession, frameAtHand, isSecondOrder, ownSeeds, type Session } from './session.ts'
import { change, now, type Sight, type State, UNIT_SEEDS } from './store.ts'

export { isRefused }

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
    ...drawnAs(state),
  }
}

/** How the graph is drawn and played, as far as that is not as at first. */
const drawnAs = ({ panes, constants, definitions, direction, sight, granularity, speed }: State): Moment => ({
  panes: panes ?? undefined,
  constants: constants === 'nodes' ? constants : undefined,
  definitions: definitions ?? undefined,
  direction: direction ?? undefined,
  zoom: sight?.zoom,
  at: sight?.at ?? undefined,
  granularity: granularity === 'node' ? undefined : granularity,
  speed: speed === 1 ? undefined : speed,
})

/** Letters of a seed that a link has room for. */
const LONGEST_SEED = 4000

const ifShort = (seed: string | null) => (seed !== null && seed.length <= LONGEST_SEED ? seed : undefined)

const OWN = { primal: 'primal', tangent: 'jvp', adjoint: 'vjp' } as const

const passNamed = ({ seed, kind, second }: Pass): string => (second ? 'hvp' : (seed ?? OWN[kind]))

const seedNamed = ({ count, of, primal, mode }: PassList, pass: number) =>
  count > 1 && of === 'units' ? seedAt(primal.graph, mode, Math.min(Math.max(pass, 1), count - 1) - 1).name : undefined

/** Goes to the moment of a link. The program that was there stays among the recent ones. */
function goTo(moment: Moment): void {
  const before = now()
  if (moment.program !== undefined) replace(before.source, moment.program)
  change({
    shown: moment.mode ?? before.shown,
    tab: moment.tab ?? before.tab,
    theme: moment.theme ?? before.theme,
    playing: false,
    position: START,
    ...(moment.program === undefined
      ? {}
      : {
          unrolled: moment.unrolled === '1',
          data: moment.data === '1',
          open: new Set(moment.open),
          point: {},
          order: null,
          seeds: UNIT_SEEDS,
          ...{ panes: moment.panes ?? null, constants: moment.constants ?? 'inside' },
          ...{
            definitions: moment.definitions ?? null,
            direction: moment.direction ?? null,
            sight: null,
            granularity: moment.granularity ?? 'node',
            speed: moment.speed ?? 1,
          },
        }),
    ...chosenBy(moment),
  })
  if (moment.program !== undefined) edit(moment.program)
  whenCompiled(now().source, async () => {
    if (moment.order !== undefined) await setOrder(moment.order)
    const { jvp = null, vjp = null, hvp = null } = moment
    const isSeeded = jvp !== null || vjp !== null || hvp !== null
    if (isSeeded) (await ownSeeds.ask())?.giveSeeds({ forward: jvp, reverse: vjp, hvp })
    countDataNamed(moment)
    placeIn(moment)
    if (moment.race !== undefined) void goToRace(moment.race)
  })
}

/** Long programs compile in a worker; the position waits for them, unless another text comes first. */
function whenCompiled(program: string, then: () => Promise<void>): void {
  if (isCompiled(now())) void then()
  else void compiled().then(({ source }) => (source === program ? then() : undefined))
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
    if (index < 0) notices.push(`The link names the ${what} “${quoted(name)}”, which the program does not have.`)
    return Math.max(0, index) + 1
  }
  const wrt = place('forward', moment.wrt, 'input')
  const out = place('reverse', moment.out, 'output')
  const position = positionOf(moment, session, wrt, out)
  notices.push(...misfits(moment, graph))
  if (!position)
    notices.push(`The link names the pass “${quoted(moment.pass ?? '')}”, which ${whose(now().shown)} does not have.`)
  say(...notices)
  if (position) settleAt(timeline, position, moment)
  // Last, since the picture goes along with the step.
  const sight = sightIn(moment, graph)
  if (sight) change({ sight })
}

function sightIn({ zoom, at }: Moment, graph: Graph): Sight | null {
  const node = at === undefined ? undefined : nodeNamed(graph, at)
  if (zoom === undefined && node === undefined) return null
  return { zoom: zoom ?? 1, at: node === undefined ? null : nodeName(graph, node) }
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

/** Links that were followed: the program of one may be long on its way, and another be followed meanwhile. */
let followed = 0

/** What a link says, as far as it can be opened; null where another one was followed since. */
async function momentAt(fragment: string): Promise<Moment | null> {
  const turn = ++followed
  const { moment, notices } = await readLink(fragment)
  if (turn !== followed) return null
  say(...notices)
  const { program, ...rest } = moment
  return program !== undefined && isRefused(program, 'The program in the link') ? rest : moment
}

/** Opens a link’s moment: its program, or else the one given. */
export async function openLink(fragment: string, otherwise: string): Promise<void> {
  const moment = await momentAt(fragment)
  const program = moment?.program ?? otherwise
  if (program !== opening.source) await language.ask()
  if (moment) goTo({ ...moment, program })
}

/**
 * A link pasted into the address bar of the open page, or a moment that the browser goes back to: with a program it opens
 * what it would open elsewhere. The address without a link is that of the program given.
 */
export async function followLink(fragment: string, unlinked: string): Promise<void> {
  const moment = fragment.length > 1 ? await momentAt(fragment) : { program: unlinked }
  if (moment) goTo(moment.program === undefined ? moment : { mode: 'compare', tab: 'graph', ...moment })
}

export const currentLink = () => writeLink(momentOf(now()))
