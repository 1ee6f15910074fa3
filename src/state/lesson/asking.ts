import type { LessonScene } from '../../lessons/lesson.ts'
import { type AskedQuestion, askedIn, type NotAsked } from '../../lessons/questions/asked.ts'
import { settingOf } from '../../lessons/questions/setting.ts'
import type { Compilation } from '../compilation.ts'
import { readLink } from '../link.ts'

/**
 * The question of a scene, asked of the program on the screen: where that is another one than the scene’s, the key follows.
 * Null where there is no program to ask of, or no question.
 */
export async function askedOf(scene: LessonScene, compilation: Compilation): Promise<AskedQuestion | NotAsked | null> {
  if (!scene.ask || !compilation.graph) return null
  const { moment } = await readLink(scene.moment)
  const setting = settingOf(compilation.source, compilation, moment)
  return setting && askedIn(setting, scene.ask)
}
