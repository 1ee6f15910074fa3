import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { Lesson } from '../../../lessons/lesson.ts'
import { goBack, goForth } from '../../../state/lesson/running.ts'
import { movesOf } from '../../../state/lesson/store.ts'

interface Props {
  readonly lesson: Lesson
  readonly place: number
  readonly made: number
  /** What the button on is called, by whether the scene has moves left. */
  readonly on: (hasMoves: boolean) => string
}

/** The two presses that lead through a lesson. */
export function BackAndOn({ lesson, place, made, on }: Props) {
  const hasMoves = made < movesOf(lesson.scenes[place]).length
  const isEnd = !hasMoves && place === lesson.scenes.length - 1
  return (
    <>
      <button
        type="button"
        className="button"
        disabled={place === 0 && made === 0}
        onClick={() => void goBack()}
        title="Back (PgUp)"
      >
        <ChevronLeft size="1.2em" aria-hidden /> Back
      </button>
      <button type="button" className="button" disabled={isEnd} onClick={() => void goForth()} title="On (PgDn)">
        {on(hasMoves)} <ChevronRight size="1.2em" aria-hidden />
      </button>
    </>
  )
}
