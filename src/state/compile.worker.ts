import { type Compiled, compile, type Graph } from '../core.ts'
import type { CompileRequest } from './compilation.ts'

let last: Graph | null = null

/** Compiles large programs off the main thread. */
self.onmessage = ({ data: { source, options, previous } }: MessageEvent<CompileRequest>) => {
  if (previous !== undefined) last = previous
  const compiled = compile(source, { ...options, previous: last ?? undefined })
  last = compiled.graph ?? last
  self.postMessage(compiled satisfies Compiled)
}
