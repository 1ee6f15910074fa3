import type { Change, Input } from '../core.ts'
import { exact } from '../notation/numbers.ts'
import { accept, type Compilation, recompile } from './compilation.ts'
import { compiler } from './compiler.ts'
import { carriedOver, pause } from './playback.ts'
import { remember } from './recent.ts'
import { currentSession, sessionOf } from './session.ts'
import { change, now } from './store.ts'

/** Longer texts are compiled in a worker, so that typing never waits for them. */
const LONG = 20_000

const longTexts = compiler(({ source, graph, diagnostics }) => {
  if (source === now().source) settleOn(accept(now().compilation, source, graph, diagnostics))
})

/** Replaces the program text. The graph follows: at once, or when the worker has compiled a long text. */
export function edit(source: string): void {
  change({ source })
  const { compilation, shareSubexpressions } = now()
  if (source.length > LONG) longTexts.ask({ source, shareSubexpressions, previous: compilation.graph })
  else settleOn(recompile(compilation, source, shareSubexpressions))
}

function settleOn(compilation: Compilation): void {
  const before = currentSession(now())
  const after = compilation.graph && sessionOf(compilation.graph)
  change(after && after !== before ? { compilation, position: carriedOver(before, after) } : { compilation })
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
  else applyChanges([newLine(source, compilation.graph?.inputs ?? [], `${name} = ${insert}`)])
}

/** Writes a line below those of the inputs that have one. */
function newLine(source: string, inputs: readonly Input[], line: string): Change {
  const last = Math.max(-1, ...inputs.map(({ literal }) => literal?.to ?? -1))
  const end = last < 0 ? -1 : source.indexOf('\n', last)
  if (last >= 0 && end < 0) return { from: source.length, to: source.length, insert: `\n${line}` }
  return { from: end + 1, to: end + 1, insert: `${line}\n` }
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
