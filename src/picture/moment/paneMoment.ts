import type { Mode } from '../../autodiff/pass.ts'
import { isLive as isLiveAt } from '../../autodiff/sweep.ts'
import type { EdgeIndex, NodeIndex } from '../../graph/graph.ts'
import { short } from '../../notation/numbers.ts'
import { dependenceOf, pathsOf } from '../../trace/dependence.ts'
import { activeNode, isSettled } from '../../trace/frame.ts'
import type { Frame, Pass, Term } from '../../trace/pass.ts'
import type { PassList } from '../../trace/passes.ts'
import { frameOf, isPast, type Position } from '../../trace/position.ts'
import type { Session } from '../../trace/sessionOf.ts'
import { runningSums, seedValue, sourceOf, termsAt } from '../../trace/terms.ts'
import { isNumberHidden, isValueHidden } from '../../trace/withheld.ts'
import { type NodeReading, readingAt, readingOf, sameReading } from '../entries.ts'
import { type Mark, markOf, SIGNS } from '../marks.ts'

/** How far a node or an edge has come in the pass at hand. */
export type PassStage = 'unknown' | 'active' | 'done'

/** What a pane shows at a position: a frame, the node that its last step is about, and the terms that arrive there. */
export interface PaneMoment {
  readonly session: Session
  readonly frame: Frame
  /** -1 at the start of a pass, and while the mode waits for the other. */
  readonly active: NodeIndex
  readonly terms: readonly Term[]
  /** More terms are to come. */
  readonly partly: boolean
  /** Passes of derivatives whose numbers stay while the one at hand goes on. */
  readonly earlier: readonly Pass[]
}

export const momentOf = (session: Session, position: Position, mode: Mode): PaneMoment =>
  momentAt(session, position, mode, {
    frame: frameOf(session.timeline, position, mode),
    waits: isPast(session.timeline, position, mode),
  })

/** The same of a frame on the way to the position. */
export function momentAt(
  session: Session,
  position: Position,
  mode: Mode,
  { frame, waits }: { readonly frame: Frame; readonly waits: boolean },
): PaneMoment {
  const active = waits ? -1 : (activeNode(frame) ?? -1)
  const partly = active >= 0 && !isSettled(frame, active)
  const terms = active < 0 ? [] : termsAt(frame.pass, active)
  const earlier = earlierPasses(session.timeline[mode], position[mode])
  return { session, frame, active, terms: partly ? terms.slice(0, frame.term) : terms, partly, earlier }
}

/** Those of a Hessian-vector product build on each other; all others are by themselves. */
const earlierPasses = ({ of, count, get }: PassList, index: number): Pass[] =>
  of === 'second' ? Array.from({ length: Math.min(index, count - 1) }, (_, before) => get(before)).slice(1) : []

/** What a node shows in a pane. */
export interface Face {
  readonly stage: PassStage
  readonly value: NodeReading
  /** Whether its value is told, and its derivative: what is hidden is NaN, and so may be what is told. */
  readonly isValueTold: boolean
  readonly isDerivativeTold: boolean
  /** The primal pass has come to it. */
  readonly reached: boolean
  /** Its value is hidden, and the primal pass has not come to it: nothing stands there. */
  readonly blank: boolean
  /** Its tangent or adjoint: null while it is not known, `absent` where no path leads. */
  readonly derivative: DerivativeReading
  /** Which derivative it is. */
  readonly mark: Mark
  /** Those of earlier passes. */
  readonly earlier: readonly DerivativeReading[]
}

export type DerivativeReading = NodeReading | 'absent' | null

/** A node is also active while what stands in its figure is. */
export function faceOf(
  { session, frame, active, earlier: passes }: PaneMoment,
  node: NodeIndex,
  standsIn?: ArrayLike<NodeIndex>,
): Face {
  const { pass } = frame
  const { graph, primal } = session
  const settled = isSettled(frame, node)
  const isActive = node === (standsIn?.[active] ?? active)
  const stage: PassStage = isActive ? 'active' : settled && pass.present[node] ? 'done' : 'unknown'
  const value = readingAt(graph, node, primal.values)
  const known = (passed: Pass): DerivativeReading =>
    dependenceOf(passed, node) === 'none' ? 'absent' : readingAt(graph, node, passed.numbers, pathsOf(passed))
  const earlier = passes.map(known)
  const told = { isValueTold: !isValueHidden(primal, node), isDerivativeTold: !isNumberHidden(pass, node) }
  const face = { stage, value, mark: markOf(pass), earlier, ...told }
  const primalFace = { ...face, reached: settled, blank: !settled && isNumberHidden(pass, node), derivative: null }
  if (pass.kind === 'primal') return primalFace
  return { ...face, reached: true, blank: false, derivative: settled ? known(pass) : null }
}

export const sameFace = (a: Face | undefined, b: Face) =>
  a !== undefined &&
  a.stage === b.stage &&
  a.reached === b.reached &&
  a.blank === b.blank &&
  a.isValueTold === b.isValueTold &&
  a.isDerivativeTold === b.isDerivativeTold &&
  sameReading(a.value, b.value) &&
  sameReading(a.derivative, b.derivative) &&
  a.earlier.length === b.earlier.length &&
  a.earlier.every((reading, i) => sameReading(reading, b.earlier[i]))

/** Whether a derivative can pass along the edge. */
export const isLiveIn = ({ session }: PaneMoment, edge: EdgeIndex) => isLiveAt(session.primal, edge)

/** An edge is active or done with the step that gathers its term. */
export function edgeStage(moment: PaneMoment, edge: EdgeIndex): PassStage {
  const { frame, session, active, terms } = moment
  const { pass } = frame
  const gatherer = pass.kind === 'adjoint' ? session.graph.operand[edge] : session.graph.consumer[edge]
  if (gatherer === active) return terms.some((term) => term.edge === edge) ? 'active' : 'unknown'
  if (!pass.present[gatherer] || !isSettled(frame, gatherer)) return 'unknown'
  if (pass.kind === 'primal') return 'done'
  const gives = pass.second ? pass.second.gives[edge] : isLiveIn(moment, edge) && pass.present[sourceOf(pass, edge)]
  return gives ? 'done' : 'unknown'
}

export const isPrimal = ({ frame: { pass } }: PaneMoment): boolean => pass.kind === 'primal'

/** What a moment's pass is to nodes and edges: both modes share the primal pass. */
export const stageName = ({ frame: { pass } }: PaneMoment): 'primal' | Mode =>
  pass.kind === 'primal' ? 'primal' : markOf(pass) === 'forward' ? 'forward' : 'reverse'

/** The derivatives that a node shows in a moment: those of earlier passes, then that of the pass at hand. */
export function shownDerivatives(moment: PaneMoment, { earlier, derivative, mark, stage, isDerivativeTold }: Face) {
  const before = earlier.map((each, i) => ({
    mark: markOf(moment.earlier[i]),
    derivative: each,
    isActive: false,
    isTold: false,
  }))
  return isPrimal(moment)
    ? before
    : [...before, { mark, derivative, isActive: stage === 'active', isTold: isDerivativeTold }]
}

const SUM = '+='

/** What a chip says: the number, a dash where absent, or the sum so far while terms are still to come. */
export function chipText(
  mark: Mark,
  derivative: number | 'absent',
  write: (x: number) => string = short,
  partly = false,
  gap = ' ',
): string {
  if (derivative === 'absent') return `${SIGNS[mark]}${gap}–`
  return partly ? `${write(derivative)}${gap}${SUM}` : `${SIGNS[mark]}${gap}${write(derivative)}`
}

/** What an array's chip says beside its heat map. */
export const chipSign = (mark: Mark, partly = false): string => (partly ? SUM : SIGNS[mark])

/** What the active node's first terms add up to; null before there is anything. */
export function sumAfter({ frame: { pass }, active, terms }: PaneMoment, count: number): NodeReading | null {
  const sum = runningSums(seedValue(pass, active), terms.slice(0, count)).at(-1)
  return sum === undefined ? null : readingOf(sum)
}
