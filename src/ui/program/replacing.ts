import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'

/**
 * Text that replaces a selection goes to the editor's state at once. Where the browser edits the page first, it writes
 * style attributes to keep the look of what it joins, which the Content-Security-Policy blocks and reports.
 */
export const replacing: Extension = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { inputType, data, isComposing } = event
    const { from, to, empty } = view.state.selection.main
    if (inputType !== 'insertText' || data === null || isComposing || empty) return false
    event.preventDefault()
    const insert = () =>
      view.state.update(view.state.replaceSelection(data), { userEvent: 'input.type', scrollIntoView: true })
    const handled = view.state.facet(EditorView.inputHandler).some((handle) => handle(view, from, to, data, insert))
    if (!handled) view.dispatch(insert())
    return true
  },
})
