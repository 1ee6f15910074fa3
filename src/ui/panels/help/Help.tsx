import { GLOSSARY } from '../../../notation/glossary.ts'
import { toStart } from '../../../state/playback.ts'
import { change, useGradual } from '../../../state/store.ts'
import { Dialog } from '../../kit/dialog/Dialog.tsx'
import { closeDialog, toggleDialog, useIsOpen } from '../../kit/dialog/opened.ts'
import { SHORTCUTS } from '../../kit/keyboard/shortcuts.ts'
import { SHOW_KEYS } from '../../kit/keyboard/showKeys.ts'
import './help.css'

const GRAPH_KEYS = [
  ['Ctrl or Cmd + Enter', 'from the editor to the graph'],
  ['↑ ↓', 'in the graph: to an operand, to a consumer'],
  ['← →', 'in the graph: to the nodes beside it, and past the last one along the flow where it goes to the right'],
  ['Enter', 'in the graph: seed this input or output, or go to this node’s step'],
  ['O or double click', 'in the graph: open a layer, a function, an operation or the line of a definition in place'],
  ['C', 'in the graph: close what the node came out of'],
  ['Esc', 'out of the graph, out of the editor, close'],
] as const

/** How to begin, the key map with its switch (WCAG 2.1.4), and the words of the field. */
export default function Help() {
  const open = useIsOpen('help')
  return (
    <Dialog title="Help" open={open} onClose={closeDialog}>
      <p className="help-start">
        <button type="button" className="button" onClick={showFirstSteps}>
          Show the first steps again
        </button>
        <button type="button" className="button" onClick={() => toggleDialog('legend')}>
          How to read the graph
        </button>
      </p>
      <Keys />
      <section aria-labelledby="help-words">
        <h3 id="help-words">Words</h3>
        <Words />
      </section>
    </Dialog>
  )
}

/** They are captions on the start of the passes. */
function showFirstSteps(): void {
  closeDialog()
  toStart()
  change({ firstSteps: true })
}

function Keys() {
  const shortcuts = useGradual((state) => state.shortcuts)
  return (
    <section aria-labelledby="help-keys">
      <h3 id="help-keys">Keys</h3>
      <table className="help-keys">
        <tbody>
          {[...[...SHORTCUTS, ...SHOW_KEYS].map(({ shown, does }) => [shown, does] as const), ...GRAPH_KEYS].map(
            ([keys, does]) => (
              <tr key={does}>
                <th scope="row">{keys}</th>
                <td>{does}</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
      <label className="help-switch">
        <input type="checkbox" checked={shortcuts} onChange={(event) => change({ shortcuts: event.target.checked })} />
        Keys of a single character work outside text fields
      </label>
    </section>
  )
}

/** Every term of the field that the page uses. */
const Words = () => (
  <dl className="help-words">
    {Object.values(GLOSSARY).map(({ term, means }) => (
      <div key={term}>
        <dt>{term}</dt>
        <dd>{means}</dd>
      </div>
    ))}
  </dl>
)
