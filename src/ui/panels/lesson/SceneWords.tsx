import type { LessonScene } from '../../../lessons/lesson.ts'
import { movesOf } from '../../../state/lesson/store.ts'
import { Prose } from '../../kit/prose/Prose.tsx'
import { SceneEmphasis } from './SceneEmphasis.tsx'

/** What is said of the scene: its text, then the word of each move that was made. The last one is read aloud. */
export function SceneWords({ scene, made }: { readonly scene: LessonScene; readonly made: number }) {
  const said = movesOf(scene)
    .slice(0, made)
    .flatMap(({ says }) => says ?? [])
  return (
    <div className="lesson-words" aria-live="polite">
      <SceneEmphasis scene={scene} made={made} />
      <Prose text={scene.text} />
      {said.map((words, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what was said stays where it is
        <Prose key={place} text={words} />
      ))}
    </div>
  )
}
