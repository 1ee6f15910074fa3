import type { Extension } from '@codemirror/state'
import { type EditorView, ViewPlugin } from '@codemirror/view'

const isText = (node: Node | null): boolean => node?.nodeType === Node.TEXT_NODE

/**
 * Marks that come or go move the text at the caret to other elements. Chromium then anchors the selection to the element
 * around it, inserts the next key elsewhere than it reports, and the editor, whose own record is unchanged, sees nothing
 * to mend. So a selection that has lost its text is put back where the editor's state has it.
 */
function anchor(view: EditorView): void {
  const shown = getSelection()
  if (!shown || !view.hasFocus || view.compositionStarted) return
  if (isText(shown.anchorNode) && isText(shown.focusNode)) return
  const { main } = view.state.selection
  const from = view.domAtPos(main.anchor)
  const to = view.domAtPos(main.head)
  shown.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
}

/** Drawing the text anew never moves the caret. */
export const anchoring: Extension = ViewPlugin.fromClass(
  class {
    docViewUpdate(view: EditorView) {
      anchor(view)
    }
  },
)
