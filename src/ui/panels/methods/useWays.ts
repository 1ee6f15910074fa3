import { useMemo } from 'react'
import { evaluations, type Scheme } from '../../../methods/differences.ts'
import type { Hand } from '../../../methods/hand.ts'
import type { Differenced } from '../../../methods/measured.ts'
import { operationsByMode } from '../../../methods/operationsByMode.ts'
import { type DerivativeByMode, errorOf, type Question } from '../../../methods/question.ts'
import { useHand } from './byHand/useHand.ts'
import { useSymbolic } from './symbolic/useSymbolic.ts'

/** One way to the derivative, as a row of the table. */
export interface DerivativeWay {
  readonly way: 'hand' | 'symbolic' | 'forward differences' | 'central differences' | 'forward' | 'reverse'
  readonly name: string
  /** What it does, in few words. */
  readonly how: string
  /** Null where it has none. */
  readonly derivative: number | null
  readonly operations: bigint | number | null
  /** Against reverse mode; null where there is nothing to compare. */
  readonly error: number | null
}

type Steps = Readonly<Record<Scheme, Differenced>>

const SCHEME_NAME = { forward: 'Forward differences', central: 'Central differences' } as const

/** The rows, as far as they are computed. */
export function useWays(question: Question, { forward, reverse }: DerivativeByMode, steps: Steps): DerivativeWay[] {
  const { text, hand } = useHand(question)
  const symbolic = useSymbolic(question)
  const counts = useMemo(() => operationsByMode(question), [question])
  type Found = readonly [derivative: number | null, operations: DerivativeWay['operations']]
  const row = (
    way: DerivativeWay['way'],
    name: string,
    how: string,
    [derivative, operations]: Found,
  ): DerivativeWay => ({
    ...{ way, name, how, derivative, operations },
    error: derivative === null ? null : errorOf(derivative, reverse),
  })
  const difference = (scheme: Scheme) =>
    row(`${scheme} differences`, SCHEME_NAME[scheme], '2 values', [
      steps[scheme].derivative,
      evaluations(scheme, 1) * counts.values,
    ])
  const size = symbolic?.simplified?.operations ?? null
  return [
    row('hand', 'By hand', handText(text, hand), [hand?.value ?? null, null]),
    row('symbolic', 'Symbolic', symbolic && size === null ? 'too large' : 'as a tree', [symbolic?.value ?? null, size]),
    difference('forward'),
    difference('central'),
    row('forward', 'Forward mode', '1 pass', [forward, counts.forward]),
    row('reverse', 'Reverse mode', '1 pass', [reverse, counts.reverse]),
  ]
}

function handText(text: string, hand: Hand | null): string {
  if (text.trim() === '') return 'not typed'
  if (!hand) return '…'
  const { kind } = hand.check
  if (kind === 'right') return '✓ right'
  return kind === 'wrong' ? '✗ wrong' : kind === 'undecided' ? 'undecided' : 'cannot be read'
}
