import * as v from 'valibot'
import { HIDE_KINDS } from '../choices/hiding.ts'
import { LINK_FIELDS } from '../link.ts'

/** Letters of a program, and of any other text in a message. */
const LONGEST = { program: 200_000, text: 40_000, name: 200 } as const
const MOST_STEPS = 100
const MOST_FIELDS = 100

const name = v.pipe(v.string(), v.maxLength(LONGEST.name))
const program = v.pipe(v.string(), v.maxLength(LONGEST.program))
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** Its reply carries the same. */
const id = v.optional(v.union([name, v.pipe(v.number(), v.safeInteger())]))
const head = { gradual: v.literal(1), id }

const request = v.variant('type', [
  v.strictObject({ ...head, type: v.literal('load'), program }),
  v.strictObject({ ...head, type: v.literal('step'), by: steps() }),
  v.strictObject({ ...head, type: v.literal('seek'), pass: v.optional(name), step: v.optional(count) }),
  v.strictObject({ ...head, type: v.literal('hide'), kinds: v.array(v.picklist(HIDE_KINDS)) }),
  v.strictObject({
    ...{ ...head, type: v.literal('theme') },
    theme: v.nullable(v.picklist(['light', 'dark', 'projector'])),
  }),
  v.strictObject({ ...head, type: v.literal('export'), format: name }),
  ...(['getState', 'play', 'pause', 'reveal'] as const).map((type) =>
    v.strictObject({ ...head, type: v.literal(type) }),
  ),
])

function steps() {
  return v.pipe(v.number(), v.integer(), v.minValue(-MOST_STEPS), v.maxValue(MOST_STEPS))
}

/** What a link to the page says that its host may not: how it is embedded, and what takes the whole page. */
const NOT_THE_HOSTS: ReadonlySet<string> = new Set(['embed', 'origin', 'present', 'show', 'speaker', 'edit', 'z'])

const value = v.union([v.pipe(v.string(), v.maxLength(LONGEST.text)), v.pipe(v.number(), v.finite())])
const isField = (field: string) => LINK_FIELDS.has(field as never) && !NOT_THE_HOSTS.has(field)

/** Fields of a link, as a link has them or as numbers. */
const setState = v.pipe(
  v.objectWithRest({ ...head, type: v.literal('setState'), program: v.optional(program) }, value),
  v.transform(({ gradual: _, id, type, ...fields }) => ({ id, type, fields })),
  v.check(({ fields }) => Object.keys(fields).length <= MOST_FIELDS && Object.keys(fields).every(isField)),
)

export type EmbedRequest = v.InferOutput<typeof request> | v.InferOutput<typeof setState>

/** The request that a message is; null where it is none: of another version, another shape, or too large. Anything may come. */
export function requestIn(data: unknown): EmbedRequest | null {
  const form = Object(data).type === 'setState' ? setState : request
  const read = v.safeParse(form, data)
  return read.success ? read.output : null
}
