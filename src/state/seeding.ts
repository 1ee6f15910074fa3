import type { Mode, Numbers } from '../autodiff/pass.ts'
import { record } from '../autodiff/point.ts'
import type { Graph } from '../core.ts'
import { entryCount, shapeAt } from '../graph/nodes.ts'
import { nested } from '../primitives/value.ts'
import { ownPass } from '../trace/ownPass.ts'
import { pause, play, seed, show } from './playback.ts'
import { clamped } from './position.ts'
import { readSeed, type Weights, writeSeed } from './seedText.ts'
import { currentSession, type Session, seedSessionsBy } from './session.ts'
import { change, now, type Seeds } from './store.ts'

/** What a mode is seeded at. */
export const endsOf = ({ inputs, outputs }: Graph, mode: Mode) => (mode === 'forward' ? inputs : outputs)

/** Those weights that the graph has a place for; null if there are some, and a place for none. */
export function fitting(graph: Graph, mode: Mode, weights: Weights): Weights | null {
  const fits = endsOf(graph, mode).filter(({ name, node }) => weights.get(name)?.length === entryCount(graph, node))
  if (fits.length === 0 && weights.size > 0) return null
  return new Map(fits.map(({ name }) => [name, weights.get(name) as readonly number[]]))
}

/** Weights as a seed of the engine, nested by shape. */
export const seedOf = (graph: Graph, mode: Mode, weights: Weights): Numbers =>
  record(
    endsOf(graph, mode).flatMap(({ name, node }) => {
      const entries = weights.get(name)
      return entries ? [[name, nested(shapeAt(graph, node), entries)] as const] : []
    }),
  )

/** The user's own seed of a mode, as far as it fits the graph; null for unit seeds. */
export function ownWeights(graph: Graph, mode: Mode, seeds: Seeds): Weights | null {
  const weights = seeds[mode] === null ? null : readSeed(seeds[mode])
  return weights && fitting(graph, mode, weights)
}

/** By graph's own session, the last one with seeds. */
const made = new WeakMap<Session, { readonly seeds: Seeds; readonly session: Session }>()

seedSessionsBy((session, seeds) => {
  if (seeds.forward === null && seeds.reverse === null) return session
  const known = made.get(session)
  if (known?.seeds.forward === seeds.forward && known.seeds.reverse === seeds.reverse) return known.session
  const seeded = { ...session, timeline: { forward: listOf('forward'), reverse: listOf('reverse') } }
  made.set(session, { seeds, session: seeded })
  return seeded

  function listOf(mode: Mode) {
    const { graph, primal, timeline } = session
    const weights = ownWeights(graph, mode, seeds)
    return weights ? ownPass(primal, mode, seedOf(graph, mode, weights)) : timeline[mode]
  }
})

/** Gives a mode a seed of the user's own, or unit seeds again; the position stays where there is one. */
export function setSeed(mode: Mode, weights: Weights | null): void {
  pause()
  change({ seeds: { ...now().seeds, [mode]: weights && writeSeed(weights) } })
  const session = currentSession(now())
  if (session) change({ position: clamped(session.timeline, now().shown, now().position) })
}

/** Plays the pass of a seed of the user's own, after the primal pass. */
export function playSeed(mode: Mode, weights: Weights): void {
  setSeed(mode, weights)
  if (now().shown !== 'compare') show(mode)
  seed(mode, 0)
  play()
}

/** Takes the seeds of a link, as far as they fit the program. */
export function giveSeeds(seeds: Seeds): void {
  const { compilation, notices } = now()
  const { graph } = compilation
  const isUnfit = (mode: Mode) => seeds[mode] !== null && (!graph || !ownWeights(graph, mode, seeds))
  const unfit = MODES.filter(isUnfit)
  change({
    seeds: { ...seeds, ...Object.fromEntries(unfit.map((mode) => [mode, null])) },
    notices: [...notices, ...unfit.map((mode) => UNFIT[mode])],
  })
}

const MODES = ['forward', 'reverse'] as const

const UNFIT = {
  forward: 'The link’s jvp is no seed for the program’s inputs; it is ignored.',
  reverse: 'The link’s vjp is no seed for the program’s outputs; it is ignored.',
} as const
