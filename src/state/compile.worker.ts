import { compile, type Graph } from '../core.ts'
import type { CompileReply, CompileRequest } from './compilation.ts'

let last: Graph | null = null

/** Compiles large programs off the main thread. */
self.onmessage = ({ data }: MessageEvent<CompileRequest>) => {
  const { source, shareSubexpressions, previous } = data
  if (previous !== undefined) last = previous
  const { graph, diagnostics } = compile(source, { previous: last ?? undefined, shareSubexpressions })
  last = graph ?? last
  self.postMessage({ source, graph, diagnostics } satisfies CompileReply)
}
