import { useEffect, useState } from 'react'
import { later } from '../../state/later.ts'
import { isComplete } from '../../state/playback.ts'
import { toldModes } from '../../state/session.ts'
import { now, type State, useGradual } from '../../state/store.ts'
import type { Shown } from '../../trace/position.ts'

const narration = later('What says each step aloud', () => import('../../trace/narration/index.ts'))

const TITLE = { forward: 'Forward', reverse: 'Reverse' } as const

/** What the step at hand is in each mode shown. The words come after the graph; a step that is taken before waits for them. */
async function stepSaid(state: State): Promise<string> {
  const told = toldModes(state)
  const words = await narration.ask()
  if (!words) return ''
  const sentences = told.map(({ mode, frame }) => [TITLE[mode], words.narrate(frame).speech] as const)
  return sentences.length === 1 ? sentences[0][1] : sentences.map(([title, speech]) => `${title}: ${speech}`).join(' ')
}

const MODES: Readonly<Record<Shown, string>> = {
  forward: 'Forward mode alone.',
  reverse: 'Reverse mode alone.',
  compare: 'Both modes.',
}

/** What leads to another step, or tells more or less of it. */
const MOVES = ['position', 'told', 'hide', 'covered'] as const

/** What a change is worth saying; null keeps silent, as during playback and under edits. */
function saying(state: State, before: State): string | Promise<string> | null {
  if (state.compilation !== before.compilation || !state.compilation.graph) return null
  if (state.speed !== before.speed) return `Speed ${state.speed}.`
  if (state.shown !== before.shown) return MODES[state.shown]
  const moved = MOVES.some((field) => state[field] !== before[field])
  if (state.position.race || state.playing) return null
  if (before.playing && !moved && isComplete(state)) return 'Playback has come to its end: all passes are done.'
  return before.playing || moved ? stepSaid(state) : null
}

/** Hears of what an action has changed, once, however many changes it makes. */
function eachAction(hear: (state: State, before: State) => void): () => void {
  let first: State | null = null
  const end = () => {
    if (first) hear(now(), first)
    first = null
  }
  return useGradual.subscribe((_, before) => {
    if (first === null) queueMicrotask(end)
    first ??= before
  })
}

/** The one polite live region: a sentence of each mode for a step by hand and where a pause falls, the end of playback, mode and speed. */
export function Announcer() {
  const [said, say] = useState('')
  useEffect(
    () =>
      eachAction((state, before) => {
        const words = saying(state, before)
        if (words !== null) void Promise.resolve(words).then(say)
      }),
    [],
  )
  return (
    <p className="announcer visually-hidden" aria-live="polite">
      {said}
    </p>
  )
}
