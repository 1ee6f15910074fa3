import { ChevronLeft, ChevronRight, LayoutGrid, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Lesson } from '../../../lessons/lesson.ts'
import { closeLesson, followLesson, goBack, goForth, leaveScene, returnToScene } from '../../../state/lesson/running.ts'
import { movesOf, scenePlace, useLesson } from '../../../state/lesson/store.ts'
import { useGradual } from '../../../state/store.ts'
import { Dialog } from '../../kit/dialog/Dialog.tsx'
import { LessonEnd } from './LessonEnd.tsx'
import { LessonProblems } from './LessonProblems.tsx'
import { QuestionCard } from './QuestionCard.tsx'
import { Scenes } from './Scenes.tsx'
import { SceneWords } from './SceneWords.tsx'
import './lesson.css'

/** The lesson that is open: its scene in words, the question, and the way through. */
export default function LessonPanel() {
  useEffect(followLesson, [])
  const lesson = useLesson((state) => state.lesson)
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
      <button type="button" className="button" onClick={closeLesson}>
        Close the lesson
      </button>
    </div>
  )
}

function Running({ lesson }: { readonly lesson: Lesson }) {
  const place = useGradual((state) => scenePlace(lesson, state))
  const made = useGradual((state) => state.revealed ?? 0)
  const away = useLesson((state) => state.away)
  const scene = lesson.scenes[place]
  return (
    <>
      <Head lesson={lesson} place={place} />
      <div className="lesson-scene" key={scene.id}>
        <SceneWords scene={scene} made={made} />
        {place === lesson.scenes.length - 1 && <LessonEnd lesson={lesson} />}
        {scene.ask && !away && <QuestionCard question={scene.ask} scene={scene} made={made} />}
      </div>
      <Way lesson={lesson} place={place} made={made} />
    </>
  )
}

function Head({ lesson, place }: { readonly lesson: Lesson; readonly place: number }) {
  const problems = useLesson((state) => state.problems)
  const [listed, setListed] = useState(false)
  const { title } = lesson.scenes[place]
  return (
    <div className="lesson-head">
      <h2>{title ?? lesson.title}</h2>
      <button type="button" className="button-quiet" aria-haspopup="dialog" onClick={() => setListed(true)}>
        <LayoutGrid size="1.1em" aria-hidden /> Scene {place + 1} of {lesson.scenes.length}
      </button>
      {problems.length > 0 && <LessonProblems problems={problems} />}
      <Dialog title={lesson.title} wide open={listed} onClose={() => setListed(false)}>
        <Scenes lesson={lesson} at={place} onChosen={() => setListed(false)} />
      </Dialog>
    </div>
  )
}

function Way({ lesson, place, made }: { readonly lesson: Lesson; readonly place: number; readonly made: number }) {
  const away = useLesson((state) => state.away)
  const left = movesOf(lesson.scenes[place]).length - made
  const isEnd = left <= 0 && place === lesson.scenes.length - 1
  return (
    <div className="lesson-way">
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
        {left > 0 ? 'Show' : 'Next scene'} <ChevronRight size="1.2em" aria-hidden />
      </button>
      <button
        type="button"
        className="button-quiet"
        onClick={() => (away ? void returnToScene() : leaveScene())}
        title={away ? 'Sets the scene as you left it' : 'Keeps your place in the lesson while you try things'}
      >
        {away ? 'Back to the scene' : 'Try things'}
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label="Close the lesson"
        title="Close the lesson"
        onClick={closeLesson}
      >
        <X size="1.2em" aria-hidden />
      </button>
    </div>
  )
}
