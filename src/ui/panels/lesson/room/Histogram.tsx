import type { LessonScene } from '../../../../lessons/lesson.ts'
import type { AskedQuestion } from '../../../../lessons/questions/asked.ts'
import { useRoom } from '../../../../state/lesson/room.ts'
import { Prose } from '../../../kit/prose/Prose.tsx'
import { answersAsked, type HandsAnswer, type HandsUp, mostWrong } from './answersAsked.ts'
import './room.css'

/** What the hall has answered, once it is told; with the slip of the most. Nothing where no hands were counted. */
export function Histogram({ asked, scene }: { readonly asked: AskedQuestion; readonly scene: LessonScene }) {
  const hands = useRoom((room) => room.hands[scene.id])
  if (!hands || Object.values(hands).every((count) => count === 0)) return null
  return <Bars answers={answersAsked(asked)} hands={hands} />
}

function Bars({ answers, hands }: { readonly answers: readonly HandsAnswer[]; readonly hands: HandsUp }) {
  const given = answers.filter(({ answer, isRight }) => isRight || (hands[answer] ?? 0) > 0)
  const most = Math.max(...Object.values(hands))
  const wrong = mostWrong(answers, hands)
  return (
    <section className="room-histogram" aria-label="Answers of the room">
      <ul>
        {given.map(({ answer, shown, isRight }) => (
          <li key={answer} data-right={isRight || undefined}>
            <span>
              {isRight && '✓ '}
              <Prose text={shown} inline />
            </span>
            <meter min={0} max={most} value={hands[answer] ?? 0} aria-hidden />
            <span>{hands[answer] ?? 0}</span>
          </li>
        ))}
      </ul>
      {wrong?.slip && (
        <div className="room-slip">
          <Prose text={`${hands[wrong.answer]} said **${wrong.shown}**. ${wrong.slip}`} />
        </div>
      )}
    </section>
  )
}
