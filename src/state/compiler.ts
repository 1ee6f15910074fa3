import type { Compiled, Graph } from '../core.ts'
// The graphs that the worker gives have all operations, whether or not the compiler is here too.
import '../primitives/late.ts'
import { type CompileRequest, lastGraph } from './compilation.ts'
import { language } from './language.ts'
import { python } from './python.ts'
import { helper } from './worker.ts'

/** Compiles in a worker, each program about the graph before. */
const compilerIn = () =>
  helper<CompileRequest, Compiled, Graph | null>({
    start: () => new Worker(new URL('./compile.worker.ts', import.meta.url), { type: 'module' }),
    isAble: 'Worker' in globalThis,
    instead: {
      sentence:
        'The worker that compiles long programs, and those in Python, does not run: the page may halt while they are compiled.',
      async answer({ source, options }, previous) {
        const { compileGradual, languageOf } = await language.here
        const isPython = (options.language ?? languageOf(source)) === 'python'
        const compile = isPython ? (await python.get()).compilePython : compileGradual
        return compile(source, { ...options, previous: previous ?? undefined })
      },
    },
    keeps: lastGraph,
  })

/** Compiles large programs, and runs those in Python. */
export const compiler = compilerIn()

/** Programs that are not the page’s own: what it shows of them waits for none of that. */
export const besides = compilerIn()
