import { type CheckedLesson, checkValue, sceneFaults } from '../../../lessons/checker.ts'
import type { LessonScene } from '../../../lessons/lesson.ts'
import { salvaged } from './salvage.ts'

/** A lesson that is being written, to be played: each scene as far as it is finished, and what is not. */
export function unfinishedLesson(text: string): CheckedLesson {
  const { lesson, problems } = salvaged(text)
  if (!lesson) return { lesson, problems }
  const left: string[] = []
  const scenes = lesson.scenes.map((scene, place) => finished(scene, `Scene ${place + 1} (“${scene.id}”)`, left))
  const checked = checkValue({ ...lesson, scenes })
  return { ...checked, problems: [...left, ...checked.problems] }
}

/** Without the parts that cannot be played yet. Where a scene cannot do without one, the checker leaves the scene out. */
function finished(scene: LessonScene, which: string, left: string[]): LessonScene {
  const [fault] = sceneFaults(scene)
  const rest = fault && without(scene, fault.path)
  if (!rest) return scene
  left.push(`${which} is played without what is not finished in it: ${fault.says}.`)
  return finished(rest, which, left)
}

const OPTIONAL: ReadonlySet<string> = new Set(['title', 'notes', 'show', 'ask', 'reveal'])

/** Without the item of a list that a path leads into, else without the whole field; null where the scene needs it. */
function without(scene: LessonScene, path: readonly string[]): LessonScene | null {
  if (!OPTIONAL.has(path[0])) return null
  const item = path.findLastIndex((part) => /^\d+$/.test(part))
  return cut(scene, item < 0 ? path.slice(0, 1) : path.slice(0, item + 1))
}

function cut<Part>(part: Part, [field, ...rest]: readonly string[]): Part {
  if (Array.isArray(part))
    return (
      rest.length === 0 ? part.toSpliced(Number(field), 1) : part.with(Number(field), cut(part[Number(field)], rest))
    ) as Part
  const { [field]: inner, ...others } = part as Readonly<Record<string, unknown>>
  return (rest.length === 0 ? others : { ...others, [field]: cut(inner, rest) }) as Part
}
