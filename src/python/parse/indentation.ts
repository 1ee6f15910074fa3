import { type Diagnostic, error } from '../../language/diagnostic.ts'
import type { PastedText } from './pastedText.ts'
import { childrenOf, type GrammarNode } from './reading.ts'

const BLOCKS = new Set(['Script', 'Body'])

/**
 * The first statement that does not stand under the one before it in its block. The grammar takes it into a block; Python
 * refuses it.
 */
export function indentationProblem(top: GrammarNode, pasted: PastedText): Diagnostic | null {
  const blocks: GrammarNode[] = [top]
  for (let block = blocks.pop(); block; block = blocks.pop()) {
    let first: string | null = null
    for (const statement of childrenOf(block)) {
      if (BLOCKS.has(block.name) && statement.name !== ':') {
        const indent = indentOf(pasted.code, statement.from)
        if (indent !== null && first !== null && indent !== first)
          return error(pasted.span(statement), /^[-+*/@]/.test(pasted.text(statement)) ? GOES_ON : MESSAGE)
        first ??= indent
      }
      blocks.push(statement)
    }
  }
  return null
}

const MESSAGE =
  'This line is not indented like the line before it in its block. Lines of one block begin with the same spaces or tabs.'

const GOES_ON = 'In Python a formula that goes on in the next line stands in brackets: `f = (a` … `+ b)`.'

/** What stands before a statement in its line; null where it follows another thing there. */
function indentOf(code: string, at: number): string | null {
  const start = Math.max(code.lastIndexOf('\n', at - 1), code.lastIndexOf('\r', at - 1)) + 1
  const before = code.slice(start, at)
  return /^\s*$/.test(before) ? before : null
}
