import { useEffect, useState } from 'react'
import { later } from '../../state/later.ts'
import { isComplete } from '../../state/playback.ts'
import { frameAtHand } from '../../state/session.ts'
import { type State, useGradual } from '../../state/store.ts'

const narration = later('What says each step aloud', () => import('../../trace/narration/index.ts'))

/** The words come after the graph; a step that is taken before waits for them. */
async function sentence(state: State): Promise<string> {
  const frame = frameAtHand(state)
  const words = await narration.ask()
  return frame && words ? words.narrate(frame).speech : ''
}

/** The one polite live region: a sentence for each manual step and where a pause falls; silence in playback, to its end, and under edits. */
export function Announcer() {
  const [said, say] = useState('')
  useEffect(
    () =>
      useGradual.subscribe((state, before) => {
        const pausedByHand = before.playing && !isComplete(state)
        const stepped = state.position !== before.position && state.compilation === before.compilation
        if (!state.playing && (stepped || pausedByHand)) void sentence(state).then(say)
      }),
    [],
  )
  return (
    <p className="visually-hidden" aria-live="polite">
      {said}
    </p>
  )
}
