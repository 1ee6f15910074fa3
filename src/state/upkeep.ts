import { gathered } from './gathered.ts'
import { keep, keepAgain, takeOverList } from './keeping.ts'
import { keepAddress } from './links.ts'
import { say } from './notices.ts'
import { settled } from './settled.ts'
import { KEYS, write } from './storage.ts'
import { now, type State, useGradual } from './store.ts'

/** Milliseconds in which changes gather. */
const SOON = 400

/**
 * Keeps the program, the preferences and the address bar up to date. The program is kept while it is being written, since a
 * page may end without a word; the address follows when things rest.
 */
export function keepUp(): () => void {
  takeOverList()
  keepProgram()
  const keepSoon = gathered(keepProgram, (end) => setTimeout(end, SOON))
  const following = settled(keepAddress, SOON)
  const listening = new AbortController()
  window.addEventListener('pagehide', keepProgram, listening)
  window.addEventListener('storage', (event) => keepAgain(event, now().source), listening)
  const stop = useGradual.subscribe((state, before) => {
    if (state.source !== before.source) keepSoon()
    if (PREFERENCES.some((field) => state[field] !== before[field])) keepPreferences(state)
    if (!state.playing && !sameMoment(state, before)) following.soon()
  })
  return () => {
    listening.abort()
    following.stop()
    stop()
  }
}

let isKept = true

/** Keeps the program as it is now. */
export function keepProgram(): void {
  const wasKept = isKept
  isKept = keep(now().source)
  if (wasKept && !isKept) say(NOT_KEPT)
}

const NOT_KEPT =
  'This browser has no room for your program, or keeps nothing for this page: the next visit will not have it. Share makes a link that holds it; or copy its text.'

const PREFERENCES = ['theme', 'shortcuts', 'ledger', 'introduced'] as const

const keepPreferences = (state: State) =>
  write(KEYS.preferences, Object.fromEntries(PREFERENCES.map((field) => [field, state[field]])))

const FIELDS = [
  ...([
    'source',
    'shown',
    'position',
    'playing',
    'theme',
    'open',
    'unrolled',
    'data',
    'panes',
    'constants',
    'definitions',
    'direction',
    'sight',
  ] as const),
  ...(['tab', 'view', 'from', 'to', 'path', 'typed', 'order', 'seeds'] as const),
  ...(['bracketing', 'multiplied', 'patterns', 'turned', 'eliminated'] as const),
  ...(['methodsSection', 'costSection'] as const),
  ...(['revealed', 'form', 'stepExponent', 'nudge', 'over', 'node'] as const),
]

const sameMoment = (a: State, b: State) => FIELDS.every((field) => a[field] === b[field])
