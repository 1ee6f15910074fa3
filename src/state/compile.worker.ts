import { compile, type Graph } from '../core.ts'
import type { CompileReply, CompileRequest } from './compilation.ts'

let last: Graph | null = null

/** Compiles large programs off the main thread. */
self.onmessage = ({ data: request }: MessageEvent<CompileRequest>) => {
  const { source, options, previous } = request
  if (previous !== undefined) last = previous
  const compiled = compile(source, { ...options, previous: last ?? undefined })
  last = compiled.graph ?? last
  self.postMessage({ ...compiled, request: { source, options } } satisfies CompileReply)
}
