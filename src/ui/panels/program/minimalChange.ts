import type { Change } from '../../../core.ts'

/** The one change that turns a text into another: what lies between their common beginning and end. */
export function minimalChange(before: string, after: string): Change {
  const shorter = Math.min(before.length, after.length)
  let from = 0
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from++
  let end = 0
  const most = shorter - from
  while (end < most && before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)) end++
  return { from, to: before.length - end, insert: after.slice(from, after.length - end) }
}
