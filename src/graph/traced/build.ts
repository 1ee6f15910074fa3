import type { Diagnostic } from '../../language/diagnostic.ts'
import type { Graph } from '../graph.ts'
import type { Traced } from './traced.ts'

export function buildTraced(_traced: Traced): { graph: Graph | null; diagnostics: Diagnostic[] } {
  throw new Error('not there yet')
}
