import { type SheetCell, writtenSheet } from '../../notation/sheet.ts'
import type { HideKind, Predicting } from '../choices/hiding.ts'
import { forgetAnswersOf, type Outcome, type Outcomes, useAnswers } from '../lesson/answers.ts'
import { NUMBERS, toggled } from '../masking.ts'
import { change, now } from '../store.ts'

/** Predictions are kept as the answers of a lesson of this name. */
export const PREDICT = 'predict'
const isPrediction = ([id]: readonly [string, Outcome]) => id.startsWith(`${PREDICT}/`)

/** When this visit began, in ms. */
const begun = Date.now()

/** What is to be said first; numbers are hidden for it, unless some are already. */
export function startPredicting(predicting: Predicting | null): void {
  const { hide } = now()
  const asks = predicting === 'number' && !NUMBERS.some((kind: HideKind) => hide.has(kind))
  change({ predicting, ...(asks ? { hide: toggled(hide, NUMBERS, true) } : {}) })
}

interface Score {
  readonly asked: number
  /** Right before anything was wrong or shown. */
  readonly first: number
}

const isFirst = ({ right, wrong, shown }: Outcome) => right && wrong === 0 && !shown

const counted = (outcomes: readonly Outcome[]): Score => ({
  asked: outcomes.length,
  first: outcomes.filter(isFirst).length,
})

/** Of this visit, and of all that the browser has kept. */
export function scoreOf(outcomes: Outcomes): { readonly now: Score; readonly all: Score } {
  const all = Object.entries(outcomes).filter(isPrediction)
  return {
    all: counted(all.map(([, outcome]) => outcome)),
    now: counted(all.flatMap(([, outcome]) => (outcome.at >= begun ? [outcome] : []))),
  }
}

const cell = (text: string): SheetCell => ({ text, latex: text, data: text })

const HEAD = ['prediction', 'wrong before', 'right', 'shown', 'time']

/** All predictions as a table, the latest first. */
export function historyFile(): string {
  const rows = Object.entries(useAnswers.getState().outcomes)
    .filter(isPrediction)
    .sort(([, a], [, b]) => b.at - a.at)
    .map(([id, { wrong, right, shown, at }]) =>
      [id.slice(PREDICT.length + 1), String(wrong), yes(right), yes(shown), new Date(at).toISOString()].map(cell),
    )
  return writtenSheet({ head: HEAD.map(cell), rows, words: 1 }, 'CSV')
}

const yes = (is: boolean) => (is ? 'yes' : 'no')

export const forgetPredictions = (): void => forgetAnswersOf(PREDICT)
