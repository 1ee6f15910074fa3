import type { Mode, Numbers } from '../autodiff/pass.ts'
import { record } from '../autodiff/point.ts'
import { seedIndex } from '../autodiff/seeds.ts'
import type { Graph } from '../core.ts'
import { entryCount, shapeAt } from '../graph/nodes.ts'
import { nested } from '../primitives/value.ts'
import { ownPass } from '../trace/ownPass.ts'
import { secondPasses } from '../trace/secondPasses.ts'
import type { Session } from '../trace/sessionOf.ts'
import { say } from './notices.ts'
import type { Seeds } from './seeds.ts'
import { readSeed, type Weights } from './seedText.ts'
import { change, now } from './store.ts'

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

/** What a Hessian-vector product needs, as far as it fits the graph: the direction, and the index of the output’s pass. */
function hessianSeed(graph: Graph, seeds: Seeds): { readonly weights: Weights; readonly output: number } | null {
  const output = seeds.hvp === null ? -1 : seedIndex(graph, 'reverse', seeds.hvp)
  const weights = ownWeights(graph, 'forward', seeds)
  return weights && output >= 0 ? { weights, output } : null
}

/** By graph's own session, the last one with seeds. */
const made = new WeakMap<Session, { readonly seeds: Seeds; readonly session: Session }>()

/** The session with seeds of the user's own, as far as they fit. */
export function withOwnSeeds(session: Session, seeds: Seeds): Session {
  if (FIELDS.every((field) => seeds[field] === null)) return session
  const known = made.get(session)
  if (known && FIELDS.every((field) => known.seeds[field] === seeds[field])) return known.session
  const seeded = { ...session, timeline: { forward: listOf('forward'), reverse: listOf('reverse') } }
  made.set(session, { seeds, session: seeded })
  return seeded

  function listOf(mode: Mode) {
    const { graph, primal, timeline } = session
    const along = hessianSeed(graph, seeds)
    if (along && mode === 'reverse') return secondPasses(primal, seedOf(graph, 'forward', along.weights), along.output)
    const weights = along ? null : ownWeights(graph, mode, seeds)
    return weights ? ownPass(primal, mode, seedOf(graph, mode, weights)) : timeline[mode]
  }
}

/** Takes the seeds of a link, as far as they fit the program. */
export function giveSeeds(seeds: Seeds): void {
  const { compilation, shown } = now()
  const { graph } = compilation
  const fits = (field: keyof Seeds) =>
    graph !== null && (field === 'hvp' ? hessianSeed(graph, seeds) : ownWeights(graph, field, seeds)) !== null
  const unfit = FIELDS.filter((field) => seeds[field] !== null && !fits(field))
  change({
    seeds: { ...seeds, ...Object.fromEntries(unfit.map((field) => [field, null])) },
    shown: seeds.hvp !== null && !unfit.includes('hvp') ? 'reverse' : shown,
  })
  say(...unfit.map((field) => UNFIT[field]))
}

const FIELDS = ['forward', 'reverse', 'hvp'] as const

const UNFIT = {
  forward: 'The link’s jvp is no seed for the program’s inputs; it is ignored.',
  reverse: 'The link’s vjp is no seed for the program’s outputs; it is ignored.',
  hvp: 'The link’s hvp names no output, or its jvp no direction for it; it is ignored.',
} as const
