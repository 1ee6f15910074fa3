import { change, useGradual } from '../../state/store.ts'
import { Dialog } from '../dialog/Dialog.tsx'
import { closeDialog, useIsOpen } from '../dialog/opened.ts'
import { SHORTCUTS } from '../keyboard/shortcuts.ts'
import './help.css'

const GRAPH_KEYS = [
  ['Ctrl or Cmd + Enter', 'from the editor to the graph'],
  ['↑ ↓', 'in the graph: to an operand, to a consumer'],
  ['← →', 'in the graph: to the nodes beside it, and past the last one along the flow where it goes to the right'],
  ['Enter', 'in the graph: seed this input or output, or go to this node’s step'],
  ['O or double click', 'in the graph: open a layer, a function or an operation in place'],
  ['C', 'in the graph: close what the node came out of'],
  ['Esc', 'out of the graph, out of the editor, close'],
] as const

/** The key map, and the switch for single-character keys (WCAG 2.1.4). */
export default function Help() {
  const open = useIsOpen('help')
  const shortcuts = useGradual((state) => state.shortcuts)
  return (
    <Dialog title="Keys" open={open} onClose={closeDialog}>
      <table className="help-keys">
        <tbody>
          {[...SHORTCUTS.map(({ shown, does }) => [shown, does] as const), ...GRAPH_KEYS].map(([keys, does]) => (
            <tr key={keys}>
              <th scope="row">{keys}</th>
              <td>{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <label className="help-switch">
        <input type="checkbox" checked={shortcuts} onChange={(event) => change({ shortcuts: event.target.checked })} />
        Keys of a single character work outside text fields
      </label>
    </Dialog>
  )
}
