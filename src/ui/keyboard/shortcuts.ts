import { useEffect } from 'react'
import {
  changeSpeed,
  nextStep,
  previousStep,
  show,
  toEnd,
  togglePlay,
  toNextPass,
  toPreviousPass,
  toStart,
} from '../../state/playback.ts'
import { now } from '../../state/store.ts'
import { openGoTo, openHelp, toggleLegend } from '../dialog/opened.ts'
import { toggleFullScreen } from './fullScreen.ts'

export interface Shortcut {
  /** `KeyboardEvent.key`, with `Shift+` before it where it counts. */
  readonly keys: readonly string[]
  /** How the help shows the keys. */
  readonly shown: string
  readonly does: string
  readonly run: () => void
}

/** The key map (DESIGN, 4). Keys inside the graph and the editor are theirs. */
export const SHORTCUTS: readonly Shortcut[] = [
  { keys: ['ArrowRight', 'PageDown'], shown: '→ or PgDn', does: 'next step', run: nextStep },
  { keys: ['ArrowLeft', 'PageUp'], shown: '← or PgUp', does: 'previous step', run: previousStep },
  { keys: ['Shift+ArrowRight'], shown: 'Shift + →', does: 'next pass', run: toNextPass },
  { keys: ['Shift+ArrowLeft'], shown: 'Shift + ←', does: 'previous pass', run: toPreviousPass },
  { keys: ['Home'], shown: 'Home', does: 'go to the start', run: toStart },
  { keys: ['End'], shown: 'End', does: 'go to the end: all passes complete', run: toEnd },
  { keys: [' ', 'k', 'K'], shown: 'Space or K', does: 'play or pause', run: togglePlay },
  { keys: ['['], shown: '[', does: 'slower', run: () => changeSpeed(-1) },
  { keys: [']'], shown: ']', does: 'faster', run: () => changeSpeed(1) },
  { keys: ['1'], shown: '1', does: 'forward mode alone', run: () => show('forward') },
  { keys: ['2'], shown: '2', does: 'reverse mode alone', run: () => show('reverse') },
  { keys: ['3'], shown: '3', does: 'both modes side by side', run: () => show('compare') },
  { keys: ['g', 'G'], shown: 'G', does: 'go to a node or step', run: openGoTo },
  { keys: ['l', 'L'], shown: 'L', does: 'how to read the graph', run: toggleLegend },
  { keys: ['f', 'F'], shown: 'F', does: 'full screen', run: toggleFullScreen },
  { keys: ['?', 'Shift+?'], shown: '?', does: 'this help', run: openHelp },
]

const BY_KEY = new Map(SHORTCUTS.flatMap((shortcut) => shortcut.keys.map((key) => [key, shortcut] as const)))

const TEXT_FIELD = 'input:not([type="range"], [type="radio"]), textarea, select, [contenteditable="true"], dialog'

/** The widgets that take a key while they have the focus. The scrubber's Page keys, which a clicker sends, step. */
const TAKEN: readonly { readonly keys: RegExp; readonly by: string }[] = [
  { keys: /^ $/, by: 'button, [role="button"], a, summary, [role="tab"], input[type="radio"]' },
  { keys: /^(Shift\+)?Arrow|^Page|^Home|^End/, by: 'input[type="range"]:not(.scrubber *)' },
  { keys: /^Arrow/, by: '[role="tablist"] *, input[type="radio"]' },
  { keys: /^Home|^End/, by: '[role="tablist"] *' },
]

/** Keys that move inside a widget with the focus belong to that widget. */
const belongsToWidget = (target: EventTarget | null, key: string): boolean =>
  target instanceof Element &&
  (target.closest(TEXT_FIELD) !== null || TAKEN.some(({ keys, by }) => keys.test(key) && target.closest(by) !== null))

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key.length === 1 && !now().shortcuts) return
  const moved = event.shiftKey && event.key.startsWith('Arrow')
  const key = moved ? `Shift+${event.key}` : event.key
  const shortcut = BY_KEY.get(key)
  if (!shortcut || belongsToWidget(event.target, key)) return
  event.preventDefault()
  shortcut.run()
}

export function useShortcuts(): void {
  useEffect(() => {
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])
}
