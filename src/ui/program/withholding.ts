import { type EditorState, type Extension, StateField, type Text } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view'
import { tooMuchToDraw } from '../../language/drawable.ts'

class Withheld extends WidgetType {
  private readonly reason: string
  constructor(reason: string) {
    super()
    this.reason = reason
  }
  override eq(other: Withheld) {
    return other.reason === this.reason
  }
  toDOM() {
    const dom = document.createElement('span')
    dom.className = 'cm-withheld'
    dom.textContent = `${this.reason} It is kept, but not shown.`
    return dom
  }
}

function withheld(doc: Text): DecorationSet {
  const reason = tooMuchToDraw(doc.toString())
  if (reason === null) return Decoration.none
  return Decoration.set(Decoration.replace({ widget: new Withheld(reason) }).range(0, doc.length))
}

const field = StateField.define<DecorationSet>({
  create: ({ doc }: EditorState) => withheld(doc),
  update: (decorations, { docChanged, newDoc }) => (docChanged ? withheld(newDoc) : decorations),
  provide: (of) => [EditorView.decorations.from(of), EditorView.atomicRanges.of(({ state }) => state.field(of))],
})

/** A text that is too much to draw stands in the editor whole, to be copied, deleted or undone, under one line that says why. */
export const withholding: Extension = field
