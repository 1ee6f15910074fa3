import type { LessonQuestion, LessonScene } from '../../../../lessons/lesson.ts'
import { Prose } from '../../../kit/prose/Prose.tsx'
import { Countdown } from '../room/Countdown.tsx'
import { HandsFields } from '../room/HandsFields.tsx'
import { useAsked } from '../useAsked.ts'

interface Props {
  readonly question: LessonQuestion
  readonly scene: LessonScene
  readonly made: number
}

/** The question with its answer, and likely wrong ones with room for the hands that go up for them. */
export function SpeakerQuestion({ question, scene, made }: Props) {
  const asked = useAsked(scene, made)
  if (!asked) return null
  return (
    <section className="speaker-question" aria-label="Question">
      <h2>Question</h2>
      <Prose text={question.question} />
      {'says' in asked ? (
        <p>This question is not asked here: {asked.says}</p>
      ) : (
        <>
          <p className="speaker-key">
            <span>
              The answer:{' '}
              <strong>
                <Prose text={asked.words.shown} inline />
              </strong>
            </span>
            {made === 0 && <Countdown />}
          </p>
          <h3>Hands, and what goes wrong</h3>
          <HandsFields asked={asked} scene={scene.id} tells />
        </>
      )}
    </section>
  )
}
