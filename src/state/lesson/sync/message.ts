import * as v from 'valibot'
import { room } from '../roomForm.ts'

const LONGEST_NAME = 200
const MOST_MOVES = 1000

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_NAME))
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** All that the windows of a show have in common. */
const place = v.object({
  lesson: name,
  scene: name,
  revealed: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_MOVES)),
  /** Whether the hall’s window presents. */
  presents: v.boolean(),
  /** Whether the hall’s screen is black. */
  blank: v.boolean(),
  /** Whether it stands still. */
  frozen: v.boolean(),
  /** Whether the code for phones is in its corner. */
  code: v.boolean(),
  brought: v.nullable(v.picklist(['formula', 'table'])),
  enlarged: v.nullable(v.object({ times: v.pipe(v.number(), v.finite(), v.gtValue(0)), at: v.nullable(name) })),
  room,
})
export type ShowPlace = v.InferOutput<typeof place>

const head = { gradual: v.literal(1), from: name }

const message = v.variant('type', [
  /** A window that comes asks where the show is. */
  v.object({ ...head, type: v.literal('ask') }),
  /** Where it is now, and who led there. Of two messages the one with the higher count is the later. */
  v.object({ ...head, type: v.literal('place'), count, author: name, place }),
  /** A window closes. */
  v.object({ ...head, type: v.literal('bye') }),
])
export type ShowMessage = v.InferOutput<typeof message>

/** The message that it is; null where it is none. Anything may come over a channel. */
export function showMessage(data: unknown): ShowMessage | null {
  const read = v.safeParse(message, data)
  return read.success ? read.output : null
}
