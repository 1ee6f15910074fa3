import { buildTraced } from '../graph/traced/buildTraced.ts'
import { readPython } from '../python/python.ts'
import type { Compiled, CompileOptions } from './compiled.ts'
import { lookedAt } from './looking.ts'

/** Runs a Python program at its point, and gives the graph of what it computed. Never throws. */
export function compilePython(source: string, options: CompileOptions = {}): Compiled {
  const { traced, diagnostics, decides } = readPython(source, { at: options.at })
  if (!traced) return { graph: null, inputs: [], diagnostics, language: 'python' }
  return { ...lookedAt((how) => buildTraced(traced, how), diagnostics, options), language: 'python', decides }
}
