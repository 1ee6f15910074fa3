import { type Compiled, compile, type Graph } from '../core.ts'
import type { CompileRequest } from './compilation.ts'
import { reply, serve } from './serve.ts'

let last: Graph | null = null

/** Compiles large programs off the main thread. */
serve<CompileRequest>(({ source, options, previous }) => {
  if (previous !== undefined) last = previous
  const compiled = compile(source, { ...options, previous: last ?? undefined })
  last = compiled.graph ?? last
  reply<Compiled>(compiled)
})
