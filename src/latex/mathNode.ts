import katex from 'katex'
import type { Span } from '../language/syntax.ts'

/** A node of KaTeX’s tree, with the fields that are read here. */
export interface MathNode {
  readonly type: string
  readonly loc?: { readonly start: number; readonly end: number } | null
  readonly text?: string
  readonly family?: string
  readonly name?: string
  readonly label?: string
  readonly font?: string
  readonly left?: string
  readonly right?: string
  readonly delim?: string
  readonly mclass?: string
  readonly hasBarLine?: boolean
  readonly base?: MathNode | null
  readonly sup?: MathNode | null
  readonly sub?: MathNode | null
  readonly numer?: MathNode
  readonly denom?: MathNode
  readonly index?: MathNode | null
  /** A node, nodes, or rows of cells. */
  readonly body?: MathNode | readonly MathNode[] | readonly (readonly MathNode[])[]
}

/** What stands in a formula that is not read, in the reader’s words, and where. */
export class Unread extends Error {
  readonly at: Span
  constructor(message: string, at: Span) {
    super(message)
    this.at = at
  }
}

type Parse = (formula: string, options: object) => readonly MathNode[]

/** The tree of a formula; throws `Unread` where it is no LaTeX. KaTeX limits how far macros expand. */
export function mathNodes(formula: string): readonly MathNode[] {
  const { __parse: parse } = katex as unknown as { __parse: Parse }
  try {
    return parse(formula, { strict: false, maxExpand: 1000 })
  } catch (problem) {
    if (!(problem instanceof katex.ParseError)) throw problem
    const from = Math.min(problem.position ?? 0, formula.length)
    const to = Math.min(formula.length, from + Math.max(1, problem.length ?? 1))
    throw new Unread(`This is no LaTeX that can be read: ${reason(problem.rawMessage)}`, { from, to })
  }
}

const reason = (message: string): string => `${message.replace(/\.$/, '')}.`

/** The nodes in a node’s body, or the node’s own. */
export const inside = (node: MathNode): readonly MathNode[] => {
  const { body } = node
  if (!body) return [node]
  return Array.isArray(body) ? (body.flat() as readonly MathNode[]) : [body as MathNode]
}

/** Rows and cells of `cases`, `aligned` and matrices. */
export const cellsOf = ({ body }: MathNode): readonly (readonly MathNode[])[] =>
  (body ?? []) as readonly (readonly MathNode[])[]
