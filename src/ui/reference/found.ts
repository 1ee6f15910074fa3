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

/** The functions whose names, title or meaning hold all words of the query. */
export const functionsFor = (query: string): readonly Primitive[] =>
  primitives.filter((primitive) => holds(query, textOf(primitive)))

interface FoundGroup {
  readonly group: Group
  readonly functions: readonly Primitive[]
}

/** In the registry's groups and order. */
export const grouped = (found: readonly Primitive[]): readonly FoundGroup[] =>
  [...new Set(found.map(({ group }) => group))].map((group) => ({
    group,
    functions: found.filter((primitive) => primitive.group === group),
  }))
