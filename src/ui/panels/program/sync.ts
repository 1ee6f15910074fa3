import { isolateHistory } from '@codemirror/commands'
import { Annotation, type Extension, type Transaction } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { edit } from '../../../state/document.ts'
import { useGradual } from '../../../state/store.ts'
import { minimalChange } from './minimalChange.ts'

/** Marks a change that came from the store: a slider, a fix, another program. */
const fromStore = Annotation.define<boolean>()

/** One drag of a slider is one step of undo, though it changes now this digit, now that. */
export const joinsHistory = (transaction: Transaction, adjacent: boolean): boolean =>
  adjacent || transaction.annotation(fromStore) === true

/** The text that the editor and the store last had in common. */
let common = ''

/** What the user writes goes to the store. */
export const toStore: Extension = EditorView.updateListener.of(({ docChanged, state, transactions }) => {
  if (!docChanged || transactions.every((transaction) => transaction.annotation(fromStore))) return
  common = state.doc.toString()
  edit(common)
})

/** What the store gets from elsewhere goes to the editor, as the least change, so that caret and undo survive. */
export function followStore(view: EditorView): () => void {
  common = view.state.doc.toString()
  return useGradual.subscribe(({ source }) => {
    if (source === common) return
    const change = minimalChange(common, source)
    const withinLine = !/\n/.test(change.insert + common.slice(change.from, change.to))
    common = source
    view.dispatch({
      changes: change,
      annotations: [fromStore.of(true), ...(withinLine ? [] : [isolateHistory.of('full')])],
    })
  })
}
