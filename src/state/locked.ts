import { say } from './notices.ts'
import { now } from './store.ts'

/** Whether the link holds the program as it is; what would have changed it says so. */
export function isProgramLocked(): boolean {
  const isLocked = now().locked.has('program')
  if (isLocked) say('The program is locked by the link: “Unlock a copy” stands below it.')
  return isLocked
}
