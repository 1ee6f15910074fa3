import { ArrowDown, ArrowUp, Camera, Copy, Trash2 } from 'lucide-react'
import { type KeyboardEvent, memo, useEffect, useRef, useState } from 'react'
import { sceneProblems } from '../../../lessons/checker.ts'
import type { Lesson, LessonScene } from '../../../lessons/lesson.ts'
import {
  captureScene,
  chooseScene,
  deleteScene,
  duplicateScene,
  moveScene,
} from '../../../state/lesson/editing/editor.ts'
import { IconButton } from '../../kit/button/IconButton.tsx'

interface Props {
  readonly lesson: Lesson
  readonly at: LessonScene
  readonly takesFocus: boolean
}

export const tabOfScene = (id: string): string => `scene-tab-${id}`
export const SCENE_PANEL = 'scene-being-written'

const focusTab = (id: string) => document.getElementById(tabOfScene(id))?.focus()

/** The scenes in their order: one tab stop, and what is done with the one at hand. */
export function SceneTabs({ lesson, at, takesFocus }: Props) {
  const { scenes } = lesson
  const place = scenes.indexOf(at)
  // What is moved or deleted from the list by a key leaves the focus in the list.
  const toFocus = useRef(takesFocus)
  useEffect(() => {
    if (toFocus.current) focusTab(at.id)
    toFocus.current = false
  })
  const onKeyDown = (event: KeyboardEvent) => {
    const act = actOf(event, scenes, place)
    if (!act) return
    event.preventDefault()
    toFocus.current = true
    act()
  }
  return (
    <div className="scene-tabs">
      <div role="tablist" aria-label="Scenes" aria-orientation="vertical" onKeyDown={onKeyDown}>
        {scenes.map((scene, i) => (
          <SceneTab key={scene.id} scene={scene} place={i} isAtHand={scene === at} />
        ))}
      </div>
      <SceneTools scene={at} place={place} count={scenes.length} />
    </div>
  )
}

const BY: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 }

/** Arrows go to a scene, with Alt they move it; Delete deletes it. */
function actOf({ key, altKey, ctrlKey, metaKey }: KeyboardEvent, scenes: readonly LessonScene[], place: number) {
  if (ctrlKey || metaKey) return null
  const scene = scenes[place]
  if (key === 'Delete') return () => deleteScene(scene)
  const by = BY[key]
  if (by && altKey) return () => moveScene(scene, by)
  const to = by ? scenes[place + by] : key === 'Home' ? scenes[0] : key === 'End' ? scenes.at(-1) : undefined
  return to && !altKey ? () => chooseScene(to) : null
}

interface TabProps {
  readonly scene: LessonScene
  readonly place: number
  readonly isAtHand: boolean
}

/** Of many scenes, only those that an edit changes are drawn anew. */
const SceneTab = memo(function SceneTab({ scene, place, isAtHand }: TabProps) {
  const hasProblem = sceneProblems(scene).length > 0
  return (
    <button
      type="button"
      role="tab"
      id={tabOfScene(scene.id)}
      aria-selected={isAtHand}
      aria-controls={SCENE_PANEL}
      tabIndex={isAtHand ? 0 : -1}
      onClick={() => chooseScene(scene)}
    >
      {place + 1}. {scene.title ?? (scene.text.slice(0, 60) || 'A scene without words')}
      {hasProblem && <strong className="lesson-fault"> not right yet</strong>}
    </button>
  )
})

interface ToolsProps {
  readonly scene: LessonScene
  readonly place: number
  readonly count: number
}

function SceneTools({ scene, place, count }: ToolsProps) {
  const [said, setSaid] = useState('')
  const move = (by: 1 | -1) => {
    moveScene(scene, by)
    setSaid(`Now scene ${place + by + 1} of ${count}.`)
  }
  return (
    <div className="lesson-editor-bar">
      <button type="button" className="button" onClick={() => void captureScene()}>
        <Camera size="1.1em" aria-hidden /> Capture as a new scene
      </button>
      <IconButton
        name="Move up"
        title="Move up (Alt+↑)"
        disabled={place === 0}
        onClick={() => move(-1)}
        icon={ArrowUp}
      />
      <IconButton
        name="Move down"
        title="Move down (Alt+↓)"
        disabled={place === count - 1}
        onClick={() => move(1)}
        icon={ArrowDown}
      />
      <IconButton name="Duplicate the scene" onClick={() => duplicateScene(scene)} icon={Copy} />
      <IconButton
        name="Delete the scene"
        title="Delete the scene (Del)"
        disabled={count < 2}
        onClick={() => deleteScene(scene)}
        icon={Trash2}
      />
      <span className="visually-hidden" role="status">
        {said}
      </span>
    </div>
  )
}
