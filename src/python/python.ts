import type { Traced } from '../graph/traced/traced.ts'
import { type Diagnostic, error } from '../language/diagnostic.ts'
import type { Value } from '../primitives/value.ts'

/** Stands in until the interpreter is here. */
export function readPython(
  source: string,
  _: { readonly at?: Readonly<Record<string, Value>> } = {},
): { traced: Traced | null; diagnostics: Diagnostic[] } {
  return { traced: null, diagnostics: [error({ from: 0, to: source.length }, 'Python is not read yet.')] }
}
