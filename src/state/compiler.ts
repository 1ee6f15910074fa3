import type { Graph } from '../core.ts'
import type { CompileReply, CompileRequest } from './compilation.ts'

/** Compiles long texts in a worker, one at a time: while one is under way only the latest request waits. */
interface Compiler {
  readonly ask: (request: Required<CompileRequest>) => void
}

export function compiler(reply: (reply: CompileReply) => void): Compiler {
  let worker: Worker | null = null
  let isBusy = false
  let waiting: Required<CompileRequest> | null = null
  /** The graph that the worker made last, as this side knows it. */
  let made: Graph | null = null

  function send({ source, options, previous }: Required<CompileRequest>): void {
    worker ??= started()
    isBusy = true
    worker.postMessage({ source, options, ...(previous === made ? {} : { previous }) } satisfies CompileRequest)
    made = previous
  }

  function started(): Worker {
    const fresh = new Worker(new URL('./compile.worker.ts', import.meta.url), { type: 'module' })
    fresh.onmessage = ({ data }: MessageEvent<CompileReply>) => {
      isBusy = false
      made = data.graph ?? made
      reply(data)
      const next = waiting
      waiting = null
      if (next) send({ ...next, previous: made })
    }
    return fresh
  }

  return {
    ask(request) {
      if (isBusy) waiting = request
      else send(request)
    },
  }
}
