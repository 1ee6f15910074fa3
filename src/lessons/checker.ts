import * as v from 'valibot'
import { count } from '../language/words.ts'
import { type Lesson, type LessonScene, lessonHead, scene } from './lesson.ts'

/** What a file holds, as far as it is sound. */
export interface CheckedLesson {
  /** Null where nothing can be opened. */
  readonly lesson: Lesson | null
  /** What is wrong and where, a sentence each; what they name was left out. */
  readonly problems: readonly string[]
}

/** Characters of a file, and scenes of a lesson. */
const LARGEST = 4_000_000
const MOST_SCENES = 500
/** Of a file with many faults, those that are told one by one. */
const MOST_TOLD = 12

const refused = (problem: string): CheckedLesson => ({ lesson: null, problems: [problem] })

/** Reads a lesson file; refuses what is none, and opens what is sound of the rest. Never throws. */
export function checkLesson(text: string): CheckedLesson {
  if (text.length > LARGEST) return refused('The file is too large for a lesson: 4 million characters at most.')
  const read = parsed(text)
  if ('problem' in read) return refused(read.problem)
  return checkValue(read.value)
}

/** As `checkLesson`, of what is read already. */
export function checkValue(value: unknown): CheckedLesson {
  const head = v.safeParse(lessonHead, value)
  if (!head.success) return { lesson: null, problems: head.issues.map((issue) => `The lesson: ${saying(issue)}.`) }
  const given: unknown = head.output.scenes
  if (!Array.isArray(given) || given.length === 0)
    return refused('The lesson has no scenes: “scenes” is to be a list of them.')
  const problems = unknownFields(lessonHead.entries, head.output, 'The lesson', ['scenes'])
  const scenes = given.slice(0, MOST_SCENES).flatMap((each, place) => sceneOf(each, place, problems))
  if (given.length > MOST_SCENES) problems.push(`Only the first ${MOST_SCENES} scenes are read.`)
  const sound = withOwnIds(scenes, problems)
  if (sound.length === 0) problems.push('None of its scenes can be opened.')
  return { lesson: sound.length > 0 ? { ...head.output, scenes: sound } : null, problems: together(problems) }
}

function parsed(text: string): { readonly value: unknown } | { readonly problem: string } {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch (error) {
    return { problem: `The file is no JSON: ${(error as Error).message}.` }
  }
}

function sceneOf(value: unknown, place: number, problems: string[]): LessonScene[] {
  const read = v.safeParse(scene, value)
  const which = `Scene ${place + 1}${nameOf(value)}`
  if (!read.success) {
    problems.push(...read.issues.map((issue) => `${which} is left out: ${saying(issue)}.`))
    return []
  }
  problems.push(...unknownFields(scene.entries, read.output, which))
  return [read.output]
}

const nameOf = (value: unknown): string => {
  const { id } = Object(value) as { readonly id?: unknown }
  return typeof id === 'string' ? ` (“${id.slice(0, 40)}”)` : ''
}

/** Where and what, in words. */
function saying(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue as v.BaseIssue<unknown>)
  const what = issue.message.replace(/^Invalid [^:]*: E/, 'e').replace(/ received .*$/, (found) => found.slice(0, 60))
  return path ? `${path}: ${what}` : what
}

/** Something wrong with a scene: the fields that lead to it, and what the file would be told. */
export interface SceneFault {
  readonly path: readonly string[]
  readonly says: string
}

/** What is wrong with a scene by itself. */
export function sceneFaults(value: LessonScene): SceneFault[] {
  const read = v.safeParse(scene, value)
  if (read.success) return []
  return read.issues.map((issue) => ({ path: (v.getDotPath(issue) ?? '').split('.'), says: saying(issue) }))
}

/** The same, a sentence each. */
export const sceneProblems = (value: LessonScene): string[] => sceneFaults(value).map(({ says }) => says)

/** They are kept, and mean nothing here: a later version may know them. */
const unknownFields = (known: object, given: object, which: string, besides: readonly string[] = []): string[] =>
  Object.keys(given)
    .filter((field) => !Object.hasOwn(known, field) && !besides.includes(field))
    .map((field) => `${which} has a field “${field.slice(0, 40)}” that this page does not know; it is ignored.`)

/** Of two scenes of one name, a link could only mean the first. */
function withOwnIds(scenes: readonly LessonScene[], problems: string[]): LessonScene[] {
  const seen = new Set<string>()
  return scenes.filter(({ id }) => {
    const isNew = !seen.has(id)
    if (!isNew) problems.push(`Two scenes have the id “${id}”: the second is left out.`)
    seen.add(id)
    return isNew
  })
}

const together = (problems: readonly string[]): readonly string[] =>
  problems.length <= MOST_TOLD
    ? problems
    : [
        ...problems.slice(0, MOST_TOLD - 1),
        `${count(problems.length - MOST_TOLD + 1, 'more problem', 'more problems')}.`,
      ]
