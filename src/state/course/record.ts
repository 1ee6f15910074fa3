import type { Lesson } from '../../lessons/lesson.ts'
import type { CoursePlatform } from './platform.ts'
import { type CourseProgress, courseScore, isComplete, progressIn, progressText } from './progress.ts'

/** So many letters SCORM 1.2 keeps for a page, and for a place in it. */
const ROOM = 4096
const PLACE_ROOM = 255

/** How far one has come in which lesson, and whether what was answered counts already. */
interface ToldProgress {
  readonly lesson: Lesson
  readonly progress: CourseProgress
  readonly scored: boolean
}

/** A course’s lesson, as the platform keeps somebody’s way through it. Without a lesson it is the page as it is. */
export interface CourseRecord {
  readonly progress: CourseProgress
  /** The fragment at which to go on; null at first. */
  readonly place: string | null
  /** Writes where one is, and in a lesson how far one has come; an exam has no score until it is handed in. */
  readonly write: (place: string, told?: ToldProgress) => void
  /** The visit is over; what was written is there at the next. */
  readonly finish: () => void
}

export function openRecord(platform: CoursePlatform, begun: number): CourseRecord {
  platform.LMSInitialize('')
  const get = (element: string) => String(platform.LMSGetValue(element) ?? '')
  const written = new Map<string, string>()
  const set = (element: string, value: string) => {
    if (written.get(element) === value) return
    platform.LMSSetValue(element, value)
    written.set(element, value)
  }

  const kept = get('cmi.suspend_data')
  const status = get('cmi.core.lesson_status')
  /** What was reached once is not taken back. */
  let isDone = /^(completed|passed|failed)$/.test(status)
  const place = kept.startsWith('#v=') ? kept : get('cmi.core.lesson_location')
  if (!isDone) set('cmi.core.lesson_status', 'incomplete')

  return {
    progress: progressIn(kept),
    place: place.startsWith('#v=') ? place : null,
    write(place, told) {
      const text = told ? progressText(told.progress) : place
      if (text.length <= ROOM) set('cmi.suspend_data', text)
      set('cmi.core.lesson_location', place.length <= PLACE_ROOM ? place : '')
      const score = told?.scored ? courseScore(told.progress, told.lesson) : null
      if (score !== null) {
        set('cmi.core.score.min', '0')
        set('cmi.core.score.max', '100')
        set('cmi.core.score.raw', String(score))
      }
      if (!isDone && (!told || isComplete(told.progress, told.lesson))) {
        isDone = true
        set('cmi.core.lesson_status', 'completed')
      }
      platform.LMSCommit('')
    },
    finish() {
      set('cmi.core.session_time', timeSaid(Date.now() - begun))
      set('cmi.core.exit', 'suspend')
      platform.LMSCommit('')
      platform.LMSFinish('')
    },
  }
}

/** As SCORM 1.2 writes how long something took: `0001:02:03.45`. */
function timeSaid(ms: number): string {
  const part = (value: number, length: number) => String(Math.floor(value)).padStart(length, '0')
  const seconds = ms / 1000
  return `${part(seconds / 3600, 4)}:${part((seconds / 60) % 60, 2)}:${part(seconds % 60, 2)}.${part((ms % 1000) / 10, 2)}`
}
