import { type Extension, type Line, RangeSetBuilder } from '@codemirror/state'
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import type { TokenKind } from '../../../language/token.ts'
import { tokenize } from '../../../language/tokenize.ts'

const coloured = (name: string) => Decoration.mark({ class: `cm-${name}` })

/** What stands out; names, brackets and separators are plain text. */
const DECORATIONS: { readonly [Kind in TokenKind]?: Decoration } = {
  number: coloured('number'),
  superscript: coloured('number'),
  transpose: coloured('operator'),
  callee: coloured('function'),
  role: coloured('role'),
  operator: coloured('operator'),
  text: coloured('number'),
  comment: coloured('comment'),
  error: coloured('unknown'),
}

/** Nobody reads such a line word by word, and as many elements would make the page slow. */
const ENDLESS = 2_000

/** The lines in sight, in order. */
function linesInSight({ state: { doc }, visibleRanges }: EditorView): Line[] {
  const lines = new Map<number, Line>()
  for (const { from, to } of visibleRanges)
    for (let at = from; at <= to; ) {
      const line = doc.lineAt(at)
      lines.set(line.number, line)
      at = line.to + 1
    }
  return [...lines.values()]
}

/** The language's own tokens in sight. They end with their line, so that each line can be read alone. */
function colour(view: EditorView): DecorationSet {
  const built = new RangeSetBuilder<Decoration>()
  for (const line of linesInSight(view)) {
    if (line.length > ENDLESS) continue
    for (const { kind, from, to } of tokenize(line.text)) {
      const decoration = DECORATIONS[kind]
      if (decoration && to > from) built.add(line.from + from, line.from + to, decoration)
    }
  }
  return built.finish()
}

export const colours: Extension = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet
    constructor(view: EditorView) {
      this.decorations = colour(view)
    }
    update({ view, docChanged, viewportChanged }: ViewUpdate) {
      if (docChanged || viewportChanged) this.decorations = colour(view)
    }
  },
  { decorations: (plugin) => plugin.decorations },
)
