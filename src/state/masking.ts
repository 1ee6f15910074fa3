import type { Mode, Primal } from '../autodiff/pass.ts'
import { type EdgeIndex, INPUT, type NodeIndex } from '../graph/graph.ts'
import { asked } from '../notation/asked.ts'
import { nodeName, nodeNamed } from '../notation/symbols.ts'
import { activeNode } from '../trace/frame.ts'
import type { Pass } from '../trace/pass.ts'
import type { PassList } from '../trace/passes.ts'
import { frameOf, isPast, modesOf, type Position } from '../trace/position.ts'
import { sourceOf, termsAt } from '../trace/terms.ts'
import { hideNumbers, isNumberHidden, withhold, withoutProduct } from '../trace/withheld.ts'
import type { HideKind } from './choices/hiding.ts'
import { coveredNodes, hiddenKinds, hiding } from './hiding.ts'
import { isComplete, isHeld } from './playback.ts'
import { currentSession, type Session } from './session.ts'
import { change, now, type State } from './store.ts'

const HIDDEN = Number.NaN

/** Whether the number of the step at hand is still to be told. A race tells as it goes. */
function isAsked({ told, position, hide }: State): boolean {
  if (position.race) return false
  const isTold = told?.hide === hide && told.forward === position.forward && told.reverse === position.reverse
  return !(isTold && told.step >= position.step)
}

/** What of the passes may be seen. */
interface Sight {
  readonly state: State
  readonly session: Session
  readonly kinds: ReadonlySet<HideKind>
  readonly covered: ReadonlySet<NodeIndex>
  readonly asked: boolean
}

const sightOf = (session: Session, state: State): Sight => ({
  ...{ state, session, kinds: hiddenKinds(state), asked: isAsked(state) },
  covered: new Set([...coveredNodes(state)].flatMap((name) => nodeNamed(session.graph, name) ?? [])),
})

const isAnythingHidden = (state: State) => hiddenKinds(state).size > 0 || coveredNodes(state).size > 0

const isAnyNumberHidden = (state: State) =>
  coveredNodes(state).size > 0 || [...hiddenKinds(state)].some((kind) => kind !== 'counts' && kind !== 'words')

const kindOf = ({ kind }: Pass): HideKind =>
  kind === 'primal' ? 'values' : kind === 'tangent' ? 'tangents' : 'adjoints'

/** What stands in the program is given: inputs, and what only a seed gives. */
const isGiven = (pass: Pass, node: NodeIndex): boolean =>
  pass.kind === 'primal' ? pass.primal.graph.op[node] === INPUT : termsAt(pass, node).length === 0

/** How many steps of a pass are told: all of those before the one at hand, none of those after it. */
function stepsTold({ state: { position, told, hide }, session, asked }: Sight, mode: Mode, index: number): number {
  const list = session.timeline[mode]
  if (index < position[mode] || isPast(session.timeline, position, mode)) return Number.POSITIVE_INFINITY
  if (index > position[mode]) return 0
  if (!asked && told?.hide === hide && told.step === Number.POSITIVE_INFINITY) return told.step
  const frame = frameOf(session.timeline, position, mode)
  const pass = list.get(index)
  const isOpen = asked && frame.step > 0 && !isGiven(pass, pass.steps[frame.step - 1])
  return frame.step - (isOpen ? 1 : 0)
}

/** Of the primal pass, which the modes share, what either has come to. */
const valuesTold = (sight: Sight): number =>
  Math.max(...modesOf(sight.state.shown).map((mode) => stepsTold(sight, mode, 0)))

/** The numbers of a pass with those hidden that are not told, or are covered. */
function masked(pass: Pass, told: number, { kinds, covered }: Sight): Float64Array {
  const { offset } = pass.primal.graph
  const hidesKind = kinds.has(kindOf(pass)) && told < pass.steps.length
  if (!hidesKind && covered.size === 0) return pass.numbers
  const numbers = pass.numbers.slice()
  const hidden = new Set<NodeIndex>()
  const cover = (node: NodeIndex) => {
    numbers.fill(HIDDEN, offset[node], offset[node + 1])
    hidden.add(node)
  }
  if (hidesKind)
    for (const node of pass.steps.subarray(Math.max(0, told)))
      if (pass.kind !== 'primal' || !isGiven(pass, node)) cover(node)
  for (const node of covered) if (pass.present[node]) cover(node)
  return hideNumbers(numbers, hidden)
}

/** Of more edges in all passes before, only those of the pass at hand are looked at. */
const MOST_USES = 2 ** 20

/** By edge: 1 where a pass has used its local partial, in a step that is told. */
function usedPartials(sight: Sight): Uint8Array {
  const { session, state } = sight
  const { operand, consumer } = session.graph
  const used = new Uint8Array(operand.length)
  for (const mode of modesOf(state.shown)) {
    const list = session.timeline[mode]
    const last = Math.min(state.position[mode], list.count - 1)
    for (let index = last * used.length > MOST_USES ? last : 1; index <= last; index++) {
      const pass = list.get(index)
      const told = stepsTold(sight, mode, index)
      const gatherer = pass.kind === 'adjoint' ? operand : consumer
      for (let edge = 0; edge < used.length; edge++) {
        const step = pass.stepOf[gatherer[edge]]
        if (step >= 0 && step < told && pass.present[sourceOf(pass, edge)]) used[edge] = 1
      }
    }
  }
  return used
}

/** Edges whose local partials are hidden. */
function hiddenPartials(sight: Sight, all: boolean): ReadonlySet<EdgeIndex> {
  const edges = [...sight.session.graph.operand.keys()]
  if (all) return new Set(edges)
  if (!sight.kinds.has('partials')) return new Set()
  const used = usedPartials(sight)
  return new Set(edges.filter((edge) => !used[edge]))
}

function maskedPrimal(sight: Sight, values: Float64Array, allPartials: boolean): Primal {
  const { primal } = sight.session
  const { firstPartial } = primal.graph
  const edges = hiddenPartials(sight, allPartials)
  const partials = edges.size > 0 ? primal.partials.slice() : primal.partials
  for (const edge of edges) partials.fill(HIDDEN, firstPartial[edge], firstPartial[edge + 1])
  const words = sight.kinds.has('words')
  return withhold({ ...primal, values, partials }, { partial: (edge) => edges.has(edge), words })
}

function maskedPass(pass: Pass, primal: Primal, numbers: Float64Array): Pass {
  const seen = { ...pass, primal, numbers }
  const { second } = pass
  if (!second) return seen
  const termsIn = (node: NodeIndex) =>
    second.termsAt(node).map((term) => ({ ...term, ...withoutProduct(seen, node, term), bent: null, text: '' }))
  return {
    ...seen,
    second: {
      ...second,
      termsAt: (node) => (isNumberHidden(seen, node) ? termsIn(node) : second.termsAt(node)),
    },
  }
}

function maskedList(sight: Sight, list: PassList, first: Pass): PassList {
  const seen = new Map<number, Pass>([[0, first]])
  const get = (index: number): Pass => {
    const known = seen.get(index)
    if (known) return known
    const pass = list.get(index)
    const shown = maskedPass(pass, first.primal, masked(pass, stepsTold(sight, list.mode, index), sight))
    seen.set(index, shown)
    return shown
  }
  return { ...list, primal: first.primal, get }
}

function maskedSession(sight: Sight, allPartials = false): Session {
  const { graph, timeline } = sight.session
  const pass = timeline.forward.get(0)
  const values = masked(pass, valuesTold(sight), sight)
  const primal = maskedPrimal(sight, values, allPartials)
  const first = { ...pass, primal, sweep: primal, numbers: values }
  return {
    ...{ graph, primal },
    timeline: {
      forward: maskedList(sight, timeline.forward, first),
      reverse: maskedList(sight, timeline.reverse, first),
    },
  }
}

const FIELDS = ['hide', 'covered', 'told', 'position', 'shown', 'lesson', 'revealed'] as const

/** A session is made once for each moment, so that what shows it can tell whether anything has changed. */
function kept(make: (sight: Sight) => Session) {
  let last: { readonly from: Session; readonly state: State; readonly made: Session } | null = null
  return (from: Session, state: State): Session => {
    const before = last
    if (before?.from === from && FIELDS.every((field) => before.state[field] === state[field])) return before.made
    last = { from, state, made: make(sightOf(from, state)) }
    return last.made
  }
}

const ofMoment = kept((sight) => maskedSession(sight))
const ofStructure = kept((sight) => maskedSession(sight, true))

function shown(session: Session, state: State): Session {
  asked.isOn = isAnyNumberHidden(state)
  return isAnythingHidden(state) ? ofMoment(session, state) : session
}

/** The session for what derives results: while these are hidden, all that leads to them is. */
export function resultSession(state: State): Session | null {
  const session = currentSession(state)
  if (!session || !keepsAll(state)) return session && shown(session, state)
  asked.isOn = true
  return ofStructure(session, state)
}

const keepsAll = (state: State) => hiddenKinds(state).has('results') || keepsResults(state)

/** Tangents and adjoints that are hidden are not told by derivatives found in another way. */
function keepsResults(state: State): boolean {
  const kinds = hiddenKinds(state)
  return (kinds.has('tangents') || kinds.has('adjoints')) && !(isComplete(state) && !isAsked(state))
}

/** The number that is asked for in each mode shown: the step at hand’s, which the next press tells. */
export function askedNow(state: State): readonly { readonly pass: Pass; readonly node: NodeIndex }[] {
  const session = currentSession(state)
  const kinds = hiddenKinds(state)
  if (!session || !isAsked(state)) return []
  const found = modesOf(state.shown).flatMap((mode) => {
    if (isPast(session.timeline, state.position, mode)) return []
    const frame = frameOf(session.timeline, state.position, mode)
    const node = activeNode(frame)
    const { pass } = frame
    if (node === null || isGiven(pass, node)) return []
    const asksPartial = pass.kind !== 'primal' && kinds.has('partials')
    return kinds.has(kindOf(pass)) || asksPartial ? [{ pass, node }] : []
  })
  return found.filter(({ pass }, at) => found.findIndex((each) => each.pass === pass) === at)
}

const place = (position: Position, hide: State['hide'], step: number) => ({
  ...{ hide, step },
  ...{ forward: position.forward, reverse: position.reverse },
})

/** Tells the numbers of the pass up to a step. */
const tell = ({ position, hide }: State, step: number) => change({ told: place(position, hide, step) })

function tells(): boolean {
  const state = now()
  if (askedNow(state).length === 0) return false
  tell(state, state.position.step)
  return true
}

/** Tells all numbers of the pass at hand. */
export const tellPass = () => !isHeld() && tell(now(), Number.POSITIVE_INFINITY)

/** The numbers that passes give. */
export const NUMBERS: readonly HideKind[] = ['values', 'tangents', 'adjoints']

/** Covers the node at hand or uncovers it; without one, hides all numbers or shows them. */
export function toggleHiding(): void {
  if (isHeld()) return
  const { highlight, compilation, covered, hide } = now()
  const node = highlight === null ? undefined : compilation.graph?.id.indexOf(highlight)
  const name = node !== undefined && node >= 0 && compilation.graph ? nodeName(compilation.graph, node) : null
  if (name !== null) change({ covered: toggled(covered, [name], !covered.has(name)) })
  else change({ hide: toggled(hide, NUMBERS, !NUMBERS.some((kind) => hide.has(kind))) })
}

/** The set with these in it, or without them. */
export function toggled<T>(set: ReadonlySet<T>, items: readonly T[], isIn: boolean): ReadonlySet<T> {
  const others = [...set].filter((each) => !items.includes(each))
  return new Set(isIn ? [...others, ...items] : others)
}

hiding.of = { shown, tells, keepsResults }
