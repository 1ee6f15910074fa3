import type { Change, Compiled, Input, Value } from '../core.ts'
import { sizeInNumbers } from '../graph/unrolling.ts'
import { exact } from '../notation/numbers.ts'
import { accept, type Compilation, type CompileRequest } from './compilation.ts'
import { language } from './language.ts'
import { later } from './later.ts'
import { opening } from './opening.ts'
import { carriedOver, pause, seedDataBy } from './playback.ts'
import { currentSession } from './session.ts'
import { change, now, type State } from './store.ts'

/** Longer texts, and arrays that become more nodes, are compiled in a worker, so that nothing waits for them. */
const LONG = 20_000
const MANY = 2000

/** What the worker is to compile; null when it is done. */
let awaited: Required<CompileRequest> | null = null

/** Loaded with the first long program. */
const compilingAway = later('What compiles long programs', async () =>
  (await import('./compiler.ts')).compiler((compiled, request) => {
    // While a network is trained, each reply is of the point before.
    if (!awaited || !isSameView(request, awaited)) return
    if (request === awaited) awaited = null
    settleOn(accept(now().compilation, request.source, compiled))
    setLateInput()
  }),
)

/** Replaces the program text. The graph follows: at once, or when the worker has compiled a long text. */
export function edit(source: string): void {
  change(source === now().source ? { source } : { source, point: NO_POINT })
  compileNow()
}

/** Values that training has found belong to the text that it trained. */
const NO_POINT = {}

function compileNow(): void {
  const { compilation, source } = now()
  const request = requestOf(now())
  awaited = isLarge(request) ? { ...request, previous: compilation.graph } : null
  if (awaited) void compileAway(awaited)
  else if (language.now)
    settle(language.now.compile(source, { ...request.options, previous: compilation.graph ?? undefined }))
  else if (source === opening.source) settle(opening)
  else compileLater()

  function settle(compiled: Compiled): void {
    settleOn(accept(compilation, source, compiled))
  }
}

async function compileAway(request: Required<CompileRequest>): Promise<void> {
  void compilingAway.ask()
  const compiler = await compilingAway.here
  compiler.ask(request)
}

let isCompilingLater = false

function compileLater(): void {
  if (!isCompilingLater) void language.here.then(compileNow)
  isCompilingLater = true
}

/** Whether two requests differ at most in the point. */
const isSameView = (a: CompileRequest, b: CompileRequest): boolean =>
  a.source === b.source &&
  a.options.unrolled === b.options.unrolled &&
  a.options.holdsData === b.options.holdsData &&
  a.options.open === b.options.open &&
  a.options.shareSubexpressions === b.options.shareSubexpressions

/** Whether compiling takes so long that the page would halt. Of a program to be written out, the graph before that tells the size. */
function isLarge({ source, options }: CompileRequest): boolean {
  if (source.length > LONG) return true
  if (!options.unrolled || !language.now) return false
  const { graph } = language.now.compile(source, { ...options, unrolled: false })
  return graph !== null && sizeInNumbers(graph) > MANY
}

const requestOf = ({ source, shareSubexpressions, open, unrolled, data, point }: State): CompileRequest => ({
  source,
  options: { shareSubexpressions, open, unrolled, holdsData: !data, at: point },
})

/** Loaded when the tape first has another order. */
const reordering = later('Other orders of the tape', () => import('./order.ts'))

function settleOn(compiled: Compilation): void {
  const compilation = reordering.now ? reordering.now.inOrder(compiled, now().order) : compiled
  const before = currentSession(now())
  const after = currentSession({ ...now(), compilation })
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
export function setInput(name: string, value: Value): void {
  const { compilation, source } = now()
  const input = compilation.inputs.find((candidate) => candidate.name === name)
  late = awaited ? { name, value } : null
  if (!input || compilation.source !== source || compilation.outOfDate) return
  pause()
  const insert = written(value)
  if (input.literal) applyChanges([{ ...input.literal, insert }])
  else applyChanges([newLine(source, compilation.inputs, `${name} = ${insert}`)])
}

/** What an input was given last while the text before was still being compiled. */
let late: { readonly name: string; readonly value: Value } | null = null

function setLateInput(): void {
  if (late) setInput(late.name, late.value)
}

/** As the program writes it: `[[1, 2], [3, 4]]`. */
const written = (value: Value): string =>
  typeof value === 'number' ? exact(value) : `[${value.map(written).join(', ')}]`

/** Writes a line below those of the inputs that have one. */
function newLine(source: string, inputs: readonly Input[], line: string): Change {
  const last = Math.max(-1, ...inputs.map(({ literal }) => literal?.to ?? -1))
  const end = last < 0 ? -1 : source.indexOf('\n', last)
  if (last >= 0 && end < 0) return { from: source.length, to: source.length, insert: `\n${line}` }
  return { from: end + 1, to: end + 1, insert: `${line}\n` }
}

/** Switches the sharing of equal subexpressions. */
export const share = (shareSubexpressions: boolean): void => lookAt({ shareSubexpressions })

/** Writes arrays out as numbers, or takes them together again. */
export const setUnrolled = (unrolled: boolean): void => lookAt({ unrolled })

/** Differentiates data too, or holds them. */
export const countData = (data: boolean): void => lookAt({ data })

seedDataBy(() => countData(true))

/** Opens the module or the operation at a place in the graph, or closes what was opened there. */
export function toggleOpen(place: number): void {
  const open = new Set(now().open)
  if (!open.delete(place)) open.add(place)
  lookAt({ open })
}

/** Gives the tape another topological order, or its own. */
export async function setOrder(order: number | null): Promise<void> {
  if (await reordering.ask()) lookAt({ order })
}

/** Gives inputs the values that training has found, for as long as the text stays as it is. */
export const setPoint = (point: State['point']): void => lookAt({ point })

/** Writes the values that training has found into the text. */
export function keepPoint(names: readonly string[]): void {
  const { compilation, point } = now()
  const changes = compilation.inputs.flatMap(({ name, literal }) =>
    literal && names.includes(name) && Object.hasOwn(point, name) ? [{ ...literal, insert: written(point[name]) }] : [],
  )
  if (!compilation.outOfDate && changes.length > 0) applyChanges(changes)
}

function lookAt(how: Partial<State>): void {
  change(how)
  compileNow()
}
