import { useCallback } from 'react'
import type { LessonScene } from '../../../lessons/lesson.ts'
import type { AskedQuestion, NotAsked } from '../../../lessons/questions/asked.ts'
import { askedOf } from '../../../state/lesson/asking.ts'
import { useGradual } from '../../../state/store.ts'
import { useAwaited } from '../../kit/late/useAwaited.ts'

/** The question with its key for the program on the screen, after so many moves of its scene; null before it is known. */
export function useAsked(scene: LessonScene, made: number): AskedQuestion | NotAsked | null {
  const compilation = useGradual((state) => state.compilation)
  return useAwaited(useCallback(() => askedOf(scene, compilation, made), [scene, compilation, made]))
}
