import { type FormEvent, useState } from 'react'
import { MODES } from '../../../autodiff/pass.ts'
import { seedIndex } from '../../../autodiff/seeds.ts'
import { nodeNamed } from '../../../notation/symbols.ts'
import { scrubTo, show, toStepOf } from '../../../state/playback.ts'
import { seed } from '../../../state/seedPass.ts'
import { currentSession, type Session } from '../../../state/session.ts'
import { change, now } from '../../../state/store.ts'
import { clamped, modesOf } from '../../../trace/position.ts'
import { Dialog } from '../../kit/dialog/Dialog.tsx'
import { closeDialog, useIsOpen } from '../../kit/dialog/opened.ts'
import { takeFocus } from '../../kit/dialog/takeFocus.ts'
import './goto.css'

/** Goes to "step 4", or to the step of the pass at hand in which the named node becomes known. Says what is wrong, or null. */
function goTo(text: string): string | null {
  const session = currentSession(now())
  if (!session) return 'There is no graph yet.'
  const { position, shown } = now()
  const step = /^(?:step\s*)?(\d+)$/i.exec(text)
  if (step) {
    scrubTo(clamped(session.timeline, shown, { ...position, step: Number(step[1]), term: 0 }))
    return null
  }
  const node = nodeNamed(session.graph, text)
  if (node === undefined && goToPass(session, text)) return null
  if (node === undefined)
    return `No node is called “${text}”. Nodes are called x1, v3 or f, passes W[0,1] by their entry; steps are numbers.`
  change({ highlight: session.graph.id[node] })
  return toStepOf(node) ? null : `${text} has no step in this pass: it does not take part.`
}

/** The pass that is seeded with the entry, at its start: forward mode’s for an input, reverse mode’s for an output. */
function goToPass({ graph }: Session, text: string): boolean {
  const { shown, seeds } = now()
  const mode = MODES.find((mode) => seedIndex(graph, mode, text) >= 0)
  if (!mode) return false
  if (seeds.hvp !== null || !modesOf(shown).includes(mode)) show(mode)
  seed(mode, seedIndex(graph, mode, text))
  return true
}

export default function GoTo() {
  const open = useIsOpen('goto')
  const [problem, setProblem] = useState<string | null>(null)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const text = String(new FormData(event.currentTarget).get('place')).trim()
    const wrong = goTo(text)
    setProblem(wrong)
    if (!wrong) closeDialog()
  }
  return (
    <Dialog title="Go to a node or step" open={open} onClose={closeDialog}>
      <form className="goto" onSubmit={submit}>
        <label htmlFor="goto-place">Node or step</label>
        <input id="goto-place" ref={takeFocus} name="place" autoComplete="off" placeholder="v3, x1, f, 4" required />
        <button type="submit" className="button">
          Go
        </button>
        <p role="alert">{problem}</p>
      </form>
    </Dialog>
  )
}
