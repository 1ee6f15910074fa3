import { useLayoutEffect, useRef } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { Mode } from '../../../autodiff/pass.ts'
import { firstError } from '../../../state/firstError.ts'
import { isComplete } from '../../../state/playback.ts'
import { toldModes } from '../../../state/session.ts'
import { useGradual } from '../../../state/store.ts'
import { narrate } from '../../../trace/narration/index.ts'
import type { Frame } from '../../../trace/pass.ts'
import { Derivatives } from './Derivatives.tsx'
import { passRoleOf, ROLE_SIGN } from './passRole.ts'

/** A sentence for each mode that is shown, in places of its own; at the end of everything, the answer beside them, which is in full where the caption is unfolded. */
export default function Told() {
  const told = useTold()
  const isDone = useIsDone()
  const isOpen = useGradual(({ tab }) => tab === 'step')
  const isEmpty = useGradual(({ compilation }) => !compilation.graph?.size)
  // An embed has no program beside it, whose problems would be seen there.
  const problem = useGradual(({ compilation }) => firstError(compilation))
  if (isEmpty)
    return (
      <div className="caption-told">
        <p className="caption-sentence">
          {problem ?? 'Type a program: its graph and its derivatives appear as you type.'}
        </p>
      </div>
    )
  return (
    <div className="caption-told" data-count={told.length} data-done={(isDone && !isOpen) || undefined}>
      {told.map(({ mode, frame }) => (
        <Sentence key={mode} mode={mode} frame={frame} />
      ))}
      {isDone && !isOpen && <Derivatives />}
    </div>
  )
}

/** Whether there is nothing left to play: all that the modes shown can find is found. */
export const useIsDone = () => useGradual((state) => isComplete(state) && !state.position.race)

/** Flat, so that equal moments are equal. */
export function useTold() {
  const flat = useGradual(
    useShallow((state) =>
      toldModes(state).flatMap(({ mode, frame: { pass, step, term } }) => [mode, pass, step, term]),
    ),
  )
  return Array.from({ length: flat.length / 4 }, (_, at) => {
    const [mode, pass, step, term] = flat.slice(4 * at) as [Mode, Frame['pass'], number, number]
    return { mode, frame: { pass, step, term } }
  })
}

/** A sentence ends with what the step has found: one that has more lines than there is room for stands closer. */
function tighten(words: HTMLElement | null, sentence: string): void {
  words?.toggleAttribute('data-long', false)
  words?.toggleAttribute('data-long', sentence !== '' && words.scrollHeight > words.clientHeight + 1)
}

function Sentence({ mode, frame }: { readonly mode: Mode; readonly frame: Frame }) {
  const { sentence } = narrate(frame)
  const role = passRoleOf(frame, mode)
  const words = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => tighten(words.current, sentence), [sentence])
  return (
    <p className="caption-sentence" data-mode={role} title={sentence}>
      <span aria-hidden>{ROLE_SIGN[role]}</span>
      <span ref={words}>{sentence}</span>
    </p>
  )
}
