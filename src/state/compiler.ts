import type { Compiled, Graph } from '../core.ts'
// The graphs that the worker gives have all operations, whether or not the compiler is here too.
import '../primitives/late.ts'
import { type CompileRequest, lastGraph } from './compilation.ts'
import { language } from './language.ts'
import { helper } from './worker.ts'

/** Compiles large programs in a worker, about the graph before. */
export const compiler = helper<CompileRequest, Compiled, Graph | null>({
  start: () => new Worker(new URL('./compile.worker.ts', import.meta.url), { type: 'module' }),
  instead: {
    sentence: 'The worker that compiles long programs does not run: the page may halt while they are compiled.',
    async answer({ source, options }, previous) {
      const { compile } = await language.here
      return compile(source, { ...options, previous: previous ?? undefined })
    },
  },
  keeps: lastGraph,
})
