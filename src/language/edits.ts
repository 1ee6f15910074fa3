import type { Span } from './syntax.ts'

/** A piece of the text replaced. Of several changes all offsets refer to the text before them. */
export interface Change extends Span {
  readonly insert: string
}

export const replacing = ({ from, to }: Span, insert: string): Change => ({ from, to, insert })
export const inserting = (at: number, insert: string): Change => ({ from: at, to: at, insert })
export const deleting = (span: Span): Change => replacing(span, '')

/** The text after changes that do not overlap, in any order; what is inserted at one place stands there in the order given. */
export function applyChanges(text: string, changes: readonly Change[]): string {
  let changed = ''
  let at = 0
  for (const { from, to, insert } of [...changes].sort((a, b) => a.from - b.from || a.to - b.to)) {
    changed += text.slice(at, from) + insert
    at = to
  }
  return changed + text.slice(at)
}

/** The line of a new input: below those of the inputs that have one, given where their values stand; else the first. */
export function lineForInput(
  source: string,
  inputs: readonly { readonly literal?: Span | null }[],
  line: string,
): Change {
  const last = inputs.reduce((most, { literal }) => Math.max(most, literal?.to ?? -1), -1)
  return last < 0 ? inserting(0, `${line}\n`) : inserting(lineEnd(source, last), `\n${line}`)
}

/** Where the line ends on which a place stands: within brackets and comments a program goes on. */
function lineEnd(source: string, place: number): number {
  let open = 0
  for (const { 0: mark, index } of source.matchAll(/#.*|[()[\]\n]/g))
    if (mark === '(' || mark === '[') open++
    else if (mark === ')' || mark === ']') open--
    else if (mark === '\n' && index >= place && open <= 0) return index
  return source.length
}
