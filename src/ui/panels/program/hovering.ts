import {
  closeHoverTooltips,
  type EditorView,
  hasHoverTooltips,
  hoverTooltip,
  type Tooltip,
  ViewPlugin,
} from '@codemirror/view'
import { parse } from '../../../language/parse.ts'
import { tokenize } from '../../../language/tokenize.ts'
import { languageAtHand } from '../../../state/languageAtHand.ts'
import { now } from '../../../state/store.ts'
import { functions } from './functions.ts'

/** How the function is called and what it gives; a function of the program’s own speaks for itself. */
const describedAt = (view: EditorView, offset: number): Tooltip | null => {
  if (languageAtHand(now()) === 'python') return null
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

/** Escape sends the note away, wherever the focus is. */
const sendingAway = ViewPlugin.define((view) => {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !hasHoverTooltips(view.state)) return
    view.dispatch({ effects: closeHoverTooltips })
    event.stopPropagation()
  }
  addEventListener('keydown', onKeyDown, { capture: true })
  return { destroy: () => removeEventListener('keydown', onKeyDown, { capture: true }) }
})

export const hovering = [hoverTooltip(describedAt, { hoverTime: PATIENCE, hideOnChange: true }), sendingAway]

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
