import type { Graph, NodeIndex } from '../graph/graph.ts'
import { latexNumber } from './latexNumbers.ts'
import { latexName } from './names.ts'
import { symbolBy } from './symbols.ts'

/** A node's symbol in LaTeX, which comes with formulas. */
export const nodeLatex = (graph: Graph, node: NodeIndex) => symbolBy(graph, node, latexName, latexNumber)
