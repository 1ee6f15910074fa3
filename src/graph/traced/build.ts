import type { Diagnostic } from '../../language/diagnostic.ts'
import type { BuildOptions } from '../build.ts'
import type { Graph } from '../graph.ts'
import type { Traced } from './traced.ts'

/** Stands in until graphs are made of traces. */
export const buildTraced = (_: Traced, __: BuildOptions): { graph: Graph | null; diagnostics: Diagnostic[] } => ({
  graph: null,
  diagnostics: [],
})
