import { useEffect } from 'react'
import { showsPasses } from '../../../state/chapters.ts'
import { isEmbedded } from '../../../state/embedded.ts'
import { later } from '../../../state/later.ts'
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
} from '../../../state/playback.ts'
import { now } from '../../../state/store.ts'
import { openGoTo, openHelp, toggleDialog } from '../dialog/opened.ts'
import { leaveAlone, toggleAlone, togglePresenting } from './alone.ts'
import { focusIsByPointer, followModality } from './modality.ts'

const keeping = later('What keeps a program beside', () => import('../../../state/beside/kept.ts'))
const masking = later('What hides numbers', () => import('../../../state/masking.ts'))

export interface Shortcut {
  /** `KeyboardEvent.key`, with `Shift+` before it where it counts. */
  readonly keys: readonly string[]
  /** How the help shows the keys. */
  readonly shown: string
  readonly does: string
  readonly run: () => void
  /** It moves playback, or what playback shows: only where that is seen. */
  readonly plays?: true
  /** When it counts; always, where nothing is said. */
  readonly when?: () => boolean
}

/** The key map; of two with one key the first that counts takes it. Keys inside the graph and the editor are theirs. */
export const SHORTCUTS: readonly Shortcut[] = [
  { keys: ['ArrowRight', 'PageDown'], shown: '→ or PgDn', does: 'next step', run: nextStep, plays: true },
  { keys: ['ArrowLeft', 'PageUp'], shown: '← or PgUp', does: 'previous step', run: previousStep, plays: true },
  { keys: ['Shift+ArrowRight'], shown: 'Shift + →', does: 'next pass', run: toNextPass, plays: true },
  { keys: ['Shift+ArrowLeft'], shown: 'Shift + ←', does: 'previous pass', run: toPreviousPass, plays: true },
  { keys: ['Home'], shown: 'Home', does: 'go to the start', run: toStart, plays: true },
  { keys: ['End'], shown: 'End', does: 'go to the end: all passes complete', run: toEnd, plays: true },
  { keys: [' ', 'k', 'K'], shown: 'Space or K', does: 'play or pause', run: togglePlay, plays: true },
  { keys: ['['], shown: '[', does: 'slower', run: () => changeSpeed(-1), plays: true },
  { keys: [']'], shown: ']', does: 'faster', run: () => changeSpeed(1), plays: true },
  { keys: ['1'], shown: '1', does: 'forward mode alone', run: () => show('forward'), plays: true },
  { keys: ['2'], shown: '2', does: 'reverse mode alone', run: () => show('reverse'), plays: true },
  { keys: ['3'], shown: '3', does: 'both modes', run: () => show('compare'), plays: true },
  { keys: ['g', 'G'], shown: 'G', does: 'go to a node or step', run: openGoTo },
  {
    keys: ['h'],
    shown: 'H',
    does: 'cover the node at hand, or hide numbers',
    run: async () => (await masking.get()).toggleHiding(),
  },
  {
    keys: ['H'],
    shown: 'Shift + H',
    does: 'tell all numbers of the pass',
    run: async () => (await masking.get()).tellPass(),
  },
  { keys: ['l', 'L'], shown: 'L', does: 'how to read the graph', run: () => toggleDialog('legend') },
  {
    keys: ['v', 'V'],
    shown: 'V',
    does: 'keep the program beside what becomes of it, or put it away',
    run: async () => (await keeping.get()).toggleBeside(),
  },
  { keys: ['f', 'F'], shown: 'F', does: 'the stage alone, and back', run: toggleAlone },
  { keys: ['p', 'P'], shown: 'P', does: 'present, and back', run: togglePresenting },
  { keys: ['Escape'], shown: 'Esc', does: 'leave the stage alone', run: leaveAlone, when: () => now().alone },
  { keys: ['?', 'Shift+?'], shown: '?', does: 'this help', run: openHelp },
]

/** In an embed there is playback alone. */
const counts = ({ when, plays }: Shortcut) => when?.() !== false && (plays ? showsPasses(now()) : !isEmbedded)

const TEXT_FIELD =
  'input:not([type="range"], [type="radio"], [type="checkbox"]), textarea, [contenteditable="true"], dialog'

/** The widgets that take a key while they have the focus. The scrubber's Page keys, which a clicker sends, step. */
const TAKEN: readonly { readonly keys: RegExp; readonly by: string }[] = [
  { keys: /^ $/, by: 'button, [role="button"], a, summary, [role="tab"], input:is([type="radio"], [type="checkbox"])' },
  { keys: /^(Shift\+)?Arrow|^Page|^Home|^End/, by: 'input[type="range"]:not(.scrubber *)' },
  { keys: /^Arrow/, by: '[role="tablist"] *, [role="separator"], input[type="radio"]' },
  { keys: /^Home|^End/, by: '[role="tablist"] *, [role="separator"]' },
  { keys: /./, by: 'select' },
]

/** Keys that move inside a widget with the focus belong to that widget. */
export const belongsToWidget = (target: EventTarget | null, key: string): boolean =>
  target instanceof Element &&
  (target.closest(TEXT_FIELD) !== null || TAKEN.some(({ keys, by }) => keys.test(key) && target.closest(by) !== null))

/** In a lesson and in a show a clicker’s keys lead through it (`showKeys.ts`). */
const isClickers = ({ key }: KeyboardEvent) => key.startsWith('Page') && (now().presenting || now().lesson !== null)

/** The shortcut of the key, as far as the page takes it now. */
function shortcutOf(event: KeyboardEvent): { readonly key: string; readonly shortcut: Shortcut } | null {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return null
  if (event.key.length === 1 && !now().shortcuts) return null
  if (isClickers(event)) return null
  const key = event.shiftKey && event.key.startsWith('Arrow') ? `Shift+${event.key}` : event.key
  const shortcut = SHORTCUTS.find((each) => each.keys.includes(key) && counts(each))
  return shortcut ? { key, shortcut } : null
}

const played = ({ position, told, playing, shown, speed } = now()) =>
  JSON.stringify([position, told, playing, shown, speed])

/** A key that does nothing in an embed is left to the page around it: after the last step slides go on. */
function take(event: KeyboardEvent, { run }: Shortcut): void {
  const before = isEmbedded && played()
  run()
  if (before !== played()) event.preventDefault()
}

function onKeyDown(event: KeyboardEvent): void {
  const found = shortcutOf(event)
  if (found && !belongsToWidget(event.target, found.key)) take(event, found.shortcut)
}

const STEPS = /^(Shift\+)?Arrow|^Page|^Home$|^End$/

/** Steps whatever the pointer pressed before: text, dialogs and open lists aside, no widget hears of the key. */
function onKeyDownFirst(event: KeyboardEvent): void {
  const { target } = event
  if (!focusIsByPointer() || !(target instanceof Element) || target.closest(TEXT_FIELD) || isOpenList(target)) return
  const found = shortcutOf(event)
  if (!found || !STEPS.test(found.key)) return
  event.stopPropagation()
  take(event, found.shortcut)
}

/** Older browsers, which cannot say it, give an open list's keys to nothing else. */
const isOpenList = (target: Element) =>
  target.matches('select') && CSS.supports('selector(:open)') && target.matches(':open')

export function useShortcuts(): void {
  useEffect(() => {
    const listening = new AbortController()
    followModality(listening.signal)
    addEventListener('keydown', onKeyDownFirst, { capture: true, signal: listening.signal })
    addEventListener('keydown', onKeyDown, { signal: listening.signal })
    return () => listening.abort()
  }, [])
}
