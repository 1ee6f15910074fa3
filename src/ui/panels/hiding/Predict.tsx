import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { noteAttempt, noteShown, useAnswers } from '../../../state/lesson/answers.ts'
import { takePresses } from '../../../state/picking.ts'
import { isComplete, nextStep } from '../../../state/playback.ts'
import { type PredictionAsked, predictionNow } from '../../../state/predicting/prediction.ts'
import { now, useGradual } from '../../../state/store.ts'
import './hiding.css'

const FIELDS = [
  'playing',
  'predicting',
  'position',
  'told',
  'hide',
  'compilation',
  'shown',
  'point',
  'lesson',
  'revealed',
] as const

/** What is to be said now, of a step that does not move on by itself. */
function usePrediction(): PredictionAsked | null {
  const moment = useGradual(useShallow((state) => FIELDS.map((field) => state[field])))
  // biome-ignore lint/correctness/useExhaustiveDependencies: these fields are all that it depends on
  return useMemo(() => (now().playing ? null : predictionNow(now())), [moment])
}

/** What an answer came to, and which one: it is gone with the next question. */
const NOTHING_SAID = { of: '', words: '' }

/** Asks for the number of the step at hand, or for the next node, before it is told. Who types keeps the focus here. */
export default function Predict() {
  const prediction = usePrediction()
  const isDone = useGradual(isComplete)
  const [said, say] = useState(NOTHING_SAID)
  const isHere = useRef(false)
  const take = useCallback((element: HTMLElement | null) => {
    if (isHere.current) element?.focus()
  }, [])
  return (
    <section
      className="predict"
      aria-label="Prediction"
      onFocus={() => {
        isHere.current = true
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        isHere.current = relatedTarget === null || currentTarget.contains(relatedTarget)
      }}
    >
      {prediction ? (
        <Asked
          key={prediction.id}
          prediction={prediction}
          onSay={(words) => say({ of: prediction.id, words })}
          take={take}
        />
      ) : (
        <button type="button" className="button" ref={take} disabled={isDone} onClick={nextStep}>
          Go on
        </button>
      )}
      <p className="predict-verdict" role="status">
        {prediction === null || said.of === prediction.id ? said.words : ''}
      </p>
    </section>
  )
}

interface Props {
  readonly prediction: PredictionAsked
  readonly onSay: (said: string) => void
  /** Takes the focus where it was here before. */
  readonly take: (element: HTMLElement | null) => void
}

function Asked({ prediction: { id, says, asked }, onSay, take }: Props) {
  const [typed, setTyped] = useState('')
  const wrong = useAnswers((state) => state.last[id]?.judgement)
  const give = (given: string) => {
    const judgement = asked.judge(given)
    noteAttempt(id, { given, judgement })
    if (judgement.verdict === 'right') tell(`✓ Right: ${asked.words.shown}`)
    else onSay(judgement.verdict === 'wrong' ? `✗ Not ${given}. ${judgement.slip ?? ''}` : judgement.message)
  }
  const tell = (words: string) => {
    onSay(words)
    nextStep()
  }
  const show = () => {
    noteShown(id)
    tell(`It is ${asked.words.shown}.`)
  }
  // A node can be pressed in the graph as well.
  useEffect(() => (asked.taking.by === 'node' ? takePresses(give) : undefined))
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (typed.trim() !== '') give(typed.trim())
        setTyped('')
      }}
    >
      <label>
        <span>{says}</span>
        <input
          ref={take}
          type="text"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={400}
          placeholder={asked.taking.by === 'node' ? 'press it, or type' : ''}
          aria-invalid={wrong?.verdict === 'wrong' || undefined}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
      </label>
      <button type="submit" className="button" disabled={typed.trim() === ''}>
        Say it
      </button>
      <button type="button" className="button-quiet" onClick={show}>
        Show it
      </button>
    </form>
  )
}
