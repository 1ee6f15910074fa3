import {
  acceptCompletion,
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  closeCompletion,
  completionKeymap,
} from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap, insertNewlineKeepIndent } from '@codemirror/commands'
import { bracketMatching } from '@codemirror/language'
import { lintKeymap } from '@codemirror/lint'
import { Compartment, EditorState, type Extension } from '@codemirror/state'
import { EditorView, keymap, lineNumbers } from '@codemirror/view'
import type { Span } from '../../../core.ts'
import { now } from '../../../state/store.ts'
import { anchoring } from './anchoring.ts'
import { completions } from './completions.ts'
import { hovering } from './hovering.ts'
import { followLanguage, reading } from './language.ts'
import { followHighlight, linking } from './linking.ts'
import { followProblems } from './linting.ts'
import { followLock, locking } from './locking.ts'
import { look } from './look.ts'
import { PROBLEMS_SAID } from './place.ts'
import { selectionReplacing } from './replacing.ts'
import { followStore, joinsHistory, toStore } from './sync.ts'
import { withholding } from './withholding.ts'

/** Longer texts do without what costs time with every key. */
const LONG = 10_000

const comfort = new Compartment()

const comforts = (length: number): Extension =>
  length > LONG
    ? []
    : [
        EditorView.lineWrapping,
        bracketMatching(),
        closeBrackets(),
        hovering,
        autocompletion({ override: [completions], icons: false, selectOnOpen: false }),
      ]

const comfortFits = EditorState.transactionExtender.of(({ docChanged, startState, newDoc }) =>
  docChanged && startState.doc.length > LONG !== newDoc.length > LONG
    ? { effects: comfort.reconfigure(comforts(newDoc.length)) }
    : null,
)

const leave = (view: EditorView) => {
  view.contentDOM.blur()
  return true
}

/** Takes the suggestion that is chosen, or goes on to the next control past the list, which would take the focus. */
const takeOrLeave = (view: EditorView) => {
  if (acceptCompletion(view)) return true
  closeCompletion(view)
  return false
}

const keys = (onToGraph: () => void) =>
  keymap.of([
    {
      key: 'Mod-Enter',
      run: () => {
        onToGraph()
        return true
      },
    },
    { key: 'Enter', run: insertNewlineKeepIndent },
    ...closeBracketsKeymap,
    ...completionKeymap,
    { key: 'Tab', run: takeOrLeave },
    { key: 'Escape', run: leave },
    ...historyKeymap,
    ...lintKeymap,
    ...defaultKeymap,
  ])

const attributes = EditorView.contentAttributes.of({
  'aria-label': 'Program',
  autocomplete: 'off',
  autocapitalize: 'off',
  autocorrect: 'off',
  // Said besides `contenteditable`, so that checkers see that what scrolls can have the focus.
  tabindex: '0',
})

/** Says at the field that something is wrong, and where it is said what. */
const validity = EditorView.contentAttributes.of(
  (): Record<string, string> =>
    now().compilation.outOfDate ? { 'aria-invalid': 'true', 'aria-errormessage': PROBLEMS_SAID } : {},
)

interface Start {
  readonly doc: string
  readonly selection: Span
  readonly onToGraph: () => void
}

export interface Editor {
  readonly select: (span: Span) => void
  readonly selected: () => Span
  readonly focus: () => void
  readonly destroy: () => void
}

/** Problems that come take room from the text; the caret stays in view. */
function keepCaret(view: EditorView): () => void {
  const observer = new ResizeObserver(() => {
    if (view.hasFocus) view.dispatch({ effects: EditorView.scrollIntoView(view.state.selection.main.head) })
  })
  observer.observe(view.dom)
  return () => observer.disconnect()
}

/** The program's editor, in step with the store. */
export function mountEditor(parent: HTMLElement, { doc, selection, onToGraph }: Start): Editor {
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc,
      selection: { anchor: selection.from, head: selection.to },
      extensions: [
        reading,
        keys(onToGraph),
        attributes,
        validity,
        lineNumbers(),
        history({ joinToEvent: joinsHistory }),
        comfort.of(comforts(doc.length)),
        comfortFits,
        anchoring,
        withholding,
        linking,
        locking(),
        look,
        selectionReplacing,
        toStore,
      ],
    }),
  })
  const stops = [
    followStore(view),
    followLanguage(view),
    followHighlight(view),
    followProblems(view),
    followLock(view),
    keepCaret(view),
  ]
  return {
    select({ from, to }) {
      const within = (offset: number) => Math.min(offset, view.state.doc.length)
      view.dispatch({ selection: { anchor: within(from), head: within(to) }, scrollIntoView: true })
      view.focus()
    },
    selected: () => view.state.selection.main,
    focus: () => view.focus(),
    destroy() {
      for (const stop of stops) stop()
      view.destroy()
    },
  }
}
