import { type Extension, type Range, RangeSet, StateEffect } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import type { Graph } from '../../../core.ts'
import { frameAtHand } from '../../../state/session.ts'
import { change, now, type State, useGradual } from '../../../state/store.ts'
import type { Pass } from '../../../trace/pass.ts'
import { idAt, spansOf } from './occurrences.ts'

const refresh = StateEffect.define<null>()
const linked = Decoration.mark({ class: 'cm-linked' })
const STEP: Readonly<Record<Pass['kind'], Decoration>> = {
  primal: Decoration.mark({ class: 'cm-step cm-step-primal' }),
  tangent: Decoration.mark({ class: 'cm-step cm-step-tangent' }),
  adjoint: Decoration.mark({ class: 'cm-step cm-step-adjoint' }),
}

/** The graph if its places in the text are those of the text on the screen. */
const graphOfText = ({ compilation, source }: State) =>
  compilation.source === source && !compilation.outOfDate ? compilation.graph : null

/** All places in sight where the highlighted node stands, and the node of the step that was done last. */
function marks(view: EditorView): DecorationSet {
  const graph = graphOfText(now())
  if (!graph) return Decoration.none
  const { highlight } = now()
  return Decoration.set(
    [
      ...emphasisedLines(view),
      ...lastStep().flatMap(({ id, mark }) => ranges(view, graph, id, mark)),
      ...ranges(view, graph, highlight, linked),
    ],
    true,
  )
}

const emphasised = Decoration.line({ class: 'cm-emphasised' })

/** The lines that a lesson points at. */
function emphasisedLines({ state: { doc } }: EditorView): Range<Decoration>[] {
  const numbers = (now().emphasis?.lines ?? []).flatMap(([first, last]) =>
    Array.from({ length: Math.max(0, Math.min(last, doc.lines) - first + 1) }, (_, i) => first + i),
  )
  return [...new Set(numbers)].map((number) => emphasised.range(doc.line(number).from))
}

function lastStep(): { id: number; mark: Decoration }[] {
  const frame = frameAtHand(now())
  if (!frame || frame.step === 0) return []
  const { pass, step } = frame
  return [{ id: pass.primal.graph.id[pass.steps[step - 1]], mark: STEP[pass.kind] }]
}

function ranges(view: EditorView, graph: Graph, id: number | null, mark: Decoration): Range<Decoration>[] {
  if (id === null) return []
  return view.visibleRanges
    .flatMap((range) => spansOf(graph, id, range))
    .filter(({ from, to }) => to > from && to <= view.state.doc.length)
    .map(({ from, to }) => mark.range(from, to))
}

const marking = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet
    constructor(view: EditorView) {
      this.decorations = marks(view)
    }
    update({ view, docChanged, changes, viewportChanged, transactions }: ViewUpdate) {
      const told = transactions.some(({ effects }) => effects.some((effect) => effect.is(refresh)))
      if (told || viewportChanged) this.decorations = marks(view)
      else if (docChanged) this.decorations = this.decorations.map(changes)
    }
  },
  { decorations: (plugin) => plugin.decorations },
)

function highlightAt(offset: number | null): void {
  const graph = graphOfText(now())
  const highlight = graph && offset !== null ? idAt(graph, offset) : null
  if (highlight !== now().highlight) change({ highlight })
}

/** The offset of the character under the pointer; null beside the text. */
function offsetUnder(view: EditorView, { clientX, clientY }: MouseEvent): number | null {
  const offset = view.posAtCoords({ x: clientX, y: clientY })
  const box = offset === null ? null : view.coordsAtPos(offset)
  return box && Math.abs(clientX - box.left) <= view.defaultCharacterWidth ? offset : null
}

const pointing = EditorView.domEventHandlers({
  mousemove: (event, view) => highlightAt(offsetUnder(view, event)),
  mouseleave: () => highlightAt(null),
  blur: () => highlightAt(null),
})

const caret = EditorView.updateListener.of(({ selectionSet, focusChanged, view }) => {
  if ((selectionSet || focusChanged) && view.hasFocus) highlightAt(view.state.selection.main.head)
})

/** Pointer and caret light the node that the text is, and the lit node is marked wherever it stands in the text. */
export const linking: Extension = [marking, pointing, caret]

const MARKED_BY = ['highlight', 'emphasis', 'compilation', 'position', 'shown', 'preferred'] as const

/** What is marked already is left, since the editor measures itself at each change: while a network learns they come all the time. */
export const followHighlight = (view: EditorView): (() => void) =>
  useGradual.subscribe((state, before) => {
    if (!MARKED_BY.some((part) => state[part] !== before[part])) return
    const marked = view.plugin(marking)?.decorations ?? Decoration.none
    if (!RangeSet.eq([marked], [marks(view)])) view.dispatch({ effects: refresh.of(null) })
  })
