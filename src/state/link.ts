import { choiceNames, type LinkFields, type Moment, recordOf } from './choices/all.ts'
import type { FormData } from './choices/form.ts'
import { pack, unpack } from './packing.ts'

export interface ReadLink {
  readonly moment: Moment
  /** What was ignored, and why, for the user. */
  readonly notices: readonly string[]
}

/** Programs up to this length stand readable in the link. */
const READABLE = 1500
/** Letters of a field other than the program, as the link writes it. A longer one is neither written nor read. */
const LONGEST_FIELD = 40_000

/** A file has room for the values of inputs, which can be thousands of weights. */
type Carrier = 'link' | 'file'
const longest = (field: string, carrier: Carrier) =>
  carrier === 'file' && field === 'values' ? Number.POSITIVE_INFINITY : LONGEST_FIELD

/** More than all choices have fields (`choices/inLinks.ts`). */
const MOST_FIELDS = 100
/** Of a link with many faults, those that are told one by one. */
const MOST_FAULTS = 4

/** The fields of a link, in their order. */
export const LINK_FIELDS: ReadonlyMap<keyof Moment, FormData> = new Map(
  choiceNames.flatMap((name) => Object.entries(recordOf(name).link?.fields ?? {}) as [keyof LinkFields, FormData][]),
)

const POSITIVE = /^\d{1,21}(\.\d{1,30})?(e[+-]?\d{1,3})?$/
const isSize = (number: number) => number > 0 && number < Number.POSITIVE_INFINITY

/** Items of a list, at most. */
const MOST_ITEMS = 400

/** Dots stand between items: those of a name are written otherwise. */
const dotless = (item: string) => item.replaceAll('~', '~~').replaceAll('.', '~,')
const dotted = (item: string) => item.replace(/~([~,])/g, (_, sign) => (sign === '~' ? '~' : '.'))

/** The value that a text stands for; undefined where it stands for none. */
function readAs(form: FormData, text: string): unknown {
  if (form.kind === 'text') return text
  if (form.kind === 'oneOf') return form.choices.find((choice) => choice === text)
  if (form.kind === 'whole')
    return /^\d{1,9}$/.test(text) && Number(text) >= (form.least ?? 0) ? Number(text) : undefined
  if (form.kind === 'compact') return /^[0-9a-z]{1,7}$/.test(text) ? Number.parseInt(text, 36) | 0 : undefined
  if (form.kind === 'positive') return POSITIVE.test(text) && isSize(Number(text)) ? Number(text) : undefined
  if (form.kind === 'number') {
    const isWithin = Number(text) >= form.least && Number(text) <= form.most
    return /^-?\d{1,3}(\.\d{1,9})?$/.test(text) && isWithin ? Number(text) : undefined
  }
  if (form.kind === 'fields') return fieldsIn(form.fields, text)
  const items = text.split('.', MOST_ITEMS + 1).map((item) => readAs(form.item, dotted(item)))
  return items.length <= MOST_ITEMS && items.every((item) => item !== undefined) ? items : undefined
}

/** Undefined where one of them is unknown or bad. */
function fieldsIn(forms: Readonly<Record<string, FormData>>, text: string): unknown {
  const read = text.split('&', MOST_FIELDS).map((part) => {
    const [field, encoded] = fieldOf(part)
    const said = Object.hasOwn(forms, field) ? decode(encoded) : null
    return [field, said === null ? undefined : readAs(forms[field], said)] as const
  })
  return read.every(([, value]) => value !== undefined) ? Object.fromEntries(read) : undefined
}

function written(form: FormData, value: unknown): string {
  if (form.kind === 'fields')
    return Object.entries(value as Readonly<Record<string, unknown>>)
      .filter(([, each]) => each !== undefined)
      .map(([field, each]) => `${field}=${encode(written(form.fields[field], each))}`)
      .join('&')
  if (form.kind === 'list')
    return (value as readonly unknown[]).map((item) => dotless(written(form.item, item))).join('.')
  return form.kind === 'compact' ? ((value as number) >>> 0).toString(36) : String(value)
}

/** Letters that a fragment may carry as they are, beside those that encodeURIComponent leaves alone. */
const encode = (text: string) =>
  encodeURIComponent(text).replace(/%(2B|2F|3A|2C|3B|40|24)/g, (escaped) => decodeURIComponent(escaped))

/** How a link carries the program: as it reads, or in whichever way takes fewer letters. */
export type LinkForm = 'readable' | 'short'

/** The form that links have unless another is asked for. */
export const usualForm = (program: string): LinkForm => (program.length > READABLE ? 'short' : 'readable')

/** The fragment, with `#`, that leads back to the moment. */
export async function writeLink(moment: Moment, form?: LinkForm): Promise<string> {
  const { program } = moment
  const fields = program === undefined ? [] : [await programField(program, form ?? usualForm(program))]
  return fragmentOf([...fields, ...besides(moment, 'link')])
}

/** What a file says besides its program. */
export const writeBesides = (moment: Moment): string => fragmentOf(besides(moment, 'file'))

const fragmentOf = (fields: readonly string[]) => `#${['v=1', ...fields].join('&')}`

async function programField(program: string, form: LinkForm): Promise<string> {
  const readable = `program=${encode(program)}`
  const packed = form === 'short' ? `z=${await pack(program)}` : readable
  return packed.length < readable.length ? packed : readable
}

/** The fields of a moment but its program, as far as there is room for them. */
const besides = (moment: Moment, carrier: Carrier): readonly string[] =>
  [...LINK_FIELDS].flatMap(([field, form]) => {
    const encoded = field === 'program' ? null : encodedField(form, moment[field], longest(field, carrier))
    return encoded === null ? [] : [`${field}=${encoded}`]
  })

/** As a link carries it; null where there is nothing, where that is too long, or could not be read back. */
function encodedField(form: FormData, value: unknown, most: number): string | null {
  if (value === undefined) return null
  const text = written(form, value)
  const encoded = encode(text)
  return encoded.length <= most && readAs(form, text) !== undefined ? encoded : null
}

/** The fields of the moment that its link is without, since they do not fit. */
export const leftOut = (moment: Moment): readonly string[] =>
  [...LINK_FIELDS]
    .filter(
      ([field, form]) =>
        field !== 'program' &&
        moment[field] !== undefined &&
        encodedField(form, moment[field], longest(field, 'link')) === null,
    )
    .map(([field]) => field)

/** Reads a fragment; a field that is unknown or bad is ignored with a notice and the rest still counts. */
export const readLink = (fragment: string): Promise<ReadLink> => readFields(fragment, 'link')

/** As `readLink`, of what a file says besides its program. */
export async function readBesides(fragment: string): Promise<ReadLink> {
  const { moment, notices } = await readFields(fragment, 'file')
  return { moment: { ...moment, program: undefined }, notices }
}

async function readFields(fragment: string, carrier: Carrier): Promise<ReadLink> {
  const moment: Record<string, unknown> = {}
  const faults: string[] = []
  const unknown: string[] = []
  const seen = new Set<string>()
  const parts = fragment.replace(/^#/, '').split('&', MOST_FIELDS + 1)
  if (parts.length > MOST_FIELDS) faults.push(`The link has more than ${MOST_FIELDS} fields; what follows is ignored.`)
  for (const part of parts.slice(0, MOST_FIELDS).filter(Boolean)) {
    const [field, written] = fieldOf(part)
    if (!isKnown(field)) unknown.push(field)
    else if (seen.has(field)) faults.push(`The link has the field “${field}” more than once; the first counts.`)
    else
      await read(field, written, carrier).then(
        (value) => Object.assign(moment, value),
        ({ message }) => faults.push(message),
      )
    seen.add(field)
  }
  if (unknown.length > 0) faults.push(unknownFields(unknown))
  return { moment, notices: together(faults) }
}

function fieldOf(part: string): [field: string, written: string] {
  const at = part.indexOf('=')
  return at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)]
}

const formOf = (field: string) => LINK_FIELDS.get(field as keyof Moment)

const isKnown = (field: string) => field === 'v' || field === 'z' || formOf(field) !== undefined

/** What a field says of the moment; throws what is wrong with it, for the user. */
async function read(field: string, written: string, carrier: Carrier): Promise<Moment> {
  if (written.length > longest(field, carrier) && field !== 'program' && field !== 'z')
    throw new RangeError(`The link’s ${field} is too long; it is ignored.`)
  const text = decode(written)
  if (text === null) throw new RangeError(`The link’s field “${field}” is not readable; it is ignored.`)
  if (field === 'z') return { program: await unpack(text) }
  const form = formOf(field)
  if (form) return { [field]: valueIn(field, form, text) }
  if (text !== '1') throw new RangeError(`The link is of version ${quoted(text)}; this page reads version 1.`)
  return {}
}

function valueIn(field: string, form: FormData, text: string): unknown {
  const value = readAs(form, text)
  if (value === undefined) throw new RangeError(`The link’s ${field} cannot be “${quoted(text)}”; it is ignored.`)
  return value
}

const decode = (text: string): string | null => {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

function unknownFields(fields: readonly string[]): string {
  if (fields.length === 1)
    return `The link has a field “${quoted(fields[0])}” that this page does not know; it is ignored.`
  return `The link has ${fields.length} fields that this page does not know, among them “${quoted(fields[0])}”; they are ignored.`
}

/** One sentence stands for many. */
const together = (faults: readonly string[]): readonly string[] =>
  faults.length <= MOST_FAULTS
    ? faults
    : [...faults.slice(0, MOST_FAULTS - 1), `${faults.length - MOST_FAULTS + 1} more fields of the link are ignored.`]

/** As a notice quotes it. */
export const quoted = (text: string) => (text.length > 30 ? `${text.slice(0, 30)}…` : text)
