import { type EditorView, hoverTooltip, type Tooltip } from '@codemirror/view'
import { parse } from '../../language/parse.ts'
import { tokenize } from '../../language/tokenize.ts'
import { functions } from './functions.ts'

/** How the function is called and what it gives; a function of the program’s own speaks for itself. */
const describedAt = (view: EditorView, offset: number): Tooltip | null => {
  const line = view.state.doc.lineAt(offset)
  const at = offset - line.from
  const token = tokenize(line.text).find(({ kind, from, to }) => kind === 'callee' && from <= at && at <= to)
  const name = token && line.text.slice(token.from, token.to)
  const words = functions.find((candidate) => candidate.name === name)
  if (!token || !words || isOwn(words.name, view.state.doc.toString())) return null
  return {
    pos: line.from + token.from,
    end: line.from + token.to,
    above: true,
    create: () => ({ dom: described(words.name + words.operands, words.meaning) }),
  }
}

/** In ms: a pointer that only passes, or lies where one types, calls for nothing. */
const PATIENCE = 600

export const hovering = hoverTooltip(describedAt, { hoverTime: PATIENCE, hideOnChange: true })

const isOwn = (name: string, source: string): boolean =>
  parse(source).program.statements.some((statement) => statement.kind === 'function' && statement.name === name)

function described(usage: string, meaning: string): HTMLElement {
  const dom = document.createElement('div')
  dom.className = 'cm-described'
  const code = document.createElement('code')
  code.textContent = usage
  dom.append(code, document.createElement('br'), meaning)
  return dom
}
