import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import type { Span } from '../../../core.ts'

/** What the browser is about to replace; everything where that is all it has on the page, since lines out of sight are not. */
function replaced(view: EditorView, event: InputEvent): Span {
  const [range] = event.getTargetRanges()
  if (!range) return view.state.selection.main
  const from = view.posAtDOM(range.startContainer, range.startOffset)
  const to = view.posAtDOM(range.endContainer, range.endOffset)
  const all = from <= view.viewport.from && to >= view.viewport.to
  return all ? { from: 0, to: view.state.doc.length } : { from, to }
}

/** Text of this length is pasted rather than typed, and the browser would take long to lay out what it writes itself. */
const LONG = 1_000

/**
 * Text that replaces a selection goes to the editor's state at once. Where the browser edits the page first, it writes
 * style attributes to keep the look of what it joins, which the Content-Security-Policy blocks and reports.
 */
export const selectionReplacing: Extension = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { inputType, data, isComposing } = event
    if (inputType !== 'insertText' || data === null || isComposing || view.state.readOnly) return false
    const { from, to } = replaced(view, event)
    if (from === to && data.length < LONG) return false
    event.preventDefault()
    view.dispatch({ selection: { anchor: from, head: to } })
    const insert = () =>
      view.state.update(view.state.replaceSelection(data), { userEvent: 'input.type', scrollIntoView: true })
    const handled = view.state.facet(EditorView.inputHandler).some((handle) => handle(view, from, to, data, insert))
    if (!handled) view.dispatch(insert())
    return true
  },
})
