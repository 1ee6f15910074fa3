import { change, type Notice, now } from './store.ts'

/** Notices that stand at a time; the oldest go first. */
const MOST_NOTICES = 6

let count = 0

/** Says something to the user, once. */
export function say(...notices: readonly (string | Omit<Notice, 'id'>)[]): void {
  const said = notices.map((notice) => ({ ...(typeof notice === 'string' ? { says: notice } : notice), id: count++ }))
  if (said.length > 0) change({ notices: [...now().notices, ...said].slice(-MOST_NOTICES) })
}
