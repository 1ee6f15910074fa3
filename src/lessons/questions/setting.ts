import type { Mode, Numbers, Primal } from '../../autodiff/pass.ts'
import { primalFrom } from '../../autodiff/primal.ts'
import { passCount, seedIndex } from '../../autodiff/seeds.ts'
import type { Compiled } from '../../compile/compiled.ts'
import type { Graph, Input } from '../../graph/graph.ts'
import { entryName, valueAt } from '../../graph/nodes.ts'
import { nodeNamed } from '../../notation/symbols.ts'
import { tensorOf, type Value } from '../../primitives/value.ts'
import { passes } from '../../trace/passes.ts'

/** Where the scene stands, in the words of links: what `Moment` has of it. */
export interface AskedAt {
  readonly mode?: 'forward' | 'reverse' | 'compare' | undefined
  readonly wrt?: string | undefined
  readonly out?: string | undefined
  /** `primal`, or the seeded name. */
  readonly pass?: string | undefined
  /** Completed steps of that pass. */
  readonly step?: number | undefined
}

/** Where a question is asked: a program at its point, and how far its passes have come. */
export interface Setting {
  readonly source: string
  readonly language: Compiled['language']
  /** Whether inputs have decided conditions: elsewhere the graph may be another. */
  readonly decides: boolean
  readonly graph: Graph
  /** As the program has them; those of an unrolled graph are their entries. */
  readonly inputs: readonly Input[]
  readonly primal: Primal
  readonly moment: AskedAt
}

/**
 * The setting of a compiled program at a moment; null where the program has errors. `at` moves inputs away from the values
 * that the text gives them.
 */
export function settingOf(
  source: string,
  { graph, inputs, language, decides = false }: Compiled,
  moment: AskedAt,
  at: Readonly<Numbers> = {},
): Setting | null {
  return graph && { ...{ source, language, decides, graph, inputs, moment }, primal: primalAt(graph, inputs, at) }
}

/** The same with other values of its inputs. */
export const movedTo = (setting: Setting, at: Readonly<Numbers>): Setting => ({
  ...setting,
  primal: primalAt(setting.graph, setting.inputs, at),
})

/** Arrays are inputs of the graph as a whole, or entry by entry where it is unrolled. What has another shape stays as it is. */
function primalAt(graph: Graph, inputs: readonly Input[], at: Readonly<Numbers>): Primal {
  const values = graph.initial.slice()
  const put = (name: string, entries: ArrayLike<number>): void => {
    const input = graph.inputs.find((each) => each.name === name)
    if (input && graph.offset[input.node + 1] - graph.offset[input.node] === entries.length)
      values.set(Array.from(entries), graph.offset[input.node])
  }
  for (const { name } of inputs) {
    const tensor = Object.hasOwn(at, name) ? tensorOf(at[name]) : null
    if (!tensor) continue
    put(name, tensor.entries)
    if (tensor.shape.length > 0)
      for (const [i, entry] of tensor.entries.entries()) put(entryName(name, tensor.shape, i), [entry])
  }
  return primalFrom(graph, values)
}

/** The values of the program’s inputs at its point, by name. */
export function pointOf({ graph, inputs, primal: { values } }: Setting): Record<string, Value> {
  const point: Record<string, Value> = Object.create(null)
  for (const { name, value } of inputs) point[name] = valueNamed(graph, values, name, value)
  return point
}

function valueNamed(graph: Graph, values: Float64Array, name: string, value: Value): Value {
  const node = nodeNamed(graph, name)
  if (node !== undefined) return valueAt(graph, node, values)
  const within = (part: Value, place: readonly number[]): Value => {
    if (typeof part !== 'number') return part.map((item, i) => within(item, [...place, i]))
    const entry = nodeNamed(graph, `${name}[${place.join(',')}]`)
    return entry === undefined ? part : values[graph.offset[entry]]
  }
  return within(value, [])
}

/** How far the passes have come: 0 is the primal pass, k the k-th of the mode; beyond its last the mode is done. */
interface PassesStanding extends Readonly<Record<Mode, number>> {
  readonly step: number
  /** The mode whose pass is named; null in the primal pass. */
  readonly named: Mode | null
}

/** As the page opens the moment’s link: the pass that is named sets the step, and both modes keep in step. */
export function standingOf({ graph, moment }: Setting): PassesStanding {
  const { mode = 'compare', pass = 'primal', step = 0, wrt, out } = moment
  const placeOf = (of: Mode, name: string | undefined) => (name === undefined ? 0 : seedIndex(graph, of, name) + 1)
  const named = { forward: placeOf('forward', pass), reverse: placeOf('reverse', pass) }
  const isForward =
    named.forward > 0 && mode !== 'reverse' && !(named.reverse > 0 && mode === 'compare' && out === pass)
  if (isForward)
    return {
      forward: named.forward,
      reverse: besides(graph, 'reverse', placeOf('reverse', out), named.forward),
      step,
      named: 'forward',
    }
  if (named.reverse > 0 && mode !== 'forward')
    return {
      forward: besides(graph, 'forward', placeOf('forward', wrt), named.reverse),
      reverse: named.reverse,
      step,
      named: 'reverse',
    }
  return { forward: 0, reverse: 0, step, named: null }
}

/** The other mode’s pass: the one that is named, else the first; done, where it had no pass left when this one began. */
function besides(graph: Graph, mode: Mode, named: number, atHand: number): number {
  const other = Math.max(1, named)
  return other === passCount(graph, mode) && atHand > other ? atHand : other
}

/** Completed steps of a mode’s pass. */
export function stepsDone(setting: Setting, mode: Mode, pass: number): number {
  const standing = standingOf(setting)
  const list = passes(setting.primal, mode)
  if (pass >= list.count) return 0
  const length = list.get(pass).steps.length
  if (pass < standing[mode]) return length
  return pass > standing[mode] ? 0 : Math.min(standing.step, length)
}

/** The pass of a mode that the scene is about, by its place among the passes: the one at hand, the one named, or the only one. */
export function passAtHand(setting: Setting, mode: Mode): number | null {
  const { graph, moment } = setting
  const count = passCount(graph, mode)
  const isShown = (moment.mode ?? mode) === mode || moment.mode === 'compare'
  const standing = standingOf(setting)[mode]
  if (standing > 0 && isShown) return Math.min(standing, count)
  const name = mode === 'forward' ? moment.wrt : moment.out
  const named = name === undefined ? 0 : seedIndex(graph, mode, name) + 1
  if (named > 0) return named
  return count === 1 ? 1 : null
}
