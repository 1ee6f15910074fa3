import { create } from 'zustand'
import type { Compiled, Graph } from '../../core.ts'
import { carryIds } from '../../graph/tape/identity.ts'
import { type Compilation, NOTHING_YET } from '../compilation.ts'
import { besides } from '../compiler.ts'
import { isLarge, requestOf } from '../document.ts'
import { language } from '../language.ts'
import { now, useGradual } from '../store.ts'
import { madeBy } from './kept.ts'

interface Comparison {
  /** The program that stands beside; its nodes have the ids that they have in the graph of the page. Null until it is compiled. */
  readonly compilation: Compilation | null
}

export const useComparison = create<Comparison>(() => ({ compilation: null }))

const sameIds = (a: Graph, b: Pick<Graph, 'id'>): boolean => a.id.every((id, node) => id === b.id[node])

/** The same graph while no id is another. */
function identified(graph: Graph): Graph {
  const ids = carryIds(graph, now().compilation.graph ?? undefined)
  return sameIds(graph, ids) ? graph : { ...graph, ...ids }
}

const compilationOf = (source: string, compiled: Compiled): Compilation => ({
  ...{ ...NOTHING_YET, ...compiled, source },
  graph: compiled.graph && identified(compiled.graph),
})

async function compile(): Promise<void> {
  const { beside } = now()
  useComparison.setState({ compilation: null })
  if (!beside) return
  const request = requestOf({ ...now(), ...madeBy(beside) })
  const here = isLarge(request) ? null : language.now
  const compiled =
    here?.compileGradual(request.source, request.options) ?? (await besides.ask(request, { about: null }))
  if (now().beside === beside) useComparison.setState({ compilation: compilationOf(request.source, compiled) })
}

function identify(): void {
  const { compilation } = useComparison.getState()
  if (!compilation?.graph) return
  const graph = identified(compilation.graph)
  if (graph !== compilation.graph) useComparison.setState({ compilation: { ...compilation, graph } })
}

/** Keeps what stands beside compiled, and its nodes known by the ids of the page, until what it returns is called. */
export function keepCompared(): () => void {
  void compile()
  return useGradual.subscribe((state, before) => {
    if (state.beside !== before.beside) void compile()
    else if (state.compilation.graph !== before.compilation.graph) identify()
  })
}
