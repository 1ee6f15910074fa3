import type { Graph, NodeIndex, Output } from '../graph.ts'
import type { DeclarationIndex, Scope } from '../resolve/declarations.ts'
import type { Leaves } from '../resolve/inputs.ts'
import type { Usage } from '../resolve/usage.ts'
import type { Occurrences } from './occurrences.ts'

/** The names of each node, in order of definition. */
export function findNames({ declarations }: Scope, nodeOf: Int32Array): Graph['names'] {
  const names = new Map<NodeIndex, string[]>()
  declarations.forEach(({ name }, index) => {
    const node = nodeOf[index]
    const others = names.get(node)
    if (others) others.push(name)
    else if (node >= 0) names.set(node, [name])
  })
  return names
}

/** What `output` declares, and what is computed and not used; in order of writing. */
export function findOutputs({ declarations }: Scope, usage: Usage, leaves: Leaves, nodeOf: Int32Array): Output[] {
  const isOutput = (index: DeclarationIndex) =>
    usage.declaredOutputs.has(index) ||
    (nodeOf[index] >= 0 && !usage.used[index] && !leaves.inputs.has(index) && !leaves.constants.has(index))
  const outputs: DeclarationIndex[] = []
  for (let index = 0; index < declarations.length; index++) if (isOutput(index)) outputs.push(index)
  outputs.sort((a, b) => declarations[a].at.from - declarations[b].at.from)
  return outputs.map((index) => ({ name: declarations[index].name, node: nodeOf[index] }))
}

/** Adds where names are declared, where `output` lines name them, and the calls that set inputs. */
export function locateNames(
  occurrences: Occurrences,
  nodeOf: Int32Array,
  { declarations, byName, outputs }: Scope,
  usage: Usage,
): void {
  for (let index = 0; index < declarations.length; index++) {
    const { kind, at } = declarations[index]
    if (nodeOf[index] >= 0 && (kind === 'value' || kind === 'function')) occurrences.add(nodeOf[index], at)
  }
  for (const [index, parameters] of usage.standalone)
    for (const [slot, parameter] of declarations[index].parameters.entries())
      occurrences.add(nodeOf[parameters[slot]], parameter)
  for (const { name, nameSpan } of outputs) occurrences.add(nodeOf[byName.get(name) as number], nameSpan)
  for (const [bare, callee] of usage.settings) occurrences.add(nodeOf[callee], declarations[bare].at)
}
