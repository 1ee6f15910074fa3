import { differentiate } from '../core.ts'
import { momentPicture } from '../exports/momentPicture.ts'
import type { NodeIndex, Value } from '../graph/graph.ts'
import { shapeAt, valueAt } from '../graph/nodes.ts'
import { nodeName } from '../notation/symbols.ts'
import { hidesCounts, hidesResults } from '../state/hiding.ts'
import { passNamed } from '../state/linkPlace.ts'
import { currentLink } from '../state/linkState.ts'
import { currentSession, type Session, shownSession } from '../state/session.ts'
import { standingsOf } from '../state/standings.ts'
import { now, type State } from '../state/store.ts'
import { numberName } from '../trace/pass.ts'
import {
  type Column,
  columnsOf,
  frameOfColumn,
  rowAt,
  type Standing,
  type TableCell,
  traceNodes,
} from '../trace/table.ts'
import { isValueHidden } from '../trace/withheld.ts'

/**
 * The moment as data: the outputs and the Jacobian, as `differentiate` gives them, and for each node what the passes at hand
 * know of it. What is not known yet has no field; null is no path, “?” is hidden; what JSON has no number for is its name.
 */
export async function momentData(): Promise<string> {
  const state = now()
  const { language, source, diagnostics } = state.compilation
  const session = shownSession(state) as Session
  const standings = standingsOf(session, state, hidesCounts(state))
  const { title, sentence, link } = await wordsOf(session, state)
  const columns = standings.flatMap(begun)
  const data = {
    ...{ program: source, language, diagnostics, moment: link, title, sentence, mode: state.shown },
    ...resultsOf(session, state),
    passes: standings.map(({ frame, list }) => ({
      ...{ mode: list.mode, pass: passNamed(frame.pass), of: numberName(frame.pass) },
      ...{ step: frame.step, steps: frame.pass.steps.length },
    })),
    nodes: traceNodes(session.graph).map((node) => nodeData(session, standings, columns, node)),
  }
  return `${JSON.stringify(data, sayable, 2)}\n`
}

/** What a picture says of itself, of a graph that may be too large to draw. */
async function wordsOf(session: Session, { shown, preferred, position, source: program }: State) {
  const stage = { panes: [], stacked: false, shown, preferred }
  return momentPicture(session, stage, position, { theme: 'light', program, link: await currentLink() })
}

/** Derivatives as results would tell what is hidden on the way to them. */
function resultsOf({ graph, primal }: Session, state: State) {
  const mode = state.shown === 'forward' ? 'forward' : 'reverse'
  const { source, language } = state.compilation
  const { outputs, jacobian } = differentiate(source, { mode, language, at: pointOf(state) })
  for (const { name, node } of graph.outputs)
    if (isValueHidden(primal, node) && Object.hasOwn(outputs, name)) (outputs as Record<string, unknown>)[name] = '?'
  return { outputs, jacobian: hidesResults(state) || state.covered.size > 0 ? '?' : jacobian }
}

/** Where a program in Python has run: a link may give values that no literal of it has. */
function pointOf(state: State): Record<string, Value> | undefined {
  const { language, inputs } = state.compilation
  const { graph, primal } = currentSession(state) as Session
  if (language !== 'python' || state.unrolled) return undefined
  return Object.fromEntries(inputs.map(({ name, node }) => [name, valueAt(graph, node, primal.values)]))
}

/** Passes of a mode whose numbers are written, up to the one at hand. */
const MOST_PASSES = 200

/** The passes that have begun, but for the primal one. */
const begun = (standing: Standing): Column[] =>
  columnsOf(standing, Math.max(1, standing.index + 1 - MOST_PASSES), standing.index + 1)

function nodeData({ graph }: Session, standings: readonly Standing[], columns: readonly Column[], node: NodeIndex) {
  const { operation, value, cells } = rowAt(standings, columns.map(frameOfColumn), node)
  const derivatives: Record<string, Record<string, ReturnType<typeof told>>> = {}
  for (const [i, { number, name }] of columns.entries()) {
    derivatives[`${number}s`] ??= Object.create(null)
    derivatives[`${number}s`][name] = told(cells[i])
  }
  return {
    ...{ node: nodeName(graph, node), names: graph.names.get(node) ?? [] },
    ...{ operation: operation ?? 'input', shape: shapeAt(graph, node), value: told(value), ...derivatives },
  }
}

/** Left out while it is not known. */
function told(cell: TableCell | null): Value | null | string | undefined {
  if (cell === null) return undefined
  if (cell.isTold === false) return '?'
  return cell.absent ? null : cell.value
}

const sayable = (_: string, value: unknown): unknown =>
  typeof value === 'number' && !Number.isFinite(value) ? String(value) : value
