import { adjoint } from './autodiff/adjoint.ts'
import { type Jacobian, jacobian } from './autodiff/jacobian.ts'
import type { Mode, Numbers } from './autodiff/pass.ts'
import { record } from './autodiff/point.ts'
import { primal } from './autodiff/primal.ts'
import { tangent } from './autodiff/tangent.ts'
import { foreignProblem } from './foreign/recognised.ts'
import { type BuildOptions, buildGraph } from './graph/build.ts'
import type { Graph, Input, Value } from './graph/graph.ts'
import { unroll } from './graph/unroll/unroll.ts'
import { openedArrays, unrollsWhole } from './graph/unroll/unrolling.ts'
import type { Diagnostic } from './language/diagnostic.ts'
import { parse } from './language/parse.ts'
import type { Program } from './language/syntax.ts'
import { isFunctionName } from './primitives/index.ts'

export type { Jacobian } from './autodiff/jacobian.ts'
export type { Adjoint, Mode, Numbers, Primal, Tangent } from './autodiff/pass.ts'
export { differentiatedInputs, passCount, type Seed, seedAt, seedCount, seedIndex, unitSeed } from './autodiff/seeds.ts'
export type { BuildOptions } from './graph/build.ts'
export type { Graph, Input, Module, Output, Shape, Value } from './graph/graph.ts'
export type { Diagnostic, Fix } from './language/diagnostic.ts'
export type { Change } from './language/edits.ts'
export type { Span } from './language/syntax.ts'
export { adjoint, jacobian, primal, tangent }

/** How a program is looked at. */
export interface CompileOptions extends BuildOptions {
  /** Whether the whole program is written out as operations between numbers, if there is room for it; what is in `open` is in any case. */
  readonly unrolled?: boolean
  /** Whether data are held: forward mode then takes no passes for their entries, unless there are no other inputs. */
  readonly holdsData?: boolean
}

/** What a program text becomes. */
export interface Compiled {
  /** The computational graph; null if the program has errors. */
  readonly graph: Graph | null
  /** The inputs as the program has them: those of the graph, unless it is unrolled. */
  readonly inputs: readonly Input[]
  /** What there is to say about the program, in order of the text. */
  readonly diagnostics: readonly Diagnostic[]
}

/** Turns program text into its computational graph. Never throws: what is wrong with the text is in the diagnostics. */
export function compile(source: string, options: CompileOptions = {}): Compiled {
  const foreign = foreignProblem(source)
  if (foreign) return { graph: null, inputs: [], diagnostics: [foreign] }
  const { program, diagnostics } = parse(source, isFunctionName)
  if (diagnostics.some(({ severity }) => severity === 'error')) return { graph: null, inputs: [], diagnostics }
  const built = options.unrolled ? builtWhole(program, options) : builtOpened(program, options)
  const graph = built.graph && options.holdsData ? { ...built.graph, holdsData: true } : built.graph
  return { ...built, graph, diagnostics: [...diagnostics, ...built.diagnostics].sort((a, b) => a.from - b.from) }
}

/** All calls and all arrays written out, if there is room. */
function builtWhole(program: Program, options: CompileOptions): Compiled {
  const { graph, diagnostics } = buildGraph(program, { ...options, open: 'all' })
  if (!graph || !unrollsWhole(graph)) return builtOpened(program, options)
  return { graph: unroll(graph, () => true, options.previous), inputs: graph.inputs, diagnostics }
}

/** What is open written out. */
function builtOpened(program: Program, options: CompileOptions): Compiled {
  const { graph, diagnostics } = buildGraph(program, options)
  if (!graph) return { graph, inputs: [], diagnostics }
  const { open = 'all', previous } = options
  const opened = openedArrays(graph, open === 'all' ? NONE : open)
  const shown = opened.size > 0 ? unroll(graph, (node) => opened.has(node), previous) : graph
  return { graph: shown, inputs: graph.inputs, diagnostics }
}

const NONE: ReadonlySet<number> = new Set()

/** The numbers of a program text; nested arrays where a shape has axes. */
export interface Differentiated {
  readonly diagnostics: readonly Diagnostic[]
  /** The value of each output. */
  readonly outputs: Numbers
  /** ∂output/∂input, by output, then by input. */
  readonly jacobian: Jacobian
}

/**
 * Text in, numbers out: the outputs of a program and their derivatives, at the point that `at` changes the program's
 * inputs to. Both records are empty if the program has errors. A name in `at` that is no input throws.
 */
export function differentiate(source: string, options: { at?: Readonly<Numbers>; mode: Mode }): Differentiated {
  const { graph, diagnostics } = compile(source)
  if (!graph) return { diagnostics, outputs: record<Value>([]), jacobian: record<Numbers>([]) }
  const pass = primal(graph, options.at)
  return { diagnostics, outputs: pass.outputs, jacobian: jacobian(pass, options.mode) }
}
