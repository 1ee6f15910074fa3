import { Compartment, type Extension } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import type { ProgramLanguage } from '../../../core.ts'
import { languageAtHand } from '../../../state/languageAtHand.ts'
import { later } from '../../../state/later.ts'
import { now, type State, useGradual } from '../../../state/store.ts'
import { colours } from './colours.ts'

const inPython = later('The editor’s colours for Python', () => import('./python.ts'))

const compartment = new Compartment()

/** What the editor knows of the language that the text is in. */
export const reading: Extension = compartment.of([])

/** The editor goes along with the language, also while it is being typed. */
export function followLanguage(view: EditorView): () => void {
  let language: ProgramLanguage | null = null
  let isGone = false
  const settle = (extension: Extension) => view.dispatch({ effects: compartment.reconfigure(extension) })

  function follow(state: State): void {
    const before = language
    language = languageAtHand(state)
    if (language === before) return
    if (language === 'gradual') settle(colours)
    else {
      settle(inPython.now?.python ?? [])
      if (!inPython.now) void inPython.get().then(({ python }) => !isGone && language === 'python' && settle(python))
    }
  }

  follow(now())
  const stop = useGradual.subscribe((state, before) => {
    if (state.source !== before.source || state.reading !== before.reading) follow(state)
  })
  return () => {
    isGone = true
    stop()
  }
}
