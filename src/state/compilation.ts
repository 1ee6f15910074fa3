import type { Compiled, CompileOptions, Graph } from '../core.ts'

/** What the program text has become: the last graph that worked, and what there is to say about the text. */
export interface Compilation extends Compiled {
  /** The text that the graph and the diagnostics belong to. */
  readonly source: string
  /** The text has errors: the graph is the last one that worked. */
  readonly outOfDate: boolean
}

/** A text, and how it is looked at. */
export interface CompileRequest {
  readonly source: string
  readonly options: Omit<CompileOptions, 'previous'>
}

/** The graph whose ids the next one goes on with: copying a large one to a worker takes long, so that both sides keep it. */
export const lastGraph = ({ graph }: Compiled, before: Graph | null): Graph | null => graph ?? before

export const NOTHING_YET: Compilation = {
  source: '',
  graph: null,
  inputs: [],
  diagnostics: [],
  language: 'gradual',
  outOfDate: false,
}

/** The compilation of a text after another one; a text with errors keeps the graph it had. */
export const accept = (before: Compilation, source: string, compiled: Compiled): Compilation =>
  compiled.graph
    ? { ...compiled, source, outOfDate: false }
    : { ...compiled, source, graph: before.graph, inputs: before.inputs, outOfDate: true }
