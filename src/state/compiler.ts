import type { Compiled, Graph } from '../core.ts'
import type { CompileRequest } from './compilation.ts'

type Asked = Required<CompileRequest>

/** Compiles large programs in a worker, one at a time: while one is under way only the latest request waits. */
interface Compiler {
  readonly ask: (request: Asked) => void
}

export function compiler(reply: (compiled: Compiled, request: Asked) => void): Compiler {
  let worker: Worker | null = null
  let current: Asked | null = null
  let waiting: Asked | null = null
  /** The graph that the worker made last, as this side knows it. */
  let made: Graph | null = null

  function send(request: Asked, previous: Graph | null): void {
    const { source, options } = request
    worker ??= started()
    current = request
    worker.postMessage({ source, options, ...(previous === made ? {} : { previous }) } satisfies CompileRequest)
    made = previous
  }

  function started(): Worker {
    const fresh = new Worker(new URL('./compile.worker.ts', import.meta.url), { type: 'module' })
    fresh.onmessage = ({ data }: MessageEvent<Compiled>) => {
      const [done, next] = [current, waiting]
      current = waiting = null
      made = data.graph ?? made
      if (next) send(next, made)
      if (done) reply(data, done)
    }
    return fresh
  }

  return {
    ask(request) {
      if (current) waiting = request
      else send(request, request.previous)
    },
  }
}
