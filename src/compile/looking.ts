import type { BuildOptions } from '../graph/build.ts'
import type { Graph } from '../graph/graph.ts'
import { unroll } from '../graph/unroll/unroll.ts'
import { openedArrays, unrollsWhole } from '../graph/unroll/unrolling.ts'
import type { Diagnostic } from '../language/diagnostic.ts'
import type { Compiled, CompileOptions } from './compiled.ts'

/** What a front end has read becomes a graph: which of its parts are open is asked of it anew. */
export type GraphBuilder = (options: BuildOptions) => {
  readonly graph: Graph | null
  readonly diagnostics: readonly Diagnostic[]
}

/** The graph as it is looked at, with what there was to say before it was built. */
export function lookedAt(
  build: GraphBuilder,
  said: readonly Diagnostic[],
  options: CompileOptions,
): Omit<Compiled, 'language'> {
  const built = options.unrolled ? builtWhole(build, options) : builtOpened(build, options)
  const graph = built.graph && options.holdsData ? { ...built.graph, holdsData: true } : built.graph
  return { ...built, graph, diagnostics: [...said, ...built.diagnostics].sort((a, b) => a.from - b.from) }
}

type Built = Omit<Compiled, 'language'>

/** All calls and all arrays written out, if there is room. */
function builtWhole(build: GraphBuilder, options: CompileOptions): Built {
  const { graph, diagnostics } = build({ ...options, open: 'all' })
  if (!graph || !unrollsWhole(graph)) return builtOpened(build, options)
  return { graph: unroll(graph, () => true, options.previous), inputs: graph.inputs, diagnostics }
}

/** What is open written out. */
function builtOpened(build: GraphBuilder, options: CompileOptions): Built {
  const { graph, diagnostics } = build(options)
  if (!graph) return { graph, inputs: [], diagnostics }
  const { open = 'all', previous } = options
  const opened = openedArrays(graph, open === 'all' ? NONE : open)
  const shown = opened.size > 0 ? unroll(graph, (node) => opened.has(node), previous) : graph
  return { graph: shown, inputs: graph.inputs, diagnostics }
}

const NONE: ReadonlySet<number> = new Set()
