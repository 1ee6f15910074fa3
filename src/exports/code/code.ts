import type { Mode } from '../../autodiff/pass.ts'
import { primal } from '../../autodiff/primal.ts'
import type { Graph } from '../../graph/graph.ts'
import { operationOf } from '../../graph/operations.ts'
import { grouped } from '../../language/words.ts'
import { isArrayPrimitive } from '../../primitives/arrayPrimitive.ts'
import type { ExportedFile } from '../exported.ts'
import type { CodeLanguageName } from './codeLanguage.ts'
import { jaxLines } from './jaxFile.ts'
import { HAS_ZERO } from './kinks.ts'
import { commented } from './literals.ts'
import { numpyLines } from './numpyFile.ts'
import { torchLines } from './torchFile.ts'
import { typescriptLines } from './typescriptFile.ts'
import { CannotSay } from './written.ts'

/** A program to be written as code. */
export interface CodeSource {
  readonly program: string
  /** The program at its point with every call opened. */
  readonly graph: Graph
  /** The same with its calls closed, whose functions stay functions where a library differentiates by itself. */
  readonly closed: Graph | null
  readonly mode: Mode
  /** Whether inputs decided which way the program went. */
  readonly decides: boolean
}

/** Why there is no code, in one sentence. */
export interface NoCode {
  readonly says: string
}

/** Lines that a file has at most. */
const MOST_LINES = 20_000
/** Nodes that are not even tried: they would be more lines than that. */
const MOST_NODES = 10_000

/** A whole file that runs by itself, and prints outputs and Jacobian as JSON on one line. */
export function codeOf(name: CodeLanguageName, source: CodeSource): ExportedFile | NoCode {
  const { size } = source.graph
  if (size > MOST_NODES) return { says: tooLong(`${grouped(size)} operations, and ${grouped(MOST_NODES)}`) }
  try {
    const lines = linesOf(name, source)
    if (lines.length > MOST_LINES)
      return { says: tooLong(`${grouped(lines.length)} lines of code, and ${grouped(MOST_LINES)}`) }
    const [mark, extension, type] = name === 'TypeScript' ? ['//', 'ts', 'text/plain'] : ['#', 'py', 'text/x-python']
    const text = [...head(name, source, mark, lines), ...lines, ''].join('\n')
    return { name: `gradual-${name.toLowerCase()}.${extension}`, type, data: text }
  } catch (error) {
    if (error instanceof CannotSay) return { says: error.message }
    throw error
  }
}

const tooLong = (much: string): string =>
  `This program would be ${much} are written at most. Make it smaller to have it as code.`

function linesOf(name: CodeLanguageName, { graph, closed, mode }: CodeSource): string[] {
  const pass = primal(graph)
  if (name === 'NumPy') return numpyLines(pass)
  if (name === 'TypeScript') return typescriptLines(pass)
  const own = closed && primal(closed)
  return name === 'PyTorch' ? torchLines(pass, own) : jaxLines(pass, own, mode)
}

const BY: Readonly<Record<CodeLanguageName, string>> = {
  PyTorch: 'PyTorch (1.13 or later)',
  JAX: 'JAX',
  NumPy: 'NumPy, with the adjoint pass written out by hand',
  TypeScript: 'TypeScript, with the adjoint pass written out by hand',
}

/** Its first two lines are ours, since Python looks there for the encoding of the file. */
function head(name: CodeLanguageName, source: CodeSource, mark: string, lines: readonly string[]): string[] {
  const except = lines.some((line) => line.includes(HAS_ZERO)) ? `, but for what “${HAS_ZERO}” says below` : ''
  const says = [
    `Made by Gradual: the program below in ${BY[name]}.`,
    `It prints its outputs and its Jacobian as JSON on one line, with the numbers that Gradual shows${except}.`,
    ...(source.decides ? ['Inputs decided which way the program went; this is the way at these inputs.'] : []),
    ...(hasChoices(source.graph) ? [ELSEWHERE[name]] : []),
  ]
  return [...says.map((each) => `${mark} ${each}`), mark, ...commented(source.program, mark), '']
}

const byLibrary = (name: CodeLanguageName): string =>
  `At these inputs kinks and poles have the partials that Gradual takes; at others ${name} follows its own rules.`

const BY_FORMULA =
  'At these inputs kinks and poles have the partials that Gradual takes; at others the formulas hold as they are written.'

/** What holds at other inputs than these, where mathematics may leave a choice. */
const ELSEWHERE: Readonly<Record<CodeLanguageName, string>> = {
  PyTorch: byLibrary('PyTorch'),
  JAX: byLibrary('JAX'),
  NumPy: BY_FORMULA,
  TypeScript: BY_FORMULA,
}

/** Whether some operation has kinks or poles; steps have none that a derivative passes. */
const hasChoices = (graph: Graph): boolean =>
  Array.from(graph.op, (_, node) => operationOf(graph, node)).some(
    (each) => each !== null && !isArrayPrimitive(each) && !each.drops && each.conventions !== undefined,
  )
