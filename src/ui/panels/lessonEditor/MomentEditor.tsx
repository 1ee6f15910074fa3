import { Camera, Eye } from 'lucide-react'
import { useCallback, useState } from 'react'
import type { LessonScene } from '../../../lessons/lesson.ts'
import { HIDE_KINDS, HIDE_TITLES, type HideKind } from '../../../state/choices/hiding.ts'
import { momentAtHand, showMoment } from '../../../state/lesson/editing/editor.ts'
import { listIn, withList } from '../../../state/lesson/editing/fragment.ts'
import { readLink } from '../../../state/link.ts'
import { useGradual } from '../../../state/store.ts'
import { useAwaited } from '../../kit/late/useAwaited.ts'

interface Props {
  readonly scene: LessonScene
  readonly onMoment: (moment: string) => void
}

/** The moment that a scene shows, and what it hides. */
export function MomentEditor({ scene, onMoment }: Props) {
  const [said, setSaid] = useState('')
  const capture = async () => {
    onMoment(await momentAtHand())
    setSaid('The scene is this moment now.')
  }
  return (
    <fieldset className="lesson-part">
      <legend>Moment</legend>
      <div className="lesson-editor-bar">
        <button type="button" className="button" onClick={() => void capture()}>
          <Camera size="1.1em" aria-hidden /> Capture this moment again
        </button>
        <button type="button" className="button" onClick={() => void showMoment(scene.moment)}>
          <Eye size="1.1em" aria-hidden /> Show it
        </button>
        <span role="status">{said}</span>
      </div>
      <OtherProgram moment={scene.moment} />
      <HiddenKinds moment={scene.moment} onMoment={onMoment} />
    </fieldset>
  )
}

function HiddenKinds({ moment, onMoment }: { readonly moment: string; readonly onMoment: Props['onMoment'] }) {
  const hidden = listIn(moment, 'hide')
  const turn = (kind: HideKind, isHidden: boolean) => {
    const kinds = HIDE_KINDS.filter((each) => (each === kind ? isHidden : hidden.includes(each)))
    const changed = withList(moment, 'hide', kinds)
    onMoment(changed)
    void showMoment(changed)
  }
  return (
    <fieldset className="lesson-kinds">
      <legend>Hidden until the first reveal</legend>
      {HIDE_KINDS.map((kind) => (
        <label key={kind}>
          <input
            type="checkbox"
            checked={hidden.includes(kind)}
            onChange={({ target }) => turn(kind, target.checked)}
          />
          {HIDE_TITLES[kind]}
        </label>
      ))}
    </fieldset>
  )
}

/** Says that what one sees is not what the scene shows: its question is computed of the program on the screen. */
function OtherProgram({ moment }: { readonly moment: string }) {
  const source = useGradual((state) => state.source)
  const program = useAwaited(useCallback(() => readLink(moment), [moment]))?.moment.program
  if (program === undefined || program === source) return null
  return <p>Another program is on the screen than in this scene. The answer below is that of the screen.</p>
}
