import * as v from 'valibot'
import { create } from 'zustand'
import { ofTab, read, write } from '../storage.ts'
import { now, useGradual } from '../store.ts'
import { type HallRoom, room } from './roomForm.ts'

const KEY = 'gradual:room'

const EMPTY: HallRoom = { lesson: '', scene: '', started: 0, entered: 0, since: 0, seconds: 0, hands: {} }

function kept(): HallRoom {
  const found = v.safeParse(room, read(KEY, ofTab))
  return found.success ? found.output : EMPTY
}

/** The hall, for as long as the tab is open. */
export const useRoom = create<HallRoom>(kept)

/** Follows which scene is on; what it gives back ends that. */
export function followRoom(): () => void {
  enter()
  const stops = [useGradual.subscribe(enter), useRoom.subscribe((state) => write(KEY, state, ofTab))]
  return () => {
    for (const stop of stops) stop()
  }
}

/** A scene comes up: its clocks start. Those that another window of the show has started go on. */
function enter(): void {
  const { lesson, scene } = now()
  const before = useRoom.getState()
  if (lesson === null || scene === null || (lesson === before.lesson && scene === before.scene)) return
  const at = Date.now()
  const isOther = lesson !== before.lesson
  useRoom.setState({ lesson, scene, entered: at, since: at, ...(isOther ? { started: at, hands: {} } : {}) })
}

/** So long the hall has for each question; for that of the scene at hand from now on. */
export const giveSeconds = (seconds: HallRoom['seconds']) => useRoom.setState({ seconds, since: Date.now() })

/** The lesson begins now. */
export const restartClock = () => useRoom.setState({ started: Date.now() })

/** So many hands are up for an answer to the question at hand. */
export const countHands = (answer: string, count: number) =>
  useRoom.setState(({ scene, hands }) => ({ hands: { ...hands, [scene]: { ...hands[scene], [answer]: count } } }))
