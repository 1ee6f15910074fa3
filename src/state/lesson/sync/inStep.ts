import { create } from 'zustand'
import { useShow } from '../../show.ts'
import { useGradual } from '../../store.ts'
import { useRoom } from '../room.ts'
import { useLesson } from '../store.ts'
import { agreement } from './agreement.ts'
import { goToPlace, placeHere } from './going.ts'
import { live, onceGone } from './life.ts'
import { type ShowMessage, showMessage } from './message.ts'

interface InStep {
  /** The other windows of the show, by their names. */
  readonly others: ReadonlySet<string>
  /** Whether there was another window. */
  readonly wasInStep: boolean
  /** Why the speaker’s window did not open, and the address by which the user opens it. */
  readonly refused: { readonly says: string; readonly address: string } | null
}

const ALONE: InStep = { others: new Set(), wasInStep: false, refused: null }

/** What is known of the other windows of this show. */
export const useInStep = create<InStep>(() => ALONE)

/** A browser without it keeps no windows in step. */
export const canKeepInStep = () => typeof BroadcastChannel === 'function'

/** A name that nobody else has. */
export const newName = (): string =>
  Array.from(crypto.getRandomValues(new Uint32Array(2)), (n) => n.toString(36)).join('')

const isHere = (from: string) => useInStep.getState().others.has(from)

function note({ type, from }: Pick<ShowMessage, 'type' | 'from'>): void {
  const others = new Set(useInStep.getState().others)
  if (type === 'bye') others.delete(from)
  else others.add(from)
  useInStep.setState(({ wasInStep }) => ({ others, wasInStep: wasInStep || others.size > 0, refused: null }))
}

/** Keeps this window in step with the others of its show, until what it gives back is called. */
export function keepInStep(show: string): () => void {
  if (!canKeepInStep()) return () => {}
  const me = newName()
  const ending = new AbortController()
  live(me, ending.signal, () => join(show, me, ending.signal))
  return () => ending.abort()
}

function join(show: string, me: string, signal: AbortSignal): void {
  const channel = new BroadcastChannel(`gradual:${show}`)
  const send = (message: ShowMessage) => channel.postMessage(message)
  const windows = agreement({ me, send, place: placeHere, go: goToPlace })
  const hear = ({ data }: MessageEvent) => {
    const message = showMessage(data)
    if (!message) return
    const { type, from } = message
    if (type !== 'bye' && !isHere(from)) onceGone(from, signal, () => note({ type: 'bye', from }))
    note(message)
    windows.hear(message)
  }
  channel.addEventListener('message', hear, { signal })
  const leave = () => send({ gradual: 1, from: me, type: 'bye' })
  window.addEventListener('pagehide', leave, { signal })
  const stops = [useGradual, useLesson, useShow, useRoom].map((store) => store.subscribe(windows.changed))
  signal.addEventListener('abort', () => {
    for (const stop of stops) stop()
    leave()
    channel.close()
    useInStep.setState(ALONE)
  })
  windows.changed()
  windows.ask()
}
