import { useEffect } from 'react'
import { clicker } from '../../../state/clicker.ts'
import { isEmbedded } from '../../../state/embedded.ts'
import { openSpeaker } from '../../../state/lesson/speaker.ts'
import { nextStep, previousStep } from '../../../state/playback.ts'
import {
  bring,
  endShow,
  startShow,
  toggleBlank,
  toggleCode,
  toggleFrozen,
  toggleTool,
  useShow,
  zoomer,
} from '../../../state/show.ts'
import { now } from '../../../state/store.ts'
import { isAnyOpen } from '../dialog/opened.ts'

/** What decides whose a key is. */
export interface KeyMoment {
  readonly presenting: boolean
  /** Whether a lesson is open. */
  readonly inLesson: boolean
  readonly blank: boolean
  /** Whether this is the speaker’s window. */
  readonly speaker: boolean
  /** Whether text is being typed. */
  readonly typing: boolean
  /** Whether keys of one character are shortcuts. */
  readonly single: boolean
}

interface ShowKey {
  /** `KeyboardEvent.key`. */
  readonly keys: readonly string[]
  /** How the help shows the keys. */
  readonly shown: string
  readonly does: string
  readonly run: () => void
  /** In a lesson too, when it is not presented. */
  readonly inLesson?: true
  /** In the speaker’s window too: the hall’s does the same. */
  readonly fromSpeaker?: true
}

const on = () => (clicker.of?.takes() ? clicker.of.on() : nextStep())
const back = () => (clicker.of?.takes() ? clicker.of.back() : previousStep())

/** The keys of a show: wherever the focus is, unless text is being typed. */
export const SHOW_KEYS: readonly ShowKey[] = [
  { keys: ['PageDown'], shown: 'PgDn', does: 'in a lesson: on', run: on, inLesson: true },
  { keys: ['PageUp'], shown: 'PgUp', does: 'in a lesson: back', run: back, inLesson: true },
  { keys: ['F5'], shown: 'F5', does: 'in a lesson: present from here', run: startShow, inLesson: true },
  {
    keys: ['b', 'B', '.'],
    shown: 'B or .',
    does: 'black screen; any key brings it back',
    run: toggleBlank,
    inLesson: true,
  },
  {
    keys: ['s', 'S'],
    shown: 'S',
    does: 'in a lesson: the speaker’s window',
    run: () => void openSpeaker(),
    inLesson: true,
  },
  {
    keys: ['e', 'E'],
    shown: 'E',
    does: 'presenting: the formulas of the step',
    run: () => bring('formula'),
    fromSpeaker: true,
  },
  {
    keys: ['t', 'T'],
    shown: 'T',
    does: 'presenting: the table, or the page of the chapter',
    run: () => bring('table'),
    fromSpeaker: true,
  },
  { keys: ['d', 'D'], shown: 'D', does: 'presenting: a large dot at the pointer', run: () => toggleTool('laser') },
  { keys: ['w', 'W'], shown: 'W', does: 'presenting: a pen; the next step wipes', run: () => toggleTool('pen') },
  {
    keys: ['z', 'Z'],
    shown: 'Z',
    does: 'presenting: the screen stands still, and goes on',
    run: toggleFrozen,
    fromSpeaker: true,
  },
  {
    keys: ['+', '='],
    shown: '+',
    does: 'presenting: larger at the node by the pointer, until the next step',
    run: () => zoomer.by?.(1.4),
    fromSpeaker: true,
  },
  { keys: ['-'], shown: '−', does: 'presenting: smaller', run: () => zoomer.by?.(1 / 1.4), fromSpeaker: true },
  { keys: ['q', 'Q'], shown: 'Q', does: 'presenting: a code for phones', run: toggleCode, fromSpeaker: true },
  { keys: ['Escape'], shown: 'Esc', does: 'presenting: leave', run: endShow, fromSpeaker: true },
]

const MODIFIERS = ['Shift', 'Control', 'Alt', 'Meta', 'CapsLock']

/** What a key does to the show; null where it is not the show’s. */
export function showRunOf(
  key: string,
  { presenting, inLesson, blank, speaker, typing, single }: KeyMoment,
): (() => void) | null {
  if (!presenting && !inLesson) return null
  if (blank) return MODIFIERS.includes(key) ? null : toggleBlank
  if (typing || (key.length === 1 && !single)) return null
  const isHere = ({ inLesson, fromSpeaker }: ShowKey) => presenting || inLesson || (speaker && fromSpeaker)
  return SHOW_KEYS.find((each) => each.keys.includes(key) && isHere(each))?.run ?? null
}

const TYPED = 'input:not([type="range"], [type="radio"], [type="checkbox"]), textarea, [contenteditable="true"]'

const isTyped = (target: EventTarget | null): target is HTMLElement =>
  target instanceof HTMLElement && target.closest(TYPED) !== null

const momentOf = ({ target }: Event): KeyMoment => ({
  presenting: now().presenting,
  inLesson: now().lesson !== null,
  // The speaker’s own screen is never black.
  blank: useShow.getState().blank && now().speaker === null,
  speaker: now().speaker !== null,
  typing: isTyped(target),
  single: now().shortcuts,
})

const openDialog = () => document.querySelector<HTMLDialogElement>('dialog[open]')

const WAYS: Readonly<Record<string, 1 | -1>> = { PageDown: 1, PageUp: -1 }

/** In an embed a clicker’s two keys lead through a lesson up to its ends; all others are the page’s around it. */
const isHosts = (key: string) => isEmbedded && (WAYS[key] === undefined || clicker.of?.isAtEnd(WAYS[key]) === true)

/** Before any widget hears of it. */
function onKeyDown(event: KeyboardEvent): void {
  const { key, target } = event
  if (isHosts(key)) return
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
  const run = showRunOf(key, momentOf(event))
  const dialog = openDialog()
  if (run === null) {
    if (key === 'Escape' && isTyped(target) && !dialog) leaveField(target)
    return
  }
  // A dialog closes by Escape itself, and so does the legend.
  if ((dialog || isAnyOpen()) && key === 'Escape' && run !== toggleBlank) return
  event.preventDefault()
  event.stopImmediatePropagation()
  dialog?.close()
  run()
}

/** Escape gives the keys back to the show, once the field has done with it. */
function leaveField(field: HTMLElement): void {
  setTimeout(() => document.activeElement === field && field.blur())
}

/** Hears the keys of a show while there is one, or a lesson. */
export function useShowKeys(): void {
  useEffect(() => {
    const listening = new AbortController()
    addEventListener('keydown', onKeyDown, { capture: true, signal: listening.signal })
    return () => listening.abort()
  }, [])
}
