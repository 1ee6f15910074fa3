import { useEffect, useRef } from 'react'
import type { Hand } from '../../../../methods/hand.ts'
import type { Question } from '../../../../methods/question.ts'
import { displayName } from '../../../../notation/names.ts'
import { questionKey } from '../../../../state/choices/methods.ts'
import { hidesResults } from '../../../../state/hiding.ts'
import { withEnds } from '../../../../state/question.ts'
import { change, now, useGradual } from '../../../../state/store.ts'
import { Explanation } from '../../../kit/derivative/Explanation.tsx'
import { Formula } from '../../../kit/math/Formula.tsx'
import { goToSection } from '../Section.tsx'
import { reveal } from '../symbolic/reveal.ts'
import { derivativeLatex } from '../words.ts'
import { useHand } from './useHand.ts'
import { Verdict } from './Verdict.tsx'

/** A derivative typed by the student, and the verdict on it. */
export function ByHand({ question }: { readonly question: Question }) {
  const { from, to } = question
  const key = questionKey(to.name, from.name)
  const { text, hand } = useHand(question)
  const field = useRef<HTMLInputElement>(null)
  const isHidden = useGradual(hidesResults)
  const isPython = useGradual(({ compilation }) => compilation.language === 'python')
  useLit(hand?.mistakeId ?? null)
  const type = (typed: string) =>
    change({ ...withEnds({ from: from.name, to: to.name }), handTyped: { ...now().handTyped, [key]: typed } })
  const select = (start: number, end: number) => {
    field.current?.focus()
    field.current?.setSelectionRange(start, end)
  }
  return (
    <>
      <Explanation source="Baydin et al. 2018, section 2.1">
        The rules of calculus, applied with pen and paper. What you type is compared with automatic differentiation here
        and at random points around.
      </Explanation>
      <div className="methods-field">
        <Formula latex={`${derivativeLatex(question)} =`} />
        <input
          ref={field}
          type="text"
          value={text}
          aria-label={`Derivative of ${displayName(to.name)} by ${displayName(from.name)}, by hand`}
          aria-invalid={hand?.check.kind === 'unreadable' || hand?.check.kind === 'wrong' || undefined}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          placeholder={isPython ? 'a formula of the inputs, such as 2*x' : 'a formula, as in the program'}
          onChange={({ target }) => type(target.value)}
        />
      </div>
      <div className="methods-verdict" role="status" aria-label="Verdict">
        {hand && <Verdict hand={hand} />}
      </div>
      {hand && <Problems hand={hand} text={text} onSelect={select} />}
      {!isHidden && <Answer question={question} />}
    </>
  )
}

interface ProblemsProps {
  readonly hand: Hand
  readonly text: string
  readonly onSelect: (from: number, to: number) => void
}

function Problems({ hand: { check }, text, onSelect }: ProblemsProps) {
  if (check.kind !== 'unreadable') return null
  return (
    <ul className="methods-problems" aria-label="Problems of the derivative">
      {check.diagnostics.map(({ message, from, to }) => (
        <li key={`${from} ${message}`}>
          <button type="button" onClick={() => onSelect(from, to)}>
            {to > from && to - from < text.length && <code>{text.slice(from, to)}</code>} {message}
          </button>
        </li>
      ))}
    </ul>
  )
}

/** Leads to the expression, for those who ask for it. */
function Answer({ question }: { readonly question: Question }) {
  const key = questionKey(question.to.name, question.from.name)
  const isRevealed = useGradual(({ symbolicRevealed }) => symbolicRevealed.has(key))
  if (isRevealed) return null
  const show = () => {
    reveal(question)
    goToSection('symbolic')
  }
  return (
    <button type="button" className="button methods-reveal" onClick={show}>
      Show the derivative
    </button>
  )
}

/** The place of the slip is lit as soon as it is known. */
function useLit(id: number | null): void {
  useEffect(() => {
    if (id === null) return
    change({ highlight: id })
    return () => {
      if (now().highlight === id) change({ highlight: null })
    }
  }, [id])
}
