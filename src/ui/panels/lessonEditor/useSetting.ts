import { useEffect, useState } from 'react'
import type { LessonScene } from '../../../lessons/lesson.ts'
import type { Setting } from '../../../lessons/questions/setting.ts'
import { settingIn } from '../../../state/lesson/asking.ts'
import { useGradual } from '../../../state/store.ts'

/** Where the question of a scene is asked: the program on the screen, at the scene’s moment. Null before it is known. */
export function useSetting(scene: LessonScene): Setting | null {
  const compilation = useGradual((state) => state.compilation)
  const [setting, setSetting] = useState<Setting | null>(null)
  const { moment } = scene
  useEffect(() => {
    let isGone = false
    void settingIn({ moment }, compilation).then((made) => {
      if (!isGone) setSetting(made)
    })
    return () => {
      isGone = true
    }
  }, [moment, compilation])
  return setting
}
