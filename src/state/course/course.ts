import { later } from '../later.ts'
import { platformOf } from './platform.ts'
import { openRecord } from './record.ts'

const following = later('What tells the course platform of your progress', () => import('./following.ts'))

/**
 * Begins the page as one of a course: `data-course` names its lesson; where it is empty it is the page as it is. This runs before the
 * page, which then opens at the place in its address.
 */
async function begin(lesson: string): Promise<void> {
  const platform = platformOf(window)
  const record = platform && openRecord(platform, Date.now())
  const start = lesson ? `#v=1&lesson=${encodeURIComponent(lesson)}` : ''
  const place = record?.place?.startsWith(start) ? record.place : start
  if (location.hash === '' && place) history.replaceState(null, '', place)
  let tell = () => {}
  if (record)
    window.addEventListener('pagehide', () => {
      tell()
      record.finish()
    })
  const { followCourse, sayUnrecorded } = await following.get()
  if (record) tell = followCourse(record, lesson)
  else sayUnrecorded()
}

const { course } = document.documentElement.dataset
// The speaker’s window belongs to the one that tells the platform already.
if (course !== undefined && !location.hash.includes('&speaker=')) void begin(course)
