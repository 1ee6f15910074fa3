import { useEffect, useState } from 'react'
import type { LessonScene } from '../../../lessons/lesson.ts'
import type { AskedQuestion, NotAsked } from '../../../lessons/questions/asked.ts'
import { askedOf } from '../../../state/lesson/asking.ts'
import { useGradual } from '../../../state/store.ts'

/** The question with its key for the program on the screen, after so many moves of its scene; null before it is known. */
export function useAsked(scene: LessonScene, made: number): AskedQuestion | NotAsked | null {
  const compilation = useGradual((state) => state.compilation)
  const [asked, setAsked] = useState<AskedQuestion | NotAsked | null>(null)
  useEffect(() => {
    let isGone = false
    void askedOf(scene, compilation, made).then((found) => {
      if (!isGone) setAsked(found)
    })
    return () => {
      isGone = true
    }
  }, [scene, compilation, made])
  return asked
}
