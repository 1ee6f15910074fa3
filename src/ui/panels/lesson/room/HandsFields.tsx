import type { AskedQuestion } from '../../../../lessons/questions/asked.ts'
import { countHands, useRoom } from '../../../../state/lesson/room.ts'
import { MOST_HANDS } from '../../../../state/lesson/roomForm.ts'
import { Prose } from '../../../kit/prose/Prose.tsx'
import { answersAsked } from './answersAsked.ts'
import './room.css'

const NO_HANDS = {}

/** Takes the hands for each answer. The right one is marked where its reader may know. */
export function HandsFields({
  asked,
  scene,
  tells,
}: {
  readonly asked: AskedQuestion
  readonly scene: string
  readonly tells: boolean
}) {
  const hands = useRoom((room) => room.hands[scene]) ?? NO_HANDS
  return (
    <ul className="room-hands">
      {answersAsked(asked).map(({ answer, shown, isRight, slip }) => (
        <li key={answer} data-right={(tells && isRight) || undefined}>
          <label>
            <input
              type="number"
              min={0}
              max={MOST_HANDS}
              step={1}
              placeholder="0"
              value={hands[answer] ?? ''}
              onChange={({ target }) =>
                countHands(answer, Math.min(MOST_HANDS, Math.max(0, Math.floor(target.valueAsNumber) || 0)))
              }
            />
            <span>
              {tells && isRight && '✓ '}
              <Prose text={shown} inline />
            </span>
          </label>
          {tells && slip !== null && <Prose text={slip} />}
        </li>
      ))}
    </ul>
  )
}
