import { choiceNames, recordOf } from './choices/all.ts'
import { KEPT } from './choices/start.ts'
import { takeFiles } from './files/arriving.ts'
import { gathered } from './gathered.ts'
import { keep, keepAgain, takeOverList } from './keeping.ts'
import { keepAddress } from './links.ts'
import { say } from './notices.ts'
import { keepOffline } from './offline.ts'
import { settled } from './settled.ts'
import { KEYS, write } from './storage.ts'
import { now, type State, useGradual } from './store.ts'

/** Milliseconds in which changes gather. */
const SOON = 400

/**
 * Keeps the program, the preferences and the address bar up to date. The program is kept while it is being written, since a
 * page may end without a word; the address follows when things rest. Preferences and address also follow what was done since the page opened.
 * Files that are dropped on the page or pasted are opened from then on too.
 */
export function keepUp(opened: State, reload: () => Promise<void>): () => void {
  takeOverList()
  keepProgram()
  const keepSoon = gathered(keepProgram, (end) => setTimeout(end, SOON))
  const following = settled(keepAddress, SOON)
  const listening = new AbortController()
  window.addEventListener('pagehide', keepProgram, listening)
  window.addEventListener('storage', (event) => keepAgain(event, now().source), listening)
  const stop = useGradual.subscribe((state, before) => {
    if (state.source !== before.source || state.reading !== before.reading) keepSoon()
    if (!samePreferences(state, before)) keepPreferences(state)
    if (!state.playing && !sameMoment(state, before)) following.soon()
  })
  if (!sameMoment(now(), opened)) following.soon()
  const stopTaking = takeFiles()
  if (!samePreferences(now(), opened)) keepPreferences(now())
  void keepOffline(reload)
  return () => {
    listening.abort()
    following.stop()
    stop()
    stopTaking()
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

const keptNames = choiceNames.filter((name) => Object.hasOwn(KEPT, name))

const samePreferences = (a: State, b: State) => keptNames.every((name) => a[name] === b[name])

const keepPreferences = (state: State) =>
  write(KEYS.preferences, Object.fromEntries(keptNames.map((name) => [name, state[name]])))

/** What a link says, and that nothing moves. */
const FOLLOWED: readonly (keyof State)[] = [...choiceNames.filter((name) => recordOf(name).link), 'playing']

const sameMoment = (a: State, b: State) => FOLLOWED.every((field) => a[field] === b[field])
