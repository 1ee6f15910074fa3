import { Mulberry } from '../../../../primitives/random.ts'
import { first } from './draft.ts'

/** Seeds for whole arrays: what they are called, and their entries. */
export const PRESETS = {
  '0': (count: number): number[] => new Array(count).fill(0),
  ones: (count: number): number[] => new Array(count).fill(1),
  'random ±1': signs,
  'one entry': first,
} as const

export type Preset = keyof typeof PRESETS

/** The same signs each time. */
function signs(count: number): number[] {
  const random = new Mulberry(count)
  return Array.from({ length: count }, () => (random.next() < 0.5 ? -1 : 1))
}

/** Which one the entries are; null for others. */
export function presetOf(entries: readonly number[]): Preset | null {
  const names = Object.keys(PRESETS) as Preset[]
  return names.find((name) => PRESETS[name](entries.length).every((entry, i) => entry === entries[i])) ?? null
}
