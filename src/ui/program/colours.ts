import { type Extension, RangeSetBuilder, type Text } from '@codemirror/state'
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import type { Span } from '../../core.ts'
import type { TokenKind } from '../../language/token.ts'
import { tokenize } from '../../language/tokenize.ts'

const coloured = (name: string) => Decoration.mark({ class: `cm-${name}` })

/** What stands out; names, brackets and separators are plain text. */
const DECORATIONS: { readonly [Kind in TokenKind]?: Decoration } = {
  number: coloured('number'),
  superscript: coloured('number'),
  callee: coloured('function'),
  role: coloured('role'),
  operator: coloured('operator'),
  comment: coloured('comment'),
  error: coloured('unknown'),
}

/** Tokens end with their line, so that the lines in sight can be read alone; an endless line is read in part. */
const ENDLESS = 10_000

function wholeLines(doc: Text, { from, to }: Span): Span {
  const first = doc.lineAt(from)
  const last = doc.lineAt(to)
  return {
    from: first.length > ENDLESS ? from : first.from,
    to: last.length > ENDLESS ? to : last.to,
  }
}

/** The language's own tokens in sight. */
function colour({ state: { doc }, visibleRanges }: EditorView): DecorationSet {
  const built = new RangeSetBuilder<Decoration>()
  let done = 0
  for (const range of visibleRanges) {
    const lines = wholeLines(doc, { from: Math.max(range.from, done), to: Math.max(range.to, done) })
    const start = Math.max(lines.from, done)
    for (const { kind, from, to } of tokenize(doc.sliceString(start, lines.to))) {
      const decoration = DECORATIONS[kind]
      if (decoration && to > from) built.add(start + from, start + to, decoration)
    }
    done = lines.to
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
