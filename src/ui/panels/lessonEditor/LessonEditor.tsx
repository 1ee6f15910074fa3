import { type KeyboardEvent, useEffect, useState } from 'react'
import { draftIn } from '../../../state/lesson/editing/drafts.ts'
import {
  closeWriting,
  editCopy,
  keepWriting,
  openDraft,
  redoEdit,
  undoEdit,
  useWriting,
} from '../../../state/lesson/editing/editor.ts'
import { useGradual } from '../../../state/store.ts'
import { EditorHead } from './EditorHead.tsx'
import { OpeningProblems } from './OpeningProblems.tsx'
import { SceneEditor } from './SceneEditor.tsx'
import { SceneTabs } from './SceneTabs.tsx'
import { useSceneAtHand } from './useSceneAtHand.ts'
import './lessonEditor.css'

/** Writes a lesson beside the graph: its scenes, and the one at hand with all that it says and asks. */
export default function LessonEditor() {
  const name = useGradual(({ lesson }) => lesson)
  // Who opened it by a press works on in it; who reloads the page does not.
  const [takesFocus] = useState(() => useWriting.getState().name !== null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it opens what the choices name
  useEffect(openDraft, [name])
  useEffect(keepAtTheEnd, [])
  return (
    <section className="lesson-editor" aria-label="Write a lesson" onKeyDown={takeUndoKeys}>
      {draftIn(name) === null ? <NotYours name={name ?? ''} /> : <Writing takesFocus={takesFocus} />}
    </section>
  )
}

/** A page may end without a word. */
function keepAtTheEnd(): () => void {
  const listening = new AbortController()
  window.addEventListener('pagehide', keepWriting, listening)
  return () => {
    listening.abort()
    keepWriting()
  }
}

const TEXT = 'input:not([type="checkbox"], [type="radio"]), textarea'

/** In a text field the browser takes back letters; elsewhere edits of the lesson are taken back. */
function takeUndoKeys(event: KeyboardEvent): void {
  const { target, key, ctrlKey, metaKey, shiftKey } = event
  if (!(ctrlKey || metaKey) || !(target instanceof Element) || target.matches(TEXT)) return
  const isRedo = key.toLowerCase() === 'y' || (key.toLowerCase() === 'z' && shiftKey)
  if (!isRedo && key.toLowerCase() !== 'z') return
  event.preventDefault()
  if (isRedo) redoEdit()
  else undoEdit()
}

function Writing({ takesFocus }: { readonly takesFocus: boolean }) {
  const { lesson, scene } = useSceneAtHand()
  if (!lesson || !scene) return <NotOpen />
  return (
    <>
      <EditorHead lesson={lesson} />
      <OpeningProblems />
      <SceneTabs lesson={lesson} at={scene} takesFocus={takesFocus} />
      <SceneEditor key={scene.id} scene={scene} place={lesson.scenes.indexOf(scene)} />
    </>
  )
}

function NotOpen() {
  return (
    <div className="lesson-editor-closed">
      <OpeningProblems />
      <button type="button" className="button" onClick={closeWriting}>
        Close
      </button>
    </div>
  )
}

function NotYours({ name }: { readonly name: string }) {
  return (
    <div className="lesson-editor-closed">
      <p>This lesson comes with the page, or from a file. A copy of it is yours to change.</p>
      <button type="button" className="button" onClick={() => void editCopy(name)}>
        Edit a copy
      </button>
      <button type="button" className="button" onClick={closeWriting}>
        Close
      </button>
    </div>
  )
}
