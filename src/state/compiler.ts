import type { Compiled, Graph } from '../core.ts'
import type { CompileRequest } from './compilation.ts'
import { language } from './language.ts'
import { helper } from './worker.ts'

type Asked = Required<CompileRequest>

/** Compiles large programs in a worker, one at a time: while one is under way only the latest request waits. */
interface Compiler {
  readonly ask: (request: Asked) => void
}

export function compiler(reply: (compiled: Compiled, request: Asked) => void): Compiler {
  let current: Asked | null = null
  let waiting: Asked | null = null
  /** The graph that was made last, and whether the worker has it. */
  let made: Graph | null = null
  let isKnown = false

  const worker = helper<CompileRequest, Compiled>({
    sentence: 'The worker that compiles long programs does not run: the page may halt while they are compiled.',
    start: () => new Worker(new URL('./compile.worker.ts', import.meta.url), { type: 'module' }),
    hear: settle,
    failed() {
      isKnown = false
      if (current) void compileHere(current)
    },
  })

  function send(request: Asked, previous: Graph | null): void {
    const { source, options } = request
    current = request
    const isSent = worker.ask({ source, options, ...(isKnown && previous === made ? {} : { previous }) })
    made = previous
    if (isSent) isKnown = true
    else void compileHere(request)
  }

  async function compileHere({ source, options }: Asked): Promise<void> {
    const { compile } = await language.here
    settle(compile(source, { ...options, previous: made ?? undefined }))
  }

  function settle(compiled: Compiled): void {
    const [done, next] = [current, waiting]
    current = waiting = null
    made = compiled.graph ?? made
    if (next) send(next, made)
    if (done) reply(compiled, done)
  }

  return {
    ask(request) {
      if (current) waiting = request
      else send(request, request.previous)
    },
  }
}
