import { useRef } from 'react'
import type { Seed } from '../../../../core.ts'
import {
  curveAlong,
  type Field,
  fieldAlong,
  type Range,
  rangeAround,
  type SlopeCurve,
} from '../../../../methods/along.ts'
import type { Question } from '../../../../methods/question.ts'
import { useSoon } from '../useSoon.ts'

/** A range of an input that holds still while its value lies well inside, so that a drag moves the point and not the picture. */
interface Steady {
  readonly key: string
  readonly range: Range
}

const MARGIN = 0.04

/** The part of a range in which the point may stand without moving the picture. */
export const inner = ([least, most]: Range, margin = MARGIN): Range => [
  least + margin * (most - least),
  most - margin * (most - least),
]

function isWithin(x: number, range: Range): boolean {
  const [least, most] = inner(range, MARGIN / 2)
  return x >= least && x <= most
}

/** Programs of more nodes are not drawn along one input, or along two. */
export const MOST_ALONG = 6000
export const MOST_OVER = 2000

/** The output along the input at hand; null while it is computed. */
export function useCurve(question: Question): SlopeCurve | null {
  const { primal, from, to } = question
  const kept = useRef<Steady | null>(null)
  return useSoon(primal, `curve ${from.name} ${to.name}`, () => {
    const range = steadyRange(question, from, kept.current)
    kept.current = { key: keyOf(question, from), range }
    return curveAlong(primal, from, to, range)
  })
}

/** The output along two inputs. */
export function useField(question: Question, other: Seed): Field | null {
  const { primal, from, to } = question
  const kept = useRef<readonly [Steady | null, Steady | null]>([null, null])
  return useSoon(primal, `field ${from.name} ${other.name} ${to.name}`, () => {
    const ranges = alike([from, other].map((end, i) => steadyRange(question, end, kept.current[i])))
    kept.current = [
      { key: keyOf(question, from), range: ranges[0] },
      { key: keyOf(question, other), range: ranges[1] },
    ]
    return fieldAlong(primal, [from, other], to, [ranges[0], ranges[1]])
  })
}

/** Ranges up to so many times each other’s width. */
const MOST_APART = 5

/** Both as wide as the narrower one where they are not far apart: then the gradient stands across the contours. */
function alike(ranges: readonly Range[]): readonly Range[] {
  const widths = ranges.map(([least, most]) => most - least)
  const width = Math.min(...widths)
  if (Math.max(...widths) > MOST_APART * width) return ranges
  return ranges.map(([least, most]) => [(least + most - width) / 2, (least + most + width) / 2] as const)
}

const keyOf = ({ to }: Question, end: Seed): string => `${to.name} ${end.name}`

function steadyRange(question: Question, end: Seed, kept: Steady | null): Range {
  const { primal, to } = question
  const x = primal.values[primal.graph.offset[end.node] + end.entry]
  return kept?.key === keyOf(question, end) && isWithin(x, kept.range) ? kept.range : rangeAround(primal, end, to)
}
