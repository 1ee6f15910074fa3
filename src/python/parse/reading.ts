import type { SyntaxNode } from '@lezer/common'
import type { Span } from '../../language/syntax.ts'
import { Refusal } from '../values/refusal.ts'
import type { PastedText } from './pastedText.ts'
import type { PyExpression } from './pySyntax.ts'

/** A place in the tree of the grammar. */
export type GrammarNode = SyntaxNode

/** The text as it is seen from nodes of its tree. */
export class Reading {
  readonly #pasted: PastedText
  readonly #read: (reading: Reading, node: GrammarNode) => PyExpression
  constructor(pasted: PastedText, read: (reading: Reading, node: GrammarNode) => PyExpression) {
    this.#pasted = pasted
    this.#read = read
  }

  expression(node: GrammarNode): PyExpression {
    return this.#read(this, node)
  }

  span(from: Span, to: Span = from): Span {
    return this.#pasted.span({ from: from.from, to: to.to })
  }

  text(node: Span): string {
    return this.#pasted.text(node)
  }

  refuse(message: string, node: Span): never {
    throw new Refusal(message, this.span(node))
  }

  /** A name, as Python compares names: `ﬁ` is `fi`. What the grammar takes for one and Python does not, such as `x²`, is refused. */
  name(node: GrammarNode): string {
    const text = this.text(node)
    if (!IDENTIFIER.test(text)) this.refuse(notAName(text), node)
    return text.normalize('NFKC')
  }
}

const IDENTIFIER = /^[\p{ID_Start}_][\p{ID_Continue}]*$/u

function notAName(text: string): string {
  const [sign] = [...text].filter((letter) => !/[\p{ID_Continue}]/u.test(letter))
  return `Python has no sign “${sign ?? text}”. Write it with Python’s operators and names, such as \`*\`, \`**2\`, \`np.sqrt\`.`
}

const NOISE = new Set(['Comment', '⚠'])

/** The nodes inside a node, without comments. */
export function childrenOf(node: GrammarNode): GrammarNode[] {
  const children: GrammarNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) if (!NOISE.has(child.name)) children.push(child)
  return children
}

/**
 * Groups of nodes between those of a name, such as commas; an empty group after the last one is left out. The commas of
 * `for x, y in` belong to their group.
 */
export function separated(nodes: readonly GrammarNode[], by: string): GrammarNode[][] {
  const groups: GrammarNode[][] = [[]]
  let inTargets = false
  for (const node of nodes) {
    if (node.name === 'for') inTargets = true
    if (node.name === 'in') inTargets = false
    if (node.name === by && !inTargets) groups.push([])
    else groups[groups.length - 1].push(node)
  }
  if (groups[groups.length - 1].length === 0) groups.pop()
  return groups
}
