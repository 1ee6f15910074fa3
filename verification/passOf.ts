import type { CompileOptions, Primal } from '../src/core.ts'
import { primalOf } from './fixtures/compiled.ts'
import type { RandomProgram } from './programs.ts'

/** Several statements are made about the same programs: so many passes are kept for each look, those after them made anew. */
const MOST_KEPT = 1000

const WRITTEN_OUT: CompileOptions = {}

/** By the look itself: one that is used once goes with what is kept for it. */
const kept = new WeakMap<CompileOptions, Map<string, Primal>>()

/** The pass of a program at its point. */
export function passOf({ source, at }: Omit<RandomProgram, 'directions'>, look = WRITTEN_OUT): Primal {
  const passes = kept.get(look) ?? new Map<string, Primal>()
  kept.set(look, passes)
  const key = JSON.stringify([source, at])
  const pass = passes.get(key) ?? primalOf(source, { ...look, at })
  if (passes.size < MOST_KEPT) passes.set(key, pass)
  return pass
}
