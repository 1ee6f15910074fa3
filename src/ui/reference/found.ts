import { primitives } from '../../primitives/index.ts'
import type { Group, Primitive } from '../../primitives/primitive.ts'
import { type Rule, syntax } from './syntax.ts'

const holds = (query: string, text: string) =>
  query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.toLowerCase().includes(word))

export const rulesFor = (query: string): readonly Rule[] =>
  syntax.filter(({ write, means }) => holds(query, `${write} ${means}`))

const textOf = ({ name, aliases = [], operator = '', title, meaning }: Primitive) =>
  [name, ...aliases, operator, title, meaning].join(' ')

interface FoundGroup {
  readonly group: Group
  readonly functions: readonly Primitive[]
}

/** The functions whose names, title or meaning hold all words of the query; in the registry's groups and order. */
export function functionsFor(query: string): readonly FoundGroup[] {
  const found = primitives.filter((primitive) => holds(query, textOf(primitive)))
  return [...new Set(found.map(({ group }) => group))].map((group) => ({
    group,
    functions: found.filter((primitive) => primitive.group === group),
  }))
}
