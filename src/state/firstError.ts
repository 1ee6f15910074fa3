import type { Compilation } from './compilation.ts'

/** What is wrong with the program first; undefined where it has no error. */
export const firstError = ({ diagnostics }: Compilation): string | undefined =>
  diagnostics.find(({ severity }) => severity === 'error')?.message
