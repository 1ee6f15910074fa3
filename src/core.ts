import { adjoint } from './autodiff/adjoint.ts'
import { type Jacobian, jacobian } from './autodiff/jacobian.ts'
import type { Mode, Numbers } from './autodiff/pass.ts'
import { record } from './autodiff/point.ts'
import { primal } from './autodiff/primal.ts'
import { tangent } from './autodiff/tangent.ts'
import type { Compiled, CompileOptions, ProgramLanguage } from './compile/compiled.ts'
import { compileGradual } from './compile/gradual.ts'
import { languageOf } from './compile/languageOf.ts'
import { compileLatex } from './compile/latex.ts'
import { compilePython } from './compile/python.ts'
import { looksLikeLatex } from './foreign/recognised.ts'
import type { Value } from './graph/graph.ts'
import type { Diagnostic } from './language/diagnostic.ts'

export type { Jacobian } from './autodiff/jacobian.ts'
export type { Adjoint, Mode, Numbers, Primal, Tangent } from './autodiff/pass.ts'
export { differentiatedInputs, passCount, type Seed, seedAt, seedCount, seedIndex, unitSeed } from './autodiff/seeds.ts'
export type { Compiled, CompileOptions, ProgramLanguage } from './compile/compiled.ts'
export type { BuildOptions } from './graph/build.ts'
export type { Graph, Input, Module, Output, Shape, Value } from './graph/graph.ts'
export type { Diagnostic, Fix } from './language/diagnostic.ts'
export type { Change } from './language/edits.ts'
export type { Span } from './language/syntax.ts'
export { adjoint, jacobian, primal, tangent }

/**
 * Turns program text into its computational graph; its language is recognised if none is given. Never throws: what is
 * wrong with the text is in the diagnostics.
 */
export function compile(source: string, options: CompileOptions = {}): Compiled {
  if (!options.language && looksLikeLatex(source)) return compileLatex(source)
  const { language = languageOf(source) } = options
  return language === 'python' ? compilePython(source, options) : compileGradual(source, options)
}

/** The numbers of a program text; nested arrays where a shape has axes. */
export interface Differentiated {
  readonly diagnostics: readonly Diagnostic[]
  /** The value of each output. */
  readonly outputs: Numbers
  /** ∂output/∂input, by output, then by input. */
  readonly jacobian: Jacobian
  /** What the text was read as. */
  readonly language: ProgramLanguage
}

interface DifferentiateOptions {
  readonly at?: Readonly<Numbers>
  readonly mode: Mode
  readonly language?: ProgramLanguage
}

/**
 * Text in, numbers out: the outputs of a program and their derivatives, at the point that `at` changes the program's
 * inputs to. Both records are empty if the program has errors. A name in `at` that is no input throws.
 */
export function differentiate(source: string, { at, mode, language: given }: DifferentiateOptions): Differentiated {
  const isPython = (given ?? languageOf(source)) === 'python'
  // Python runs at its point, which may be of another branch than that of the text.
  const { graph, diagnostics, language } = compile(source, { language: given, at: isPython ? at : undefined })
  if (!graph) return { diagnostics, outputs: record<Value>([]), jacobian: record<Numbers>([]), language }
  const pass = primal(graph, at)
  return { diagnostics, outputs: pass.outputs, jacobian: jacobian(pass, mode), language }
}
