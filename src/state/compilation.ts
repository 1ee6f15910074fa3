import { compile, type Diagnostic, type Graph } from '../core.ts'

/** What the program text has become: the last graph that worked, and what there is to say about the text. */
export interface Compilation {
  /** The text that the graph and the diagnostics belong to. */
  readonly source: string
  readonly graph: Graph | null
  readonly diagnostics: readonly Diagnostic[]
  /** The text has errors: the graph is the last one that worked. */
  readonly outOfDate: boolean
}

export interface CompileRequest {
  readonly source: string
  readonly shareSubexpressions: boolean
  /** The graph before; left out where it is the one that the worker made last, since copying a large graph takes long. */
  readonly previous?: Graph | null
}

export interface CompileReply {
  readonly source: string
  readonly graph: Graph | null
  readonly diagnostics: readonly Diagnostic[]
}

export const NOTHING_YET: Compilation = { source: '', graph: null, diagnostics: [], outOfDate: false }

/** The compilation of a text after another one; a text with errors keeps the graph it had. */
export function recompile(before: Compilation, source: string, shareSubexpressions: boolean): Compilation {
  const { graph, diagnostics } = compile(source, { previous: before.graph ?? undefined, shareSubexpressions })
  return accept(before, source, graph, diagnostics)
}

export const accept = (
  before: Compilation,
  source: string,
  graph: Graph | null,
  diagnostics: readonly Diagnostic[],
): Compilation => ({ source, graph: graph ?? before.graph, diagnostics, outOfDate: graph === null })
