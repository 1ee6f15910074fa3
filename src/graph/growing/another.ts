import { applyChanges, type Change, inserting, lineForInput } from '../../language/edits.ts'
import { parse } from '../../language/parse.ts'
import { operandsOf, postorder } from '../../language/postorder.ts'
import type { Expression, Program, Statement } from '../../language/syntax.ts'
import { familiar } from '../../primitives/familiar.ts'
import { buildGraph } from '../build.ts'
import { type Graph, INPUT } from '../graph.ts'
import { entryCount, shapeAt } from '../nodes.ts'
import { nextName } from './nextName.ts'

/** A program's text, what it reads as, and how many inputs and outputs it has, by entry. */
interface Read {
  readonly source: string
  readonly program: Program
  readonly graph: Graph
  readonly problems: number
}

/**
 * “Another input?” The text with one more input, a number, multiplied into the last product of the first
 * output; where there is none, a product with an input is added, or everything is scaled. Null where nothing fits.
 */
export function withAnotherInput(source: string): string | null {
  const read = readProgram(source)
  if (!read) return null
  const names = numbersAmong(read.graph).map(({ name }) => name)
  const name = nextName(names, source, read.graph.inputs.length === 0 ? 'x' : 's')
  return firstThat(inputEdits(read, name), (text) => grows(read, text, 1, 0))
}

/**
 * “Another output?” The text with one more line, a number: a function that the program does not use yet, of nodes that it
 * has. Null where nothing fits.
 */
export function withAnotherOutput(source: string): string | null {
  const read = readProgram(source)
  if (!read) return null
  const names = read.graph.outputs.map(({ name }) => name)
  const name = nextName(names, source, 'f')
  return firstThat(outputLines(read, name), (text) => grows(read, text, 0, 1))
}

/** The inputs that are numbers. */
const numbersAmong = (graph: Graph) => graph.inputs.filter(({ node }) => shapeAt(graph, node).length === 0)

function readProgram(source: string): Read | null {
  const { program, diagnostics } = parse(source)
  if (diagnostics.some(({ severity }) => severity === 'error')) return null
  const { graph, diagnostics: others } = buildGraph(program)
  return graph && { source, program, graph, problems: diagnostics.length + others.length }
}

function firstThat(texts: Iterable<string>, fits: (text: string) => boolean): string | null {
  for (const text of texts) if (fits(text)) return text
  return null
}

/** Whether there are so many more inputs and outputs, and no more to say about the program. */
function grows(before: Read, text: string, inputs: number, outputs: number): boolean {
  const after = readProgram(text)
  if (!after || after.problems > before.problems) return false
  const isMore = (kind: 'inputs' | 'outputs', more: number): boolean => {
    const [old, now] = [before.graph, after.graph].map((graph) => new Map(sizes(graph, kind)))
    return [...old].every(([name, size]) => now.get(name) === size) && total(now) === total(old) + more
  }
  return isMore('inputs', inputs) && isMore('outputs', outputs)
}

const sizes = (graph: Graph, kind: 'inputs' | 'outputs') =>
  graph[kind].map(({ name, node }): [string, number] => [name, entryCount(graph, node)])

const total = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((a, b) => a + b, 0)

/** The value of a new input: what it is multiplied into doubles, and so do derivatives. */
const GIVEN = 2

/** The edits that may fit, the best first. */
function* inputEdits({ source, program, graph }: Read, name: string): Generator<string> {
  const line = lineForInput(source, graph.inputs, `${name} = ${GIVEN}`)
  const write = (...changes: Change[]): string =>
    applyChanges(source, line.from === 0 ? [line, ...changes] : [...changes, line])
  const first = firstOutput(program, graph)
  if (first) yield* usingEdits({ source, graph }, first, name, write)
  yield write()
}

/** What makes something of the new input. */
function* usingEdits(
  { source, graph }: Pick<Read, 'source' | 'graph'>,
  first: Expression,
  name: string,
  write: (...changes: Change[]) => string,
): Generator<string> {
  for (const product of productsIn(first)) yield write(inserting(product.to, `*${name}`))
  const [from, to] = bracketed(source, first)
  const [before, after] = isLoose(first) ? ['(', ')'] : ['', '']
  for (const input of numbersAmong(graph).slice(0, MOST_TRIED))
    yield write(inserting(from, before), inserting(to, `${after} + ${input.name}*${name}`))
  yield write(inserting(from, '('), inserting(to, `)*${name}`))
}

function* outputLines({ source, program, graph }: Read, name: string): Generator<string> {
  const used = new Set(source.match(/[A-Za-z_]\w*/g))
  const { name: unused } = familiar.find((each) => !used.has(each.name)) ?? familiar[0]
  const first = firstOutput(program, graph)
  const there = first ? [...productsIn(first), first].map(({ from, to }) => source.slice(from, to)) : []
  const [a, b] = graph.inputs.map((input) => input.name)
  const nodes = [...there.filter(isShort), ...(b ? [`${a}*${b}`] : []), ...(a ? [a] : [])]
  for (const node of nodes)
    for (const line of [`${unused}(${node})`, `sum(${unused}(${node}))`])
      yield `${source}${source === '' || source.endsWith('\n') ? '' : '\n'}${name} = ${line}`
}

/** Whether a text fits into a line. */
const isShort = (text: string): boolean => text.length <= 40 && !/[\n#;]/.test(text)

/** What the first output that is computed is computed from; null where nothing is. */
function firstOutput({ statements }: Program, { outputs, op }: Graph): Expression | null {
  const first = outputs.find(({ node }) => op[node] !== INPUT)
  if (!first) return null
  const named = statements.find((statement) => nameOf(statement) === first.name)
  const found = named ?? statements.find(({ kind }) => kind === 'expression')
  if (!found || found.kind === 'output') return null
  return found.kind === 'function' ? found.body : found.value
}

const nameOf = (statement: Statement): string | null =>
  statement.kind === 'definition' || statement.kind === 'function' ? statement.name : null

/** More places than this are not tried. */
const MOST_TRIED = 4

/** The last products in an expression, the last first; of products within products the whole. Nothing passes through comparisons. */
function productsIn(expression: Expression): Expression[] {
  const all = postorder(expression, (e) => (isLoose(e) ? [] : operandsOf(e))).filter(isProduct)
  const inner = new Set(all.flatMap((product) => operandsOf(product).slice(0, 1)))
  const whole = all.filter((product) => !inner.has(product)).sort((a, b) => b.to - a.to || a.from - b.from)
  return whole.slice(0, MOST_TRIED)
}

const isProduct = (e: Expression): boolean => e.kind === 'infix' && e.operator === '*'

/** Comparisons bind looser than sums. */
const isLoose = (e: Expression): boolean => e.kind === 'infix' && !'+-*/@^'.includes(e.operator)

/** Where an expression begins and ends with the brackets around it, which its span leaves out. */
function bracketed(source: string, { from, to }: Expression): [number, number] {
  const isSpace = (at: number): boolean => /\s/.test(source.charAt(at))
  let [start, end] = [from, to]
  for (;;) {
    let [before, after] = [start - 1, end]
    while (isSpace(before)) before--
    while (isSpace(after)) after++
    if (source[before] !== '(' || source[after] !== ')') return [start, end]
    ;[start, end] = [before, after + 1]
  }
}
