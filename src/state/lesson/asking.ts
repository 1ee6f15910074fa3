import { compileGradual } from '../../compile/gradual.ts'
import { languageOf } from '../../compile/languageOf.ts'
import type { LessonScene } from '../../lessons/lesson.ts'
import { type AskedQuestion, askedIn, type NotAsked } from '../../lessons/questions/asked.ts'
import { type Setting, settingOf } from '../../lessons/questions/setting.ts'
import type { Moment } from '../choices/all.ts'
import type { Compilation } from '../compilation.ts'
import { readLink } from '../link.ts'
import { changesProgram } from './store.ts'

/**
 * The question of a scene, asked of the program on the screen: where that is another one than the scene’s, the key follows.
 * Moves that were made may have changed the program: the question is then of the scene’s own, as it was asked.
 * Null where there is no program to ask of, or no question.
 */
export async function askedOf(
  scene: LessonScene,
  compilation: Compilation,
  made: number,
): Promise<AskedQuestion | NotAsked | null> {
  const setting = scene.ask ? await settingIn(scene, compilation, made) : null
  return setting && scene.ask ? askedIn(setting, scene.ask) : null
}

/** The program on the screen at the scene’s moment, or the scene’s own after moves that changed it; null where it has errors. */
export async function settingIn(
  scene: Pick<LessonScene, 'moment' | 'reveal'>,
  compilation: Compilation,
  made = 0,
): Promise<Setting | null> {
  if (!compilation.graph) return null
  const { moment } = await readLink(scene.moment)
  const { source, ...compiled } = (changesProgram(scene, made) && ownProgram(moment)) || compilation
  return settingOf(source, compiled, moment)
}

/** Looked at as when the scene opens; null where it takes a worker to run it. */
function ownProgram({ program = '', shared, unrolled, data, open = [] }: Moment) {
  if (languageOf(program) !== 'gradual') return null
  const written = { shareSubexpressions: shared !== '0', unrolled: unrolled === '1', holdsData: data !== '1' }
  return { source: program, ...compileGradual(program, { ...written, open: new Set(open) }) }
}
