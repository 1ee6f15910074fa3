import { LayoutGrid } from 'lucide-react'
import { useState } from 'react'
import type { Lesson } from '../../../lessons/lesson.ts'
import { Dialog } from '../../kit/dialog/Dialog.tsx'
import { Scenes } from './Scenes.tsx'

/** Which scene is on, and the list of all. */
export function ScenesButton({ lesson, place }: { readonly lesson: Lesson; readonly place: number }) {
  const [listed, setListed] = useState(false)
  return (
    <>
      <button type="button" className="button-quiet" aria-haspopup="dialog" onClick={() => setListed(true)}>
        <LayoutGrid size="1.1em" aria-hidden /> Scene {place + 1} of {lesson.scenes.length}
      </button>
      <Dialog title={lesson.title} wide open={listed} onClose={() => setListed(false)}>
        <Scenes lesson={lesson} at={place} onChosen={() => setListed(false)} />
      </Dialog>
    </>
  )
}
