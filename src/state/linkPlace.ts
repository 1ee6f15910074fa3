import type { Mode } from '../autodiff/pass.ts'
import { seedAt, seedIndex } from '../autodiff/seeds.ts'
import type { Graph } from '../graph/graph.ts'
import { nodeName, nodeNamed } from '../notation/symbols.ts'
import type { Pass } from '../trace/pass.ts'
import type { PassList } from '../trace/passes.ts'
import { clamped, type Position, type Shown, type Timeline } from '../trace/position.ts'
import type { Moment } from './choices/all.ts'
import type { Sight } from './choices/drawing.ts'
import { settle } from './clock.ts'
import { quoted } from './link.ts'
import { misfits, missing } from './misfits.ts'
import { say } from './notices.ts'
import { currentSession, frameAtHand, isSecondOrder, type Session } from './session.ts'
import { change, now, type State } from './store.ts'

/** Where playback stands, as a link says it; null where there are no passes. */
export function placeSaid(state: State): Moment | null {
  const session = currentSession(state)
  const frame = frameAtHand(state)
  if (!session || !frame) return null
  const { position, seeds } = state
  const { forward, reverse } = session.timeline
  const pass = passNamed(frame.pass)
  // An input may share its name with an output, as in x = x*x: what the pass says already is left out, which tells the two apart.
  const isShared = (['forward', 'reverse'] as const).every((mode) => seedIndex(session.graph, mode, pass) >= 0)
  const saidBy = isShared ? frame.pass.kind : 'primal'
  return {
    wrt: saidBy === 'tangent' ? undefined : seedNamed(forward, position.forward),
    out: saidBy === 'adjoint' ? undefined : seedNamed(reverse, position.reverse),
    pass,
    step: frame.step,
    term: position.term || undefined,
    hand: handSaid(state, session.graph),
    jvp: ifShort(seeds.forward),
    vjp: ifShort(seeds.reverse),
    hvp: isSecondOrder(state) && ifShort(seeds.forward) ? (seeds.hvp ?? undefined) : undefined,
    race: position.race && Math.round(position.race.operations),
  }
}

function handSaid({ highlight }: State, graph: Graph): string | undefined {
  const node = highlight === null ? -1 : graph.id.indexOf(highlight)
  return node < 0 ? undefined : (nodeName(graph, node) ?? undefined)
}

/** Letters of a seed that a link has room for. */
const LONGEST_SEED = 4000

const ifShort = (seed: string | null) => (seed !== null && seed.length <= LONGEST_SEED ? seed : undefined)

const OWN = { primal: 'primal', tangent: 'jvp', adjoint: 'vjp' } as const

/** The name of a pass in links: `primal`, that of its seed, or of a seed of the user’s own. */
export const passNamed = ({ seed, kind, second }: Pass): string => (second ? 'hvp' : (seed ?? OWN[kind]))

const seedNamed = ({ count, of, primal, mode }: PassList, pass: number) =>
  count > 1 && of === 'units' ? seedAt(primal.graph, mode, Math.min(Math.max(pass, 1), count - 1) - 1).name : undefined

/** Goes where a link says, in the passes of its graph; says what does not fit them. */
export function placeInPasses(moment: Moment): void {
  const session = currentSession(now())
  if (!session) return
  const { graph, timeline } = session
  const notices: string[] = []
  const place = (mode: Mode, name: string | undefined, what: 'input' | 'output'): number => {
    if (name === undefined) return 1
    const index = seedIndex(graph, mode, name)
    if (index < 0) notices.push(missing(name, what))
    return Math.max(0, index) + 1
  }
  const wrt = place('forward', moment.wrt, 'input')
  const out = place('reverse', moment.out, 'output')
  const found = positionOf(moment, session, wrt, out)
  notices.push(...misfits(moment, graph))
  if (!found)
    notices.push(`The link names the pass “${quoted(moment.pass ?? '')}”, which ${whose(now().shown)} does not have.`)
  say(...notices)
  if (found) settleAt(timeline, found)
  // Last, since the picture goes along with the step.
  const sight = sightIn(moment, graph)
  const hand = moment.hand === undefined ? undefined : nodeNamed(graph, moment.hand)
  if (hand !== undefined) change({ highlight: graph.id[hand] })
  if (sight) change({ sight })
}

function sightIn({ zoom, at }: Moment, graph: Graph): Sight | null {
  const node = at === undefined ? undefined : nodeNamed(graph, at)
  if (zoom === undefined && node === undefined) return null
  return { zoom: zoom ?? 1, at: node === undefined ? null : nodeName(graph, node) }
}

const whose = (shown: Shown) => (shown === 'compare' ? 'the program' : `${shown} mode`)

/** Where playback is to stand, and the mode whose pass it is; neither’s where it is the primal pass. */
interface Place {
  readonly position: Position
  readonly mode: Mode | null
}

/** null where the link names a pass that does not exist. */
function positionOf(moment: Moment, { graph, timeline }: Session, wrt: number, out: number): Place | null {
  const { step = 0, term = 0 } = moment
  const pass = moment.pass ?? 'primal'
  if (pass === 'primal') return { position: { forward: 0, reverse: 0, step, term }, mode: null }
  const placeOf = (mode: Mode) =>
    timeline[mode].of === 'units' ? seedIndex(graph, mode, pass) + 1 : placeNamed(timeline[mode], pass)
  const [forward, reverse] = [placeOf('forward'), placeOf('reverse')]
  const { shown } = now()
  // The pass at hand may be the shorter one: a step beyond its end is its end.
  const within = (mode: Mode, index: number) => Math.min(step, timeline[mode].get(index).steps.length)
  const isOutput = reverse > 0 && shown !== 'forward'
  if (forward > 0 && shown !== 'reverse' && !(isOutput && meansOutput(moment)))
    return {
      position: {
        forward,
        reverse: waiting(out, timeline.reverse.count - 1, forward),
        step: within('forward', forward),
        term,
      },
      mode: 'forward',
    }
  if (!isOutput) return null
  return {
    position: {
      forward: waiting(wrt, timeline.forward.count - 1, reverse),
      reverse,
      step: within('reverse', reverse),
      term,
    },
    mode: 'reverse',
  }
}

/** Which of the two a link means by a pass whose name an input and an output share. */
const meansOutput = ({ wrt, out, pass }: Moment): boolean =>
  out === undefined ? wrt !== undefined : out === pass && wrt !== pass && wrt !== undefined

/** Among the few passes of seeds of the user's own; 0 where none has the name. */
const placeNamed = ({ count, get }: PassList, name: string): number =>
  Math.max(0, Array.from({ length: count }, (_, index) => passNamed(get(index))).lastIndexOf(name))

/** The other mode's pass: beyond its last where it was already done when the pass at hand began. */
const waiting = (other: number, count: number, atHand: number) => (other === count && atHand > other ? atHand : other)

function settleAt(timeline: Timeline, { position, mode }: Place): void {
  const { shown, preferred } = now()
  change({ position: clamped(timeline, shown, position), preferred: mode ?? preferred })
  settle()
}
