import { type EditorState, type Extension, StateField, type Text } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view'
import { tooMuchToDraw } from '../../../language/drawable.ts'

/** Stands for the text; the problem below the editor says why. */
class Withheld extends WidgetType {
  override eq() {
    return true
  }
  toDOM() {
    const dom = document.createElement('span')
    dom.className = 'cm-withheld'
    dom.textContent = 'This text is kept, but not shown.'
    return dom
  }
}

const withheld = Decoration.replace({ widget: new Withheld() })

const covering = (doc: Text): DecorationSet =>
  tooMuchToDraw(doc.toString()) === null ? Decoration.none : Decoration.set(withheld.range(0, doc.length))

/** A text that is too much to draw stands in the editor whole, to be copied, deleted or undone, but out of sight. */
export const withholding: Extension = StateField.define<DecorationSet>({
  create: ({ doc }: EditorState) => covering(doc),
  update: (decorations, { docChanged, newDoc }) => (docChanged ? covering(newDoc) : decorations),
  provide: (field) => [
    EditorView.decorations.from(field),
    EditorView.atomicRanges.of(({ state }) => state.field(field)),
  ],
})
