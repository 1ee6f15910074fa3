import { indentLess, indentMore, insertNewlineAndIndent } from '@codemirror/commands'
import { pythonLanguage } from '@codemirror/lang-python'
import { indentOnInput, indentUnit, syntaxTree } from '@codemirror/language'
import { type Extension, RangeSetBuilder, type StateCommand } from '@codemirror/state'
import {
  type Command,
  Decoration,
  type DecorationSet,
  EditorView,
  keymap,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view'
import type { SyntaxNode } from '@lezer/common'

const coloured = (name: string) => Decoration.mark({ class: `cm-${name}` })
const [number, text, comment, keyword, callee, operator, unknown] = [
  ...['number', 'text', 'comment', 'role', 'function', 'operator', 'unknown'],
].map(coloured)

/** What stands out, by the grammar's names of nodes; the rest is plain text. Keywords go by their own names, in small letters. */
const DECORATIONS: Readonly<Record<string, Decoration>> = {
  ...{ Number: number, Boolean: number, None: number },
  ...{ String: text, FormatString: text, Comment: comment },
  ...{ ArithOp: operator, AssignOp: operator, UpdateOp: operator, CompareOp: operator, BitOp: operator },
  ...{ TypeDef: comment, Decorator: comment },
  '⚠': unknown,
}

const KEYWORD = /^[a-z]+$/

/** The name of a function, where it is defined or called, or of a class. */
function isCallee({ name, parent, prevSibling }: SyntaxNode): boolean {
  if (name === 'PropertyName') return parent !== null && isCalled(parent)
  const isDefined = prevSibling !== null && /^(Function|Class)Definition$/.test(parent?.name ?? '')
  return name === 'VariableName' && (isDefined || isCalled({ parent, prevSibling }))
}

const isCalled = ({ parent, prevSibling }: Pick<SyntaxNode, 'parent' | 'prevSibling'>): boolean =>
  parent?.name === 'CallExpression' && prevSibling === null

function colour(view: EditorView): DecorationSet {
  const built = new RangeSetBuilder<Decoration>()
  for (const { from, to } of view.visibleRanges)
    syntaxTree(view.state).iterate({
      ...{ from, to },
      enter({ name, from, to, node }) {
        const decoration = isCallee(node) ? callee : KEYWORD.test(name) ? keyword : DECORATIONS[name]
        if (decoration && to > from) built.add(from, to, decoration)
        return !decoration || to === from
      },
    })
  return built.finish()
}

const colours = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet
    lines: DecorationSet
    constructor(view: EditorView) {
      this.decorations = colour(view)
      this.lines = hang(view)
    }
    update({ view, docChanged, viewportChanged, startState, state }: ViewUpdate) {
      if (docChanged || viewportChanged) this.lines = hang(view)
      if (docChanged || viewportChanged || syntaxTree(startState) !== syntaxTree(state)) this.decorations = colour(view)
    }
  },
  {
    decorations: (plugin) => plugin.decorations,
    provide: (plugin) => EditorView.decorations.of((view) => view.plugin(plugin)?.lines ?? Decoration.none),
  },
)

/** Deeper lines are rare, and hang as these do. */
const DEEPEST = 24

const hanging = Array.from({ length: DEEPEST + 1 }, (_, depth) => Decoration.line({ class: `cm-hanging-${depth}` }))

/** Lines that are wrapped go on behind their own beginning, since the indentation of the first row has a meaning. */
function hang(view: EditorView): DecorationSet {
  const built = new RangeSetBuilder<Decoration>()
  for (const { from, to } of view.visibleRanges)
    for (let at = from; at <= to; ) {
      const line = view.state.doc.lineAt(at)
      const depth = Math.max(0, line.text.search(/\S/))
      built.add(line.from, line.from, hanging[Math.min(DEEPEST, depth)])
      at = line.to + 1
    }
  return built.finish()
}

const hangingLook = EditorView.theme(
  Object.fromEntries(
    hanging.map((_, depth) => [
      `.cm-hanging-${depth}`,
      { paddingLeft: `calc(0.25em + ${depth + 4}ch)`, textIndent: `-${depth + 4}ch` },
    ]),
  ),
)

/** Where a line begins, or lines are selected, Tab moves them; elsewhere it leads on to the next control. */
const ifIndenting =
  (run: StateCommand): Command =>
  (view) => {
    const { main } = view.state.selection
    const line = view.state.doc.lineAt(main.from)
    return (!main.empty || view.state.sliceDoc(line.from, main.from).trim() === '') && run(view)
  }

const keys = keymap.of([
  { key: 'Enter', run: insertNewlineAndIndent },
  { key: 'Tab', run: ifIndenting(indentMore), shift: ifIndenting(indentLess) },
])

/** Python in the editor: its colours, and its blocks by indentation. */
export const python: Extension = [pythonLanguage, indentOnInput(), indentUnit.of('    '), keys, colours, hangingLook]
