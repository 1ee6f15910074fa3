import { Presentation, X } from 'lucide-react'
import { useEffect } from 'react'
import type { Lesson } from '../../../lessons/lesson.ts'
import { followRoom } from '../../../state/lesson/room.ts'
import { closeLesson, followLesson, leaveScene, returnToScene } from '../../../state/lesson/running.ts'
import { scenePlace, useLesson } from '../../../state/lesson/store.ts'
import { keepInStep } from '../../../state/lesson/sync/inStep.ts'
import { useGradual } from '../../../state/store.ts'
import { IconButton } from '../../kit/button/IconButton.tsx'
import { togglePresenting } from '../../kit/keyboard/alone.ts'
import { late } from '../../kit/late/late.tsx'
import { BackAndOn } from './BackAndOn.tsx'
import { EditButton } from './EditButton.tsx'
import { LessonEnd } from './LessonEnd.tsx'
import { LessonProblems } from './LessonProblems.tsx'
import { QuestionCard } from './QuestionCard.tsx'
import { RoomButton } from './room/RoomButton.tsx'
import { ScenesButton } from './ScenesButton.tsx'
import { SceneWords } from './SceneWords.tsx'
import { SpeakerButton, SpeakerGone, SpeakerRefused } from './SpeakerButton.tsx'
import './lesson.css'

const SpeakerView = late('The speaker’s view', () => import('./speaker/SpeakerView.tsx'))

/** Keeps this window in step with the others of its show, and the clocks of the hall. */
function useShowInStep(): void {
  const show = useGradual((state) => state.show)
  useEffect(followRoom, [])
  useEffect(() => (show === null ? undefined : keepInStep(show)), [show])
}

/** The lesson that is open: its scene in words, the question, and the way through. */
export default function LessonPanel() {
  useEffect(followLesson, [])
  useShowInStep()
  const lesson = useLesson((state) => state.lesson)
  const isSpeakers = useGradual((state) => state.speaker !== null)
  if (isSpeakers && lesson) return <SpeakerView lesson={lesson} />
  return (
    <section className="lesson" aria-label="Lesson">
      {lesson ? <Running lesson={lesson} /> : <NotOpen />}
    </section>
  )
}

function NotOpen() {
  const problems = useLesson((state) => state.problems)
  return (
    <div className="lesson-not-open">
      {problems.length > 0 ? <LessonProblems problems={problems} /> : <p>The lesson is on its way.</p>}
      {problems.length > 0 && <EditButton />}
      <button type="button" className="button" onClick={closeLesson}>
        Close the lesson
      </button>
    </div>
  )
}

function Running({ lesson }: { readonly lesson: Lesson }) {
  const place = useGradual((state) => scenePlace(lesson, state.scene))
  const made = useGradual((state) => state.revealed ?? 0)
  const away = useLesson((state) => state.away)
  const scene = lesson.scenes[place]
  return (
    <>
      <Head lesson={lesson} place={place} />
      <div className="lesson-scene" data-away={away || undefined} key={scene.id}>
        <SceneWords scene={scene} made={made} />
        {place === lesson.scenes.length - 1 && <LessonEnd lesson={lesson} />}
        {scene.ask && !away && <QuestionCard question={scene.ask} scene={scene} made={made} />}
      </div>
      <Way lesson={lesson} place={place} made={made} />
      <SpeakerRefused />
    </>
  )
}

function Head({ lesson, place }: { readonly lesson: Lesson; readonly place: number }) {
  const problems = useLesson((state) => state.problems)
  const { title } = lesson.scenes[place]
  return (
    <div className="lesson-head">
      <h2>{title ?? lesson.title}</h2>
      <ScenesButton lesson={lesson} place={place} />
      <EditButton />
      {problems.length > 0 && <LessonProblems problems={problems} />}
      <SpeakerGone />
    </div>
  )
}

function Way({ lesson, place, made }: { readonly lesson: Lesson; readonly place: number; readonly made: number }) {
  const away = useLesson((state) => state.away)
  return (
    <div className="lesson-way">
      <BackAndOn lesson={lesson} place={place} made={made} on={(hasMoves) => (hasMoves ? 'Show' : 'Next scene')} />
      <button
        type="button"
        className="button-quiet"
        onClick={() => (away ? void returnToScene() : leaveScene())}
        title={away ? 'Sets the scene as you left it' : 'Keeps your place in the lesson while you try things'}
      >
        {away ? 'Back to the scene' : 'Try things'}
      </button>
      <RoomButton scene={lesson.scenes[place]} made={made} />
      <SpeakerButton />
      <IconButton
        className="icon-button lesson-hall"
        name="Present the lesson"
        title="For a hall: the stage in large letters (P or F5)"
        icon={Presentation}
        onClick={togglePresenting}
      />
      <IconButton name="Close the lesson" icon={X} onClick={closeLesson} />
    </div>
  )
}
