import type { Change, Compiled, Graph, Value } from '../core.ts'
import { sizeInNumbers } from '../graph/unroll/unrolling.ts'
import { applyChanges } from '../language/edits.ts'
import { START } from '../trace/position.ts'
import { accept, type Compilation, type CompileRequest } from './compilation.ts'
import { isCompiled } from './compiled.ts'
import { language } from './language.ts'
import { later } from './later.ts'
import { latex } from './latex.ts'
import { opening } from './opening.ts'
import { carriedOver, pause } from './playback.ts'
import { currentSession } from './session.ts'
import { change, now, type State } from './store.ts'
import { written } from './written.ts'

/** Longer texts, and arrays that become more nodes, are compiled in a worker, so that nothing waits for them. */
const LONG = 20_000
const MANY = 2000

/** What the worker is to compile; null when it is done. */
let awaited: CompileRequest | null = null

/** Comes with the first of them. */
const compilingAway = later('What compiles long programs', () => import('./compiler.ts'))

/** Replaces the program text. The graph follows: at once, or when the worker has compiled a long text, or run one in Python. */
export function edit(source: string, point = source === now().source ? now().point : NO_POINT): void {
  change({ source, point })
  compileNow()
}

/** Values that training has found belong to the text that it trained. */
const NO_POINT: State['point'] = {}

function compileNow(): void {
  const { compilation, source } = now()
  const request = requestOf(now())
  const isAwaiting = awaited !== null
  awaited = isLarge(request) ? request : null
  // While one is under way, the next goes on from the graph that it makes.
  if (awaited) void compileAway(awaited, isAwaiting ? undefined : compilation.graph)
  else if (language.now)
    settle(language.now.compileGradual(source, { ...request.options, previous: compilation.graph ?? undefined }))
  else if (source === opening.source) settle(opening)

  function settle(compiled: Compiled): void {
    settleOn(accept(compilation, source, compiled))
    if (!compiled.graph && !request.options.language && language.now?.looksLikeLatex(source)) void readLatex(source)
  }
}

/** Says what a text in LaTeX stands for, once that can be read. */
async function readLatex(source: string): Promise<void> {
  const { compileLatex } = await latex.get()
  if (now().source === source) settleOn(accept(now().compilation, source, compileLatex(source)))
}

async function compileAway(request: CompileRequest, about?: Graph | null): Promise<void> {
  const { compiler } = await compilingAway.get()
  const compiled = await compiler.ask(request, { turn: 'latest', about })
  // While a network is trained, each reply is of the point before.
  if (!awaited || !isSameView(request, awaited)) return
  if (request === awaited) awaited = null
  settleOn(accept(now().compilation, request.source, compiled))
}

/** What was written before the language is here is compiled once it is: not what stands there until the first program is opened. */
export async function compileWithLanguage(opened: Promise<void>): Promise<void> {
  await Promise.all([language.get(), opened])
  if (!isCompiled(now()) && !awaited) compileNow()
}

/** Whether two requests differ at most in the point. */
const isSameView = (a: CompileRequest, b: CompileRequest): boolean =>
  a.source === b.source &&
  a.options.language === b.options.language &&
  a.options.unrolled === b.options.unrolled &&
  a.options.holdsData === b.options.holdsData &&
  a.options.open === b.options.open &&
  a.options.shareSubexpressions === b.options.shareSubexpressions

/**
 * Whether compiling takes so long that something would wait: a program in Python is run, however long it takes. What is
 * written out is told by what it is written out from, which is looked at anew only where the text is another one.
 */
export function isLarge({ source, options }: CompileRequest): boolean {
  const isPython = (options.language ?? language.now?.languageOf(source)) === 'python'
  if (source.length > LONG || isPython) return true
  if (!options.unrolled || !language.now) return false
  const { compilation } = now()
  const isKnown = compilation.source === source && !compilation.outOfDate
  const { graph } = isKnown ? compilation : language.now.compileGradual(source, { ...options, unrolled: false })
  return graph !== null && sizeInNumbers(graph) > MANY
}

/** What is compiled of a state. */
export const requestOf = ({
  source,
  reading,
  shareSubexpressions,
  open,
  unrolled,
  data,
  point,
}: State): CompileRequest => ({
  source,
  options: { shareSubexpressions, open, unrolled, holdsData: !data, at: point, language: reading ?? undefined },
})

/** Loaded when the tape first has another order. */
const reordering = later('Other orders of the tape', () => import('./order.ts'))

function settleOn(compiled: Compilation): void {
  const compilation = reordering.now ? reordering.now.inOrder(compiled, now().order) : compiled
  const before = currentSession(now())
  const after = currentSession({ ...now(), compilation })
  if (!after || after === before) change({ compilation })
  else change({ compilation, position: isAnother(now().compilation, compilation) ? START : carriedOver(before, after) })
}

/** Whether a text with other inputs has taken the place of the one before: nothing is known of it yet. */
const isAnother = (before: Compilation, { source, inputs }: Compilation): boolean =>
  source !== before.source &&
  before.inputs.length > 0 &&
  inputs.every(({ name }) => before.inputs.every((each) => each.name !== name))

/** Applies changes whose offsets refer to the text as it stands. */
export function changeText(changes: readonly Change[]): void {
  edit(applyChanges(now().source, changes))
}

/**
 * Gives an input a value: its literal in the text changes, or its line is written. Where a text in Python has no literal
 * for it, the value holds beside the text.
 */
export function setInput(name: string, value: Value): void {
  const { compilation } = now()
  const input = compilation.inputs.find((candidate) => candidate.name === name)
  if (!input || !isCompiled(now()) || compilation.outOfDate) return
  pause()
  if (input.literal && compilation.language === 'gradual') changeText([{ ...input.literal, insert: written(value) }])
  else if (language.now) edit(...language.now.given(now(), [[input, value]]))
}

/** Switches the sharing of equal subexpressions. */
export const setSharing = (shareSubexpressions: boolean): void => lookAt({ shareSubexpressions })

/** Writes arrays out as numbers, or takes them together again. */
export const setUnrolled = (unrolled: boolean): void => lookAt({ unrolled })

/** Differentiates data too, or holds them. */
export const countData = (data: boolean): void => lookAt({ data })

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

/** Looks at the program in another way. */
export function lookAt(how: Partial<State>): void {
  change(how)
  compileNow()
}
