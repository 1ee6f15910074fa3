import type { Fix } from './diagnostic.ts'
import { replacing } from './edits.ts'
import { shorten } from './words.ts'

/** Commands that people paste, as the language writes them; any other loses its backslash. */
const COMMANDS: readonly (readonly [command: RegExp, written: string])[] = [
  [/\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/y, '($1)/($2)'],
  [/\\sqrt\s*\{([^{}]*)\}/y, 'sqrt($1)'],
  [/\\(?:cdot|times)\s*/y, '*'],
  [/\\(?:left|right)\s*/y, ''],
  [/\\([A-Za-z]+)/y, '$1'],
]

/** Rewrites the command that starts at the backslash `at`. */
export function latexFix(source: string, at: number): Fix | undefined {
  for (const [command, written] of COMMANDS) {
    command.lastIndex = at
    const found = command.exec(source)?.[0]
    if (found === undefined) continue
    command.lastIndex = 0
    const insert = found.replace(command, written)
    return {
      label: `Write ${shorten(insert || 'nothing')}`,
      changes: [replacing({ from: at, to: at + found.length }, insert)],
    }
  }
  return undefined
}
