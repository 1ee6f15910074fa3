import type { Operation } from '../../../primitives/arrayPrimitive.ts'
import { isWritten, operations } from '../../../primitives/index.ts'
import { type BuiltIn, builtIns } from './builtIns.ts'
import { type SyntaxRule, syntax } from './syntax.ts'

const holds = (query: string, text: string) =>
  query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.toLowerCase().includes(word))

export const rulesFor = (query: string): readonly SyntaxRule[] =>
  syntax.filter(({ write, means }) => holds(query, `${write} ${means}`))

const textOf = ({ name, aliases = [], operator = '', title, meaning }: Operation) =>
  [name, ...aliases, operator, title, meaning].join(' ')

/** The functions whose names, title or meaning hold all words of the query. */
export const functionsFor = (query: string): readonly Operation[] =>
  operations.filter((operation) => isWritten(operation) && holds(query, textOf(operation)))

/** Generators, layers and losses. */
export const builtInsFor = (query: string): readonly BuiltIn[] =>
  builtIns.filter(({ usage, meaning, group }) => holds(query, `${usage} ${meaning} ${group}`))

interface FoundGroup<Item> {
  readonly group: string
  readonly items: readonly Item[]
}

/** In the registry's groups and order. */
export const inGroups = <Item extends { readonly group: string }>(
  found: readonly Item[],
): readonly FoundGroup<Item>[] =>
  [...new Set(found.map(({ group }) => group))].map((group) => ({
    group,
    items: found.filter((item) => item.group === group),
  }))
