import { KEYS, read } from './storage.ts'
import type { State } from './store.ts'

export interface RecentProgram {
  readonly source: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** Whether the user wrote in it; it may also have been opened only. */
  readonly typed: boolean
  /** What it is read as, where the user has said so. */
  readonly reading: State['reading']
}

export interface Slotted extends RecentProgram {
  /** The key it is kept under. */
  readonly slot: string
}

const MOST_RECENT = 12

/**
 * Each program is kept under a key of its own, so that tabs do not write over each other's. Slots are taken and given up in
 * `keeping.ts`.
 */
export const SLOTS: readonly string[] = Array.from({ length: MOST_RECENT }, (_, slot) => `${KEYS.program}${slot || ''}`)

/** A program as it was kept; one that is a text alone is of an earlier version. */
export function programOf(value: unknown): RecentProgram | null {
  const { source = value, at, typed, reading } = Object(value)
  if (typeof source !== 'string') return null
  return {
    ...{ source, at: Number.isSafeInteger(at) ? at : 0, typed: typed !== false },
    reading: reading === 'python' || reading === 'gradual' ? reading : null,
  }
}

/** The programs that are kept, latest first. */
export const slotted = (): readonly Slotted[] =>
  SLOTS.flatMap((slot) => {
    const program = programOf(read(slot))
    return program ? { ...program, slot } : []
  }).sort((a, b) => b.at - a.at)
