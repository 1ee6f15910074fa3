import { compileGradual } from '../compile/gradual.ts'
import { languageOf } from '../compile/languageOf.ts'
import type { Compiled, Graph } from '../core.ts'
import { type CompileRequest, lastGraph } from './compilation.ts'
import { serve } from './serve.ts'

/** Compiles off the main thread, each program after the graph before. What reads Python comes with the first that needs it. */
serve<CompileRequest, Compiled, Graph | null>(async ({ source, options }, previous) => {
  const isPython = (options.language ?? languageOf(source)) === 'python'
  const compile = isPython ? (await import('../compile/python.ts')).compilePython : compileGradual
  return compile(source, { ...options, previous: previous ?? undefined })
}, lastGraph)
