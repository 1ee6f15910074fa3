import { create } from 'zustand'
import type { Graph } from '../../graph/graph.ts'
import type { Direction, LayoutMemory } from '../../layout/layout.ts'
import type { Pane } from '../../picture/camera.ts'
import { chosenFit, type Fit, placed, readingScale, stillFits } from '../../picture/fitting.ts'
import { type Mark, STACK } from '../../picture/marks.ts'
import { type Scene, sceneOf } from '../../picture/scene.ts'
import { MOST_ELEMENTS, type Structure, structureOf } from '../../picture/structure.ts'
import { later } from '../../state/later.ts'
import { useMissing } from '../../state/missing.ts'
import { stageOf } from '../../state/panes.ts'
import { isSecondOrder } from '../../state/session.ts'
import { now, type State, useGradual } from '../../state/store.ts'
import type { LaidOut } from './large/away.ts'
import { LargePicture } from './largePicture.ts'
import { paneSize, setWorld } from './viewer.ts'

/** Larger graphs are laid out in a worker, so that typing never waits for them. */
const MOST_AT_ONCE = 200
/** Larger graphs are drawn only in blocks: their layout node by node would take minutes. */
export const MOST_DRAWN = 20_000

interface Arrangement {
  /** What is drawn, once in all panes; null before any graph is laid out. */
  readonly scene: Scene | null
  /** Whether all of it is seen at reading size. */
  readonly fits: boolean
  /** The number of nodes of a graph that is too large to draw, and of the largest that is drawn; else null. */
  readonly tooLarge: { readonly size: number; readonly most: number } | null
}

export const useArrangement = create<Arrangement>(() => ({ scene: null, fits: true, tooLarge: null }))

let memory: LayoutMemory | null = null
/** What is on the screen. */
let current: Asked | null = null
let asked: Asked | null = null

interface Asked {
  readonly structure: Structure
  readonly fit: Fit
  /** What was decided when the fit was chosen. */
  readonly pane: Pane
  readonly direction: Direction | null
  /** All that it depended on beside the graph. */
  readonly key: string
}

const wholeOf = ({ structure }: Asked): Structure => structure.whole ?? structure

/** Lays out the graph of the state if it is another one than is drawn; what stays keeps its place as far as it can. */
export function arrange(): void {
  const { graph } = now().compilation
  if (!graph || paneSize().width === 0) return
  if (graph.size > MOST_AT_ONCE) void arrangeAway(graph)
  else {
    const request = requestFor(graph)
    if (!request) return
    settleHere(request)
  }
}

function settleHere(request: Asked): void {
  const { structure, fit, pane } = request
  const layOut = fit.inRows ? larger.now?.laidOutInRows : placed
  const layout = (layOut ?? placed)(structure, fit, memory, pane)
  settle(request, { scene: sceneOf(structure, fit.style, layout), memory: layout.memory })
}

/** What is to be laid out; null if it is on the screen. */
function requestFor(graph: Graph): Asked | null {
  const state = now()
  const whole = structureOf(graph, state.constants)
  const { scene, tooLarge } = useArrangement.getState()
  const drawn = current !== null && scene?.structure === current.structure && tooLarge === null ? current : null
  const isAsBefore = drawn !== null && wholeOf(drawn) === whole && drawn.key === keyOf(state, whole)
  const request = isAsBefore ? drawn : choiceFor(state, whole)
  if (drawn?.structure !== request.structure || !sameFit(drawn.fit, request.fit)) return request
  asked = null
  current = request
  return null
}

/** What draws graphs that do not fit node by node: it comes with the first of these, or when it is asked for. */
const larger = later('What draws larger graphs', () => import('../../picture/larger.ts'))

/** Longer programs do not become short by that. */
const MOST_LINED = 2000

/**
 * The graph node by node, if it fits so or is wanted so, in rows if need be; else with each definition as a line, if that
 * fits or is wanted.
 */
function choiceFor(state: State, whole: Structure): Asked {
  const { definitions, open, tab } = state
  const byNode = requestOf(state, whole)
  const wantsLines = definitions === 'lines'
  if (byNode.fit.fits && !wantsLines) return byNode
  const part = larger.now
  if (!part) void larger.ask().then((come) => come && arrange())
  if (!part || whole.graph.size > MOST_LINED) return byNode
  const inRows = (request: Asked): Asked => {
    const { structure, fit, pane, direction } = request
    if (fit.fits || structure.nodes.length > MOST_AT_ONCE) return request
    return { ...request, fit: part.inRows(structure, fit, fit.style.marks, pane, { direction }) }
  }
  const rows = wantsLines ? byNode : inRows(byNode)
  const mustBe = definitions === 'nodes' || tab === 'chain' || isSecondOrder(state)
  if (!wantsLines && (rows.fit.fits || mustBe)) return rows
  const structure = part.inLines(whole, open)
  const lined = inRows(requestOf(state, structure))
  const isOpened = structure.groups.length > whole.groups.length
  return (lined.fit.fits && part.tells(structure)) || isOpened || wantsLines ? lined : rows
}

const requestOf = (state: State, structure: Structure): Asked => ({
  ...{ structure, fit: fitFor(state, structure), pane: paneSize(), direction: state.direction },
  key: keyOf(state, structure),
})

const keyOf = (state: State, structure: Structure): string => {
  const { definitions, direction, tab, open } = state
  const { width, height, reading } = paneSize()
  const marks = marksOf(state, structure)
  return [definitions, direction, tab === 'chain', !larger.now, width, height, reading, marks, [...open]].join(' ')
}

const sameFit = (a: Fit, b: Fit) =>
  a.fits === b.fits &&
  a.form === b.form &&
  a.inRows === b.inRows &&
  a.style.columns === b.style.columns &&
  a.style.direction === b.style.direction &&
  a.style.marks.join() === b.style.marks.join() &&
  a.spacing.between === b.spacing.between &&
  a.spacing.apart === b.spacing.apart

const away = later('What lays out large graphs', () => import('./large/away.ts'))

async function arrangeAway(graph: Graph): Promise<void> {
  void away.ask()
  void LargePicture.ask()
  const { laidOutAway, standsInBlocks, MOST_LAID_OUT_HERE } = await away.here
  await nextTask()
  if (graph !== now().compilation.graph) return
  if (graph.size > MOST_DRAWN && !standsInBlocks(graph))
    useArrangement.setState({ tooLarge: { size: graph.size, most: MOST_DRAWN } })
  else {
    const request = requestFor(graph)
    if (!request || (asked?.structure === request.structure && sameFit(asked.fit, request.fit))) return
    if (request.structure.nodes.length <= MOST_AT_ONCE) return settleHere(request)
    asked = request
    const settled = await laidOutAway(request.structure, request.fit, memory)
    if (asked !== request) return
    asked = null
    if (settled) settle(request, settled)
    else useArrangement.setState({ tooLarge: { size: graph.size, most: MOST_LAID_OUT_HERE } })
  }
}

/** So that one task of the page never has to take up a large graph and prepare its layout as well. */
const nextTask = () => new Promise((resolve) => setTimeout(resolve))

function settle(request: Asked, { scene, memory: remembered }: LaidOut): void {
  asked = null
  memory = remembered
  current = request
  useArrangement.setState({ scene, fits: request.fit.fits, tooLarge: null })
  const { width, height, structure, style } = scene
  const isOverview = structure.nodes.length > MOST_ELEMENTS
  setWorld({ width, height, legible: isOverview ? 0 : readingScale(style.density, { reading: 1 }) })
}

/** One for each mode on the same graph, or for all that a Hessian-vector product leaves at a node. */
function marksOf(state: State, { graph }: Structure): readonly Mark[] {
  if (isSecondOrder(state) && graph.size <= MOST_ELEMENTS) return STACK
  return stageOf(state).panes[0]
}

/** What suits the pane when a graph first appears, or when it fits no more: an edit turns nothing round that can stay. */
function fitFor(state: State, structure: Structure): Fit {
  const { direction } = state
  const marks = marksOf(state, structure)
  const pane = paneSize()
  const fresh = () => chosenFit(structure, marks, pane, { direction })
  if (!current || !continues(current.structure, structure) || current.fit.style.marks.length !== marks.length)
    return fresh()
  const isSamePane = current.direction === direction && samePane(current.pane, pane)
  if ((current.structure.whole === null) !== (structure.whole === null))
    return isSamePane && structure.whole === null ? chosenFit(structure, marks, smaller(pane), { direction }) : fresh()
  const kept = { ...current.fit, style: { ...current.fit.style, marks } }
  if (isSamePane && (current.structure === structure || staysAsItIs(structure, kept, pane))) return kept
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

const ARRANGED_BY = ['direction', 'shown', 'seeds', 'panes', 'constants', 'definitions', 'tab'] as const

useGradual.subscribe((state, before) => {
  const races = (state.position.race === undefined) !== (before.position.race === undefined)
  const differs = ARRANGED_BY.some((part) => state[part] !== before[part])
  if (state.compilation.graph !== before.compilation.graph || races || differs) arrange()
})

// What was missing may be tried again.
useMissing.subscribe(() => {
  if (useArrangement.getState().tooLarge) arrange()
})
