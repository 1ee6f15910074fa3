import { Hand } from 'lucide-react'
import { useState } from 'react'
import type { LessonScene } from '../../../../lessons/lesson.ts'
import { IconButton } from '../../../kit/button/IconButton.tsx'
import { Dialog } from '../../../kit/dialog/Dialog.tsx'
import { useAsked } from '../useAsked.ts'
import { HandsFields } from './HandsFields.tsx'
import { TimeChoice } from './TimeChoice.tsx'

interface Props {
  readonly scene: LessonScene
  readonly made: number
}

/** What a hall needs for its questions: time, and a count of hands. */
export function RoomButton(props: Props) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <IconButton
        className="icon-button lesson-hall"
        name="Time and hands"
        title="For a hall: time for a question, and hands for its answers"
        icon={Hand}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      />
      <Dialog title="Time and hands" open={open} onClose={() => setOpen(false)}>
        <h3>Time for a question</h3>
        <TimeChoice />
        <h3>Hands for each answer</h3>
        <Hands {...props} />
      </Dialog>
    </>
  )
}

/** Likely answers hold the right one: a hall sees them after the reveal, unless it chooses among them anyway. */
function Hands({ scene, made }: Props) {
  const asked = useAsked(scene, made)
  if (!asked || 'says' in asked) return <p>This scene asks nothing.</p>
  if (asked.taking.by !== 'choice' && made === 0)
    return <p>The likely answers stand here once the answer is shown. The speaker’s window has them before.</p>
  return <HandsFields asked={asked} scene={scene.id} tells={made > 0} />
}
