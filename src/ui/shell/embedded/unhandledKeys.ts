import { tell } from '../../../state/embedding/host.ts'
import { belongsToWidget } from '../../kit/keyboard/shortcuts.ts'

const IS_HELD = /^(Shift|Control|Alt|AltGraph|Meta|Fn|CapsLock|Tab|Dead|Process|Unidentified)$/

/** Keys that the page has no use for go to the page around it, such as that to the next slide. */
export function tellUnhandledKeys(): () => void {
  const listening = new AbortController()
  const hear = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || IS_HELD.test(event.key)) return
    const { target, key } = event
    // When all have heard it.
    setTimeout(() => {
      if (!event.defaultPrevented && !belongsToWidget(target, key)) tell({ type: 'unhandledKey', key })
    })
  }
  addEventListener('keydown', hear, { capture: true, signal: listening.signal })
  return () => listening.abort()
}
