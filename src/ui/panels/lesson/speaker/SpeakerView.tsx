import type { Lesson } from '../../../../lessons/lesson.ts'
import { scenePlace } from '../../../../state/lesson/store.ts'
import { useGradual } from '../../../../state/store.ts'
import { Prose } from '../../../kit/prose/Prose.tsx'
import { SceneWords } from '../SceneWords.tsx'
import { Clocks } from './Clocks.tsx'
import { Drive } from './Drive.tsx'
import { MoveAside } from './MoveAside.tsx'
import { NextUp } from './NextUp.tsx'
import { SpeakerQuestion } from './SpeakerQuestion.tsx'
import './speaker.css'

/** The second window of a show: what the speaker alone sees. The graph beside it is the page’s own, small. */
export default function SpeakerView({ lesson }: { readonly lesson: Lesson }) {
  const place = useGradual((state) => scenePlace(lesson, state.scene))
  const made = useGradual((state) => state.revealed ?? 0)
  const scene = lesson.scenes[place]
  return (
    <section className="speaker" aria-label="Speaker’s view">
      <div className="speaker-top">
        <MoveAside />
        <Drive lesson={lesson} place={place} made={made} />
        <Clocks />
      </div>
      <div className="speaker-words" key={scene.id}>
        <h1>{scene.title ?? lesson.title}</h1>
        <div className="speaker-notes">
          <Prose text={scene.notes ?? 'No notes for this scene.'} />
        </div>
        <NextUp lesson={lesson} place={place} made={made} />
        <h2>The hall reads</h2>
        <SceneWords scene={scene} made={made} />
      </div>
      <div className="speaker-side">
        {scene.ask && <SpeakerQuestion question={scene.ask} scene={scene} made={made} />}
      </div>
    </section>
  )
}
