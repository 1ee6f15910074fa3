import { useEffect, useState } from 'react'
import type { LessonScene } from '../../../lessons/lesson.ts'
import type { AskedQuestion, NotAsked } from '../../../lessons/questions/asked.ts'
import { askedOf } from '../../../state/lesson/asking.ts'
import { useGradual } from '../../../state/store.ts'

/** The question with its key for the program on the screen; null before it is known. */
export function useAsked(scene: LessonScene): AskedQuestion | NotAsked | null {
  const compilation = useGradual((state) => state.compilation)
  const [asked, setAsked] = useState<AskedQuestion | NotAsked | null>(null)
  useEffect(() => {
    let isGone = false
    void askedOf(scene, compilation).then((made) => {
      if (!isGone) setAsked(made)
    })
    return () => {
      isGone = true
    }
  }, [scene, compilation])
  return asked
}
