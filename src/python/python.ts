import { error } from '../language/diagnostic.ts'
import type { Value } from '../primitives/value.ts'
import * as library from './library/library.ts'
import { type PythonProgram, runProgram } from './run/program.ts'

/**
 * Reads a Python text by its grammar and runs it at its point: what it computed, and what there is to say. `at` has values
 * for inputs instead of those in the text, by name. Never throws; a text that is not read, or does not run, gives null and
 * says why.
 */
export function readPython(
  source: string,
  { at = {} }: { readonly at?: Readonly<Record<string, Value>> } = {},
): PythonProgram {
  try {
    return runProgram(source, library, at)
  } catch {
    return { traced: null, diagnostics: [error({ from: 0, to: source.length }, 'This text could not be run here.')] }
  }
}
