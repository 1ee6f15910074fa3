import { compileGradual } from '../../compile/gradual.ts'
import { languageOf } from '../../compile/languageOf.ts'
import type { LessonScene } from '../../lessons/lesson.ts'
import { type AskedQuestion, askedIn, type NotAsked } from '../../lessons/questions/asked.ts'
import { settingOf } from '../../lessons/questions/setting.ts'
import type { Moment } from '../choices/all.ts'
import type { Compilation } from '../compilation.ts'
import { readLink } from '../link.ts'
import { movesOf } from './store.ts'

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
  if (!scene.ask || !compilation.graph) return null
  const { moment } = await readLink(scene.moment)
  const { source, ...compiled } = (hasChanged(scene, made) && ownProgram(moment)) || compilation
  const setting = settingOf(source, compiled, moment)
  return setting && askedIn(setting, scene.ask)
}

const CHANGING: ReadonlySet<string> = new Set(['input', 'output', 'link'])

const hasChanged = (scene: LessonScene, made: number) =>
  movesOf(scene)
    .slice(0, made)
    .some(({ move }) => CHANGING.has(move))

/** Modules stay closed, as when the scene opens. */
const CLOSED: ReadonlySet<number> = new Set()

/** Null where it takes a worker to run it. */
function ownProgram({ program = '' }: Moment) {
  if (languageOf(program) !== 'gradual') return null
  return { source: program, ...compileGradual(program, { open: CLOSED }) }
}
