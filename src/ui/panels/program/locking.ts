import { Compartment, EditorState, type Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { now, useGradual } from '../../../state/store.ts'

const place = new Compartment()

const held = (): Extension =>
  now().locked.has('program')
    ? [
        EditorState.readOnly.of(true),
        EditorView.editable.of(false),
        EditorView.contentAttributes.of({ 'aria-readonly': 'true' }),
      ]
    : []

/** A program that the link locks can be read, searched and copied, but not changed. */
export const locking = (): Extension => place.of(held())

export const followLock = (view: EditorView): (() => void) =>
  useGradual.subscribe(({ locked }, before) => {
    if (locked !== before.locked) view.dispatch({ effects: place.reconfigure(held()) })
  })
