import * as v from 'valibot'

/** Seconds that a hall can have for a question; 0 is as long as it takes. */
export const SECONDS = [0, 30, 60, 120] as const

export const MOST_HANDS = 9999

const LONGEST = 2000
const MOST = 500

const label = v.pipe(v.string(), v.maxLength(LONGEST))
const milliseconds = v.pipe(v.number(), v.finite(), v.minValue(0))
const hands = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_HANDS))

/** What a hall does with the questions of a lesson: how long it has for them, and how many hands each answer gets. */
export const room = v.object({
  lesson: label,
  scene: label,
  /** When the lesson began, when the scene came up, and since when the time for its question runs. */
  started: milliseconds,
  entered: milliseconds,
  since: milliseconds,
  seconds: v.picklist(SECONDS),
  /** By scene and answer. */
  hands: v.pipe(v.record(label, v.pipe(v.record(label, hands), v.maxEntries(MOST))), v.maxEntries(MOST)),
})
export type HallRoom = v.InferOutput<typeof room>
