import type { Mode } from '../../../autodiff/pass.ts'
import { CONSTANT } from '../../../graph/graph.ts'
import { sameReading } from '../../../picture/entries.ts'
import { type Face, faceOf, momentOf, type PaneMoment } from '../../../picture/moment/paneMoment.ts'
import { isAlike } from '../../../picture/structure.ts'
import { alongside } from '../../../state/beside/alongside.ts'
import { useComparison } from '../../../state/beside/comparison.ts'
import { madeBy } from '../../../state/beside/kept.ts'
import { currentSession, type Session, shownSession } from '../../../state/session.ts'
import { change, now, type State, useGradual } from '../../../state/store.ts'
import { modesOf, type Position } from '../../../trace/position.ts'
import type { Seen } from '../following/seen.ts'

/** What the program beside may show now: of what is hidden, no more than the page. Null until it is compiled. */
function sessionBeside(state: State): Session | null {
  const { compilation } = useComparison.getState()
  if (!state.beside || !compilation?.graph) return null
  const beside = { ...state, ...madeBy(state.beside), compilation }
  const [page, session] = [currentSession(state), currentSession(beside)]
  if (!page || !session) return null
  const position = positionFor(page, state, session)
  return shownSession({ ...beside, position, told: toldAt(position, state) })
}

/** One position for both modes, which may have come to steps of their own: what the one behind has not reached is hidden. */
function positionFor(page: Session, { position, shown }: State, session: Session): Position {
  const [forward, reverse] = MODES.map((mode) => alongside(page, position, mode, session))
  const steps = modesOf(shown).map((mode) => (mode === 'forward' ? forward : reverse).step)
  return { ...forward, reverse: reverse.reverse, step: Math.min(...steps) }
}

const MODES = ['forward', 'reverse'] as const

/** As far as the page has told its step at hand, this one is told too. */
function toldAt({ forward, reverse, step }: Position, { told, position }: State): State['told'] {
  const isTold = told?.forward === position.forward && told.reverse === position.reverse && told.step >= position.step
  return isTold ? { ...told, forward, reverse, step: Math.max(step, told.step) } : null
}

/** The program beside, as far as the page has come with its own. */
export const BESIDE: Seen = {
  session: (state, { structure }) => {
    const session = sessionBeside(state)
    return session && isAlike(structure, session.graph) ? session : null
  },
  stateOf(state, session, mode) {
    const page = currentSession(state)
    return page ? { ...state, position: alongside(page, state.position, mode, session) } : state
  },
}

/** Of what both show: a value that either pass has not come to is no difference. */
function differs(a: Face, b: Face): boolean {
  if (a.derivative !== null && b.derivative !== null) return !sameReading(a.derivative, b.derivative)
  return a.reached && b.reached && !a.blank && !b.blank && !sameReading(a.value, b.value)
}

/** The ids of nodes that only one of them has, or that show different numbers. */
function differingNodes(state: State): ReadonlySet<number> {
  const [here, there] = [shownSession(state), sessionBeside(state)]
  if (!here || !there) return new Set()
  const [own, places] = [placesIn(here), placesIn(there)]
  const ids = new Set([...own.keys()].filter((id) => !places.has(id)))
  for (const id of places.keys()) if (!own.has(id)) ids.add(id)
  for (const mode of modesOf(state.shown)) {
    const [mine, its] = momentsOf(state, here, there, mode)
    for (const [id, node] of own) {
      const other = places.get(id)
      if (other !== undefined && differs(faceOf(mine, node), faceOf(its, other))) ids.add(id)
    }
  }
  return ids
}

/** A constant is no step: what it changes differs once it is reached. */
const placesIn = ({ graph }: Session): ReadonlyMap<number, number> =>
  new Map([...graph.id.entries()].flatMap(([node, id]) => (graph.op[node] === CONSTANT ? [] : [[id, node]])))

const momentsOf = (state: State, here: Session, there: Session, mode: Mode): readonly [PaneMoment, PaneMoment] => [
  momentOf(here, state.position, mode),
  momentOf(there, alongside(here, state.position, mode, there), mode),
]

/** What the differences depend on. */
const FIELDS = ['compilation', 'position', 'shown', 'seeds', 'hide', 'covered', 'told', 'revealed'] as const

const isSameSet = (a: ReadonlySet<number>, b: ReadonlySet<number> | null): boolean =>
  b !== null && a.size === b.size && [...a].every((id) => b.has(id))

function note(): void {
  const state = now()
  const differing = differingNodes(state)
  if (!isSameSet(differing, state.differing)) change({ differing })
}

/** Keeps what differs in the state, until what it returns is called. */
export function keepDiffering(): () => void {
  note()
  const stops = [
    useComparison.subscribe(note),
    useGradual.subscribe((state, before) => {
      if (FIELDS.some((field) => state[field] !== before[field])) note()
    }),
  ]
  return () => {
    for (const stop of stops) stop()
    change({ differing: null })
  }
}
