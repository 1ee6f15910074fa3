import { compile } from '../core.ts'
import type { CompileRequest } from './compilation.ts'

/** Compiles large programs off the main thread. */
self.onmessage = ({ data }: MessageEvent<CompileRequest>) => {
  const { source, shareSubexpressions, previous } = data
  self.postMessage({ source, ...compile(source, { previous: previous ?? undefined, shareSubexpressions }) })
}
