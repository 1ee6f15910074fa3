import { tooMuchToDraw } from '../language/drawable.ts'
import { say } from './notices.ts'

/** Whether a program is not opened, since the page would stand still over it; the user is told why, and can have it as a file. */
export function isRefused(source: string, what: string): boolean {
  const why = tooMuchToDraw(source)
  if (why) say({ says: `${what} is not opened. ${why}`, program: source })
  return why !== null
}
