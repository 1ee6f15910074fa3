import { useEffect, useState } from 'react'
import { possibleOf } from '../../../../methods/linear/elimination.ts'
import { prefersReducedMotion } from '../../../../state/clock.ts'
import { take, takenOn, useSteps } from '../steps.ts'
import type { Board } from './board.ts'

/** The vertices that have been eliminated, in order. */
export const useOrder = (board: Board): readonly number[] =>
  useSteps('verticesEliminated', board.key, (order) => possibleOf(board.game.start, order))

const orderOn = ({ key }: Board): readonly number[] => takenOn('verticesEliminated', key)
const set = ({ key }: Board, order: readonly number[]): void => take('verticesEliminated', key, order)

export const takeOut = (board: Board, vertex: number): void => set(board, [...orderOn(board), vertex])
export const undo = (board: Board): void => set(board, orderOn(board).slice(0, -1))
export const startAgain = (board: Board): void => set(board, [])

/** Milliseconds between two eliminations that are played. */
const PAUSE = 700
/** Milliseconds that a whole order takes at most. */
const LONGEST_PLAY = 12_000

/** An order that is played, and how far it was when it was last left to go on. */
interface Played {
  readonly order: readonly number[]
  readonly taken: readonly number[]
}

/** Plays orders from the start, one vertex after another, until something else is done; at once where motion is reduced. */
export function usePlayer(board: Board): (order: readonly number[]) => void {
  const { key } = board
  const taken = useOrder(board)
  const [played, setPlayed] = useState<Played | null>(null)
  useEffect(() => {
    if (!played || played.taken !== taken || taken.length === played.order.length) return
    const { order } = played
    const goOn = () => setPlayed(upTo(key, order, taken.length + 1))
    const timer = setTimeout(goOn, Math.min(PAUSE, LONGEST_PLAY / order.length))
    return () => clearTimeout(timer)
  }, [key, played, taken])
  return (order) => setPlayed(upTo(key, order, prefersReducedMotion() ? order.length : 0))
}

function upTo(key: string, order: readonly number[], count: number): Played {
  const taken = order.slice(0, count)
  take('verticesEliminated', key, taken)
  return { order, taken }
}
