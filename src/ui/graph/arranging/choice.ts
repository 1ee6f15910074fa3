import type { Direction } from '../../../layout/layout.ts'
import type { Pane } from '../../../picture/camera.ts'
import { chosenFit, type Fit, stillFits } from '../../../picture/fitting.ts'
import { type Mark, STACK } from '../../../picture/marks.ts'
import { MOST_ELEMENTS, type Structure } from '../../../picture/structure.ts'
import { later } from '../../../state/later.ts'
import { stageOf } from '../../../state/panes.ts'
import { isSecondOrder } from '../../../state/session.ts'
import type { State } from '../../../state/store.ts'
import { paneSize } from '../camera/viewer.ts'

/** What is drawn of a graph, and in which form. */
export interface Choice {
  readonly structure: Structure
  readonly fit: Fit
  /** What was decided when the fit was chosen. */
  readonly pane: Pane
  readonly direction: Direction | null
  /** All that it depended on beside the graph. */
  readonly key: string
}

/** Larger graphs are laid out in a worker, so that typing never waits for them. */
export const MOST_AT_ONCE = 200

/** What draws graphs that do not fit node by node: it comes with the first of these, or when it is asked for. */
export const larger = later('What draws larger graphs', () => import('../../../picture/larger.ts'))

/** Graphs of more nodes are too large even with a line for each definition. */
const MOST_LINED = 2000

/** What suits graph, pane and wishes; the choice before, as far as nothing that it depended on has changed. */
export function chosen(state: State, whole: Structure, before: Choice | null): Choice {
  const isAsBefore = before && wholeOf(before.structure) === whole && before.key === keyOf(state, whole)
  return isAsBefore ? before : choiceFor(state, whole, before)
}

const wholeOf = (structure: Structure): Structure => structure.whole ?? structure

/**
 * The graph node by node, if it fits so or is wanted so, in rows if need be; else with each definition as a line, if that
 * fits or is wanted.
 */
function choiceFor(state: State, whole: Structure, before: Choice | null): Choice {
  const { definitions, open, tab } = state
  const wantsLines = definitions === 'lines' && tab !== 'chain'
  const byNode = choiceOf(state, whole, before)
  if ((byNode.fit.fits && !wantsLines) || whole.graph.size > MOST_LINED) return byNode
  const part = larger.now
  if (!part) {
    void larger.ask()
    return byNode
  }
  const inRows = (choice: Choice): Choice => {
    const { structure, fit, pane, direction } = choice
    if (fit.fits || structure.nodes.length > MOST_AT_ONCE) return choice
    return { ...choice, fit: part.inRows(structure, fit, fit.style.marks, pane, { direction }) }
  }
  const rows = wantsLines ? byNode : inRows(byNode)
  const mustBe = definitions === 'nodes' || tab === 'chain' || isSecondOrder(state)
  if (!wantsLines && (rows.fit.fits || mustBe)) return rows
  const structure = part.inLines(whole, open)
  const lined = inRows(choiceOf(state, structure, before))
  // Lines that were chosen stay while the same program is looked at otherwise.
  const wasLined = before !== null && before.structure.whole !== null && continues(before.structure, structure)
  const isOpened = structure.groups.length > whole.groups.length
  return (part.tells(structure) && (lined.fit.fits || wasLined)) || isOpened || wantsLines ? lined : rows
}

/** A lesson has one direction of flow, unless a scene says otherwise: what was seen in one mode is found again in both. */
const directionOf = ({ direction, lesson }: State): Direction | null =>
  direction ?? (lesson !== null && innerWidth >= innerHeight ? 'right' : null)

const choiceOf = (state: State, structure: Structure, before: Choice | null): Choice => ({
  ...{ structure, fit: fitFor(state, structure, before), pane: paneSize(), direction: directionOf(state) },
  key: keyOf(state, structure),
})

const keyOf = (state: State, structure: Structure): string => {
  const { definitions, tab, open } = state
  const { width, height, reading } = paneSize()
  const marks = marksOf(state, structure)
  return [definitions, directionOf(state), tab === 'chain', !larger.now, width, height, reading, marks, [...open]].join(
    ' ',
  )
}

/** Whether both look the same. */
export const sameChoice = (a: Choice, b: Choice): boolean => a.structure === b.structure && sameFit(a.fit, b.fit)

const sameFit = (a: Fit, b: Fit) =>
  a.fits === b.fits &&
  a.form === b.form &&
  a.inRows === b.inRows &&
  a.style.columns === b.style.columns &&
  a.style.direction === b.style.direction &&
  a.style.marks.join() === b.style.marks.join() &&
  a.spacing.between === b.spacing.between &&
  a.spacing.apart === b.spacing.apart

/** One for each mode on the same graph, or for all that a Hessian-vector product leaves at a node. */
function marksOf(state: State, { graph }: Structure): readonly Mark[] {
  if (isSecondOrder(state) && graph.size <= MOST_ELEMENTS) return STACK
  return stageOf(state).panes[0]
}

/** What suits the pane when a graph first appears, or when it fits no more: an edit turns nothing round that can stay. */
function fitFor(state: State, structure: Structure, before: Choice | null): Fit {
  const direction = directionOf(state)
  const marks = marksOf(state, structure)
  const pane = paneSize()
  const fresh = () => chosenFit(structure, marks, pane, { direction })
  if (!before || !continues(before.structure, structure) || before.fit.style.marks.length !== marks.length)
    return fresh()
  const isSamePane = before.direction === direction && samePane(before.pane, pane)
  if ((before.structure.whole === null) !== (structure.whole === null))
    return isSamePane && structure.whole === null ? chosenFit(structure, marks, smaller(pane), { direction }) : fresh()
  const kept = { ...before.fit, style: { ...before.fit.style, marks } }
  if (isSamePane && (before.structure === structure || staysAsItIs(structure, kept, pane))) return kept
  const fit = fresh()
  if (direction !== null || fit.style.direction === kept.style.direction) return fit
  const unturned = chosenFit(structure, marks, pane, { direction: kept.style.direction })
  const isNoSmaller = unturned.fits && unturned.form === fit.form
  return isNoSmaller || !fit.fits ? unturned : fit
}

/** Part of a pane that must be left over before an edit that makes room makes nodes larger. */
const SPARE = 0.85

const smaller = (pane: Pane): Pane => ({ ...pane, width: pane.width * SPARE, height: pane.height * SPARE })

/** Whether an edit changes neither what fits nor what would. */
function staysAsItIs(structure: Structure, kept: Fit, pane: Pane): boolean {
  const roomy = chosenFit(structure, kept.style.marks, smaller(pane), { direction: kept.style.direction })
  const isLarger = roomy.fits && (!kept.fits || roomy.form < kept.form)
  return !isLarger && (!kept.fits || stillFits(structure, kept, pane))
}

const samePane = (a: Pane, b: Pane) => a.width === b.width && a.height === b.height && a.reading === b.reading

/** Whether the graph is an edit of the one before, not another program. */
function continues(before: Structure, after: Structure): boolean {
  const stays = after.figures.filter(({ id }) => before.nodeOf.has(id)).length
  return 2 * stays >= Math.min(before.figures.length, after.figures.length)
}
