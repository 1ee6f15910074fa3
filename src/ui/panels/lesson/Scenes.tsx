import { Check, CircleHelp } from 'lucide-react'
import type { Lesson, LessonScene } from '../../../lessons/lesson.ts'
import { questionId, useAnswers } from '../../../state/lesson/answers.ts'
import { goToScene } from '../../../state/lesson/running.ts'
import { useGradual } from '../../../state/store.ts'
import { Thumbnail } from '../../graph/thumbnail/Thumbnail.tsx'
import { programIn } from './programIn.ts'
import { useExam } from './useExam.ts'

interface Props {
  readonly lesson: Lesson
  readonly at: number
  readonly onChosen: () => void
}

/** All scenes, with the shapes of their graphs. */
export function Scenes({ lesson, at, onChosen }: Props) {
  const choose = (place: number) => {
    onChosen()
    void goToScene(place)
  }
  return (
    <ol className="lesson-scenes">
      {lesson.scenes.map((scene, place) => (
        <li key={scene.id}>
          <button type="button" aria-current={place === at ? 'step' : undefined} onClick={() => choose(place)}>
            <Thumbnail program={programIn(scene.moment)} />
            <span className="lesson-scene-title">
              {place + 1}. {scene.title ?? scene.text.slice(0, 60)}
            </span>
            <Standing scene={scene} />
          </button>
        </li>
      ))}
    </ol>
  )
}

function Standing({ scene }: { readonly scene: LessonScene }) {
  const lesson = useGradual((state) => state.lesson)
  const outcome = useAnswers(({ outcomes }) => outcomes[questionId(lesson ?? '', scene.id)])
  const exam = useExam()
  if (!scene.ask) return null
  if (exam === 'open' ? outcome : outcome?.right)
    return (
      <span className="lesson-standing">
        <Check size="1em" aria-hidden /> answered
      </span>
    )
  return (
    <span className="lesson-standing">
      <CircleHelp size="1em" aria-hidden /> asks
    </span>
  )
}
