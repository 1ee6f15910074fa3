import type { Change } from '../core.ts'
import { exact } from '../notation/numbers.ts'
import { accept, type CompileRequest, recompile } from './compilation.ts'
import { carriedOver, pause } from './playback.ts'
import { remember } from './recent.ts'
import { currentSession } from './session.ts'
import { change, now } from './store.ts'

/** Longer texts are compiled in a worker, so that typing never waits for them. */
const LONG = 20_000

let worker: Worker | null = null

/** Replaces the program text. The graph follows: at once, or when the worker has compiled a long text. */
export function edit(source: string): void {
  change({ source })
  if (source.length > LONG) compileInWorker()
  else settleOn(recompile(now().compilation, source, now().shareSubexpressions))
}

function settleOn(compilation: ReturnType<typeof accept>): void {
  const before = currentSession(now())
  change({ compilation })
  const after = currentSession(now())
  if (after && after !== before) change({ position: carriedOver(before, after) })
}

function compileInWorker(): void {
  worker ??= startWorker()
  const { source, shareSubexpressions, compilation } = now()
  const request: CompileRequest = { source, shareSubexpressions, previous: compilation.graph }
  worker.postMessage(request)
}

function startWorker(): Worker {
  const started = new Worker(new URL('./compile.worker.ts', import.meta.url), { type: 'module' })
  started.onmessage = ({ data }) => {
    if (data.source === now().source) settleOn(accept(now().compilation, data.source, data.graph, data.diagnostics))
  }
  return started
}

/** Applies changes whose offsets refer to the text as it stands. */
export function applyChanges(changes: readonly Change[]): void {
  let text = now().source
  for (const { from, to, insert } of [...changes].sort((a, b) => b.from - a.from))
    text = text.slice(0, from) + insert + text.slice(to)
  edit(text)
}

/** Gives an input a value: its literal in the text changes, or its line is written. */
export function setInput(name: string, value: number): void {
  const { compilation, source } = now()
  const input = compilation.graph?.inputs.find((candidate) => candidate.name === name)
  if (!input || compilation.source !== source || compilation.outOfDate) return
  pause()
  const insert = exact(value)
  if (input.literal) applyChanges([{ ...input.literal, insert }])
  else applyChanges([{ from: 0, to: 0, insert: `${name} = ${insert}\n` }])
}

/** Opens another program; the one that was there stays among the recent ones. */
export function open(source: string): void {
  remember(now().source)
  pause()
  edit(source)
  change({ position: { forward: 0, reverse: 0, step: 0, term: 0 } })
}

/** Switches the sharing of equal subexpressions. */
export function share(shareSubexpressions: boolean): void {
  change({ shareSubexpressions })
  edit(now().source)
}
