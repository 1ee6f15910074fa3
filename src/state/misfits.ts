import { seedIndex } from '../autodiff/seeds.ts'
import type { Graph } from '../core.ts'
import { nodeNamed } from '../notation/symbols.ts'
import type { Moment } from './choices/all.ts'
import type { Nameable } from './choices/form.ts'
import { LINK_FIELDS, quoted } from './link.ts'

/** Whether the graph has what a name in a link should be the name of. */
const HAS: Readonly<Record<Nameable, (graph: Graph, name: string) => boolean>> = {
  input: (graph, name) => seedIndex(graph, 'forward', name) >= 0,
  output: (graph, name) => seedIndex(graph, 'reverse', name) >= 0,
  // Nodes of arrays are named entry by entry, in a graph that is made when it is asked for.
  entry: (graph, name) => graph.offset[graph.size] > graph.size || HAS.node(graph, name),
  node: (graph, name) => nodeNamed(graph, name) !== undefined,
}

/** What a link’s choices name that the program does not have, for the user: inputs, then outputs, then nodes. */
export const misfits = (moment: Moment, graph: Graph): string[] =>
  (Object.keys(HAS) as Nameable[]).flatMap((kind) =>
    [...LINK_FIELDS]
      .filter(([, form]) => form.kind === 'text' && form.names === kind)
      .map(([field]) => moment[field] as string | undefined)
      .filter((name) => name !== undefined && !HAS[kind](graph, name))
      .map((name) => missing(name as string, kind === 'entry' ? 'node' : kind)),
  )

export const missing = (name: string, what: Exclude<Nameable, 'entry'>): string =>
  `The link names the ${what} “${quoted(name)}”, which the program does not have.`
