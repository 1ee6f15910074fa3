import type { LessonScene } from '../../../lessons/lesson.ts'
import { returnToScene } from '../../../state/lesson/running.ts'
import { changesProgram, movesOf } from '../../../state/lesson/store.ts'
import { useGradual } from '../../../state/store.ts'
import { Prose } from '../../kit/prose/Prose.tsx'
import { programIn } from './programIn.ts'
import { SceneEmphasis } from './SceneEmphasis.tsx'

/** The words are of the scene’s program, at its values: where the user has made another of it, that is said. */
function OtherProgram({ scene, made }: { readonly scene: LessonScene; readonly made: number }) {
  const own = programIn(scene.moment)
  const isOther = useGradual(({ source }) => own !== '' && source !== own)
  if (!isOther || changesProgram(scene, made)) return null
  return (
    <p className="lesson-other">
      You have changed the program; these words are about the scene’s own.{' '}
      <button type="button" className="button-quiet" onClick={() => void returnToScene()}>
        Set the scene again
      </button>
    </p>
  )
}

/** What is said of the scene: its text, then the word of each move that was made. The last one is read aloud. */
export function SceneWords({ scene, made }: { readonly scene: LessonScene; readonly made: number }) {
  const said = movesOf(scene)
    .slice(0, made)
    .flatMap(({ says }) => says ?? [])
  return (
    <div className="lesson-words" aria-live="polite">
      <SceneEmphasis scene={scene} made={made} />
      <OtherProgram scene={scene} made={made} />
      <Prose text={scene.text} />
      {said.map((words, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what was said stays where it is
        <Prose key={place} text={words} />
      ))}
    </div>
  )
}
