import { useCallback } from 'react'
import type { LessonScene } from '../../../lessons/lesson.ts'
import type { Setting } from '../../../lessons/questions/setting.ts'
import { settingIn } from '../../../state/lesson/asking.ts'
import { useGradual } from '../../../state/store.ts'
import { useAwaited } from '../../kit/late/useAwaited.ts'

/** Where the question of a scene is asked: the program on the screen, at the scene’s moment. Null before it is known. */
export function useSetting({ moment }: LessonScene): Setting | null {
  const compilation = useGradual((state) => state.compilation)
  return useAwaited(useCallback(() => settingIn({ moment }, compilation), [moment, compilation]))
}
