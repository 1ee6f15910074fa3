import type { Lesson } from '../../lessons/lesson.ts'
import type { Outcome } from '../lesson/answers.ts'

/** How far somebody has come in a lesson: the scenes that were seen, by their ids, with what became of their questions. */
export type CourseProgress = ReadonlyMap<string, Omit<Outcome, 'at'> | null>

/** As the platform keeps it: `{"the-sign":"","sums":"2r"}`, of a question how often it was answered wrong, then right or shown. */
export function progressText(progress: CourseProgress): string {
  const said = (outcome: Omit<Outcome, 'at'> | null) =>
    outcome ? `${outcome.wrong}${outcome.right ? 'r' : ''}${outcome.shown ? 's' : ''}` : ''
  return JSON.stringify(Object.fromEntries([...progress].map(([scene, outcome]) => [scene, said(outcome)])))
}

/** What the platform has kept. Anything may be there: what is none of it is left out. */
export function progressIn(text: string): CourseProgress {
  const found = new Map<string, Omit<Outcome, 'at'> | null>()
  for (const [scene, said] of Object.entries(Object(parsed(text)))) {
    const [, wrong, right, shown] = (typeof said === 'string' && /^(?:(\d{1,6})(r?)(s?))?$/.exec(said)) || []
    if (right === undefined && said !== '') continue
    found.set(scene, wrong === undefined ? null : { wrong: Number(wrong), right: right !== '', shown: shown !== '' })
  }
  return found
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Whether every scene was seen. */
export const isComplete = (progress: CourseProgress, { scenes }: Lesson): boolean =>
  scenes.every(({ id }) => progress.has(id))

/** Of a hundred, the part of the questions that was answered right; after the answer was shown none is. Null without questions. */
export function courseScore(progress: CourseProgress, { scenes }: Lesson): number | null {
  const asked = scenes.filter(({ ask }) => ask)
  const right = asked.filter(({ id }) => progress.get(id)?.right)
  return asked.length > 0 ? Math.round((100 * right.length) / asked.length) : null
}
