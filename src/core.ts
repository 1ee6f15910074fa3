import { adjoint } from './autodiff/adjoint.ts'
import { type Jacobian, jacobian } from './autodiff/jacobian.ts'
import type { Mode, Numbers } from './autodiff/pass.ts'
import { record } from './autodiff/point.ts'
import { primal } from './autodiff/primal.ts'
import { tangent } from './autodiff/tangent.ts'
import { type BuildOptions, buildGraph } from './graph/build.ts'
import type { Graph } from './graph/graph.ts'
import type { Diagnostic } from './language/diagnostic.ts'
import { parse } from './language/parse.ts'

export type { Jacobian } from './autodiff/jacobian.ts'
export type { Adjoint, Mode, Numbers, Primal, Tangent } from './autodiff/pass.ts'
export type { BuildOptions } from './graph/build.ts'
export type { Graph, Input, Module, Output } from './graph/graph.ts'
export type { Change, Diagnostic, Fix } from './language/diagnostic.ts'
export type { Span } from './language/syntax.ts'
export { adjoint, jacobian, primal, tangent }

/** What a program text becomes. */
export interface Compiled {
  /** The computational graph; null if the program has errors. */
  readonly graph: Graph | null
  /** What there is to say about the program, in order of the text. */
  readonly diagnostics: readonly Diagnostic[]
}

/** Turns program text into its computational graph. Never throws: what is wrong with the text is in the diagnostics. */
export function compile(source: string, options?: BuildOptions): Compiled {
  const { program, diagnostics } = parse(source)
  if (diagnostics.some(({ severity }) => severity === 'error')) return { graph: null, diagnostics }
  const built = buildGraph(program, options)
  return { ...built, diagnostics: [...diagnostics, ...built.diagnostics].sort((a, b) => a.from - b.from) }
}

/** The numbers of a program text. */
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
  if (!graph) return { diagnostics, outputs: record<number>([]), jacobian: record<Numbers>([]) }
  const pass = primal(graph, options.at)
  return { diagnostics, outputs: pass.outputs, jacobian: jacobian(pass, options.mode) }
}
