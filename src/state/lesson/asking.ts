import type { LessonScene } from '../../lessons/lesson.ts'
import { type AskedQuestion, askedIn, type NotAsked } from '../../lessons/questions/asked.ts'
import { type Setting, settingOf } from '../../lessons/questions/setting.ts'
import type { Compilation } from '../compilation.ts'
import { readLink } from '../link.ts'

/**
 * The question of a scene, asked of the program on the screen: where that is another one than the scene’s, the key follows.
 * Null where there is no program to ask of, or no question.
 */
export async function askedOf(scene: LessonScene, compilation: Compilation): Promise<AskedQuestion | NotAsked | null> {
  const setting = scene.ask ? await settingIn(scene, compilation) : null
  return setting && scene.ask ? askedIn(setting, scene.ask) : null
}

/** The program on the screen at the scene’s moment; null where it has errors. */
export async function settingIn(
  { moment: fragment }: Pick<LessonScene, 'moment'>,
  compilation: Compilation,
): Promise<Setting | null> {
  if (!compilation.graph) return null
  const { moment } = await readLink(fragment)
  return settingOf(compilation.source, compilation, moment)
}
