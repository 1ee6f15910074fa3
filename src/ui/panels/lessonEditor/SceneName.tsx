import { useState } from 'react'
import type { LessonScene } from '../../../lessons/lesson.ts'
import { renameScene } from '../../../state/lesson/editing/editor.ts'

/** By what links mean the scene. It is given once it is written, since each scene has its own. */
export function SceneName({ scene }: { readonly scene: LessonScene }) {
  const [typed, setTyped] = useState(scene.id)
  const [fault, setFault] = useState<string | null>(null)
  const give = () => setFault(typed === scene.id ? null : renameScene(scene, typed))
  return (
    <label className="lesson-field">
      Name of the scene in links
      <input
        type="text"
        maxLength={60}
        autoCapitalize="off"
        spellCheck={false}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={give}
        onKeyDown={({ key }) => key === 'Enter' && give()}
      />
      {fault !== null && <span className="lesson-fault">{fault}</span>}
    </label>
  )
}
