import { sceneProblems } from '../../../lessons/checker.ts'
import type { LessonScene } from '../../../lessons/lesson.ts'
import { sceneWith } from '../../../state/lesson/editing/changes.ts'
import { editLesson } from '../../../state/lesson/editing/editor.ts'
import { useGradual } from '../../../state/store.ts'
import { EmphasisEditor } from './EmphasisEditor.tsx'
import { MomentEditor } from './MomentEditor.tsx'
import { MovesEditor } from './MovesEditor.tsx'
import { ProseField } from './ProseField.tsx'
import { QuestionEditor } from './QuestionEditor.tsx'
import { SceneName } from './SceneName.tsx'
import { SCENE_PANEL, tabOfScene } from './SceneTabs.tsx'

interface Props {
  readonly scene: LessonScene
  readonly place: number
}

/** A scene with all that it shows, says and asks. */
export function SceneEditor({ scene, place }: Props) {
  const { id } = scene
  const graph = useGradual(({ compilation }) => compilation.graph)
  const problems = sceneProblems(scene)
  /** What is typed into one field is one edit. */
  const put = (change: Partial<LessonScene>, of?: string) =>
    editLesson(sceneWith(id, change), of === undefined ? null : `${id} ${of}`)
  return (
    <div id={SCENE_PANEL} role="tabpanel" aria-labelledby={tabOfScene(id)} className="scene-editor">
      {problems.map((problem) => (
        <p key={problem} className="lesson-fault">
          Not right yet: {problem}.
        </p>
      ))}
      <MomentEditor scene={scene} onMoment={(moment) => put({ moment })} />
      <label className="lesson-field">
        Title of scene {place + 1}
        <input
          type="text"
          maxLength={200}
          value={scene.title ?? ''}
          onChange={({ target }) => put({ title: target.value }, 'title')}
        />
      </label>
      <ProseField label="Text" text={scene.text} rows={4} onText={(text) => put({ text }, 'text')} />
      <EmphasisEditor graph={graph} items={scene.show ?? []} onItems={(show) => put({ show })} />
      <QuestionEditor scene={scene} onQuestion={(ask, of) => put({ ask }, of)} />
      <MovesEditor graph={graph} moves={scene.reveal ?? []} onMoves={(reveal, of) => put({ reveal }, of)} />
      <ProseField label="Notes for the speaker" text={scene.notes ?? ''} onText={(notes) => put({ notes }, 'notes')} />
      <SceneName scene={scene} />
    </div>
  )
}
