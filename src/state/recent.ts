import { KEYS, read, write } from './storage.ts'

export interface RecentProgram {
  readonly source: string
  /** Milliseconds since 1970. */
  readonly at: number
}

const MOST = 12
const LONGEST = 100_000

/** The user's own programs, latest first. */
export function recentPrograms(): readonly RecentProgram[] {
  const kept = read<unknown>(KEYS.recent, [])
  return Array.isArray(kept) ? kept.filter(isRecentProgram) : []
}

const isRecentProgram = (item: unknown): item is RecentProgram =>
  typeof item === 'object' &&
  item !== null &&
  typeof (item as RecentProgram).source === 'string' &&
  typeof (item as RecentProgram).at === 'number'

/** Puts a program on the list, so that opening another one never loses it. */
export function remember(source: string): void {
  if (source.trim() === '' || source.length > LONGEST) return
  const others = recentPrograms().filter((program) => program.source !== source)
  write(KEYS.recent, [{ source, at: Date.now() }, ...others].slice(0, MOST))
}
