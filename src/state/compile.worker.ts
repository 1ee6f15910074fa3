import { type Compiled, compile, type Graph } from '../core.ts'
import { type CompileRequest, lastGraph } from './compilation.ts'
import { serve } from './serve.ts'

/** Compiles large programs off the main thread, each after the graph before. */
serve<CompileRequest, Compiled, Graph | null>(
  ({ source, options }, previous) => compile(source, { ...options, previous: previous ?? undefined }),
  lastGraph,
)
