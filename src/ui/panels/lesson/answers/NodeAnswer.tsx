import { useEffect, useState } from 'react'
import type { AnswerTaking } from '../../../../lessons/questions/judgement.ts'
import { takePresses } from '../../../../state/picking.ts'
import { TypedAnswer } from './TypedAnswer.tsx'

interface Props {
  readonly taking: Extract<AnswerTaking, { readonly by: 'node' }>
  readonly onGive: (given: string) => void
}

/** A node: pressed in the graph, or typed by its name. Of several, each press adds one. */
export function NodeAnswer({ taking, onGive }: Props) {
  const [text, setText] = useState('')
  const { several } = taking
  useEffect(
    () =>
      takePresses((name) => {
        if (several) setText((typed) => (typed.trim() === '' ? name : `${typed}, ${name}`))
        else onGive(name)
      }),
    [several, onGive],
  )
  return (
    <>
      <p className="lesson-pick">
        {several ? 'Press the nodes in the graph, or type them.' : 'Press the node in the graph, or type it.'}
      </p>
      <TypedAnswer label={taking.label} placeholder="" text={text} onType={setText} onGive={onGive} />
    </>
  )
}
