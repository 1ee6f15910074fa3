import { BRACKETINGS, type BracketingName, CHAIN_VIEWS, type ChainView, PATTERNS, type PatternName } from './chain.ts'
import { FORMS, type Form, LEAST_EXPONENT, MOST_NUDGE } from './methods.ts'
import { pack, unpack } from './packing.ts'
import type { Shown } from './position.ts'
import type { Tab, Theme } from './store.ts'

/**
 * The moment that a link names (DESIGN, 5): `#v=1&program=…&mode=…&wrt=…&out=…&pass=…&step=…&tab=…&theme=…`.
 * Percent-encoded and readable; `+` is a plus sign. Fields left out keep their default.
 */
export interface Moment {
  readonly program?: string
  readonly mode?: Shown
  readonly wrt?: string
  readonly out?: string
  /** `primal`, the name of the seeded input or output, or `jvp`, `vjp` or `hvp` for a seed of the user’s own. */
  readonly pass?: string
  readonly step?: number
  /** Seeds of the user’s own: the vector of a Jacobian-vector product, and that of a vector-Jacobian product. */
  readonly jvp?: string
  readonly vjp?: string
  /** The output of a Hessian-vector product, whose direction is `jvp`; its last pass is called `hvp`. */
  readonly hvp?: string
  /** Operations that each mode has done in a race. */
  readonly race?: number
  readonly tab?: Tab
  /** Of the tab on the chain rule: its view; of this one and of that on methods the derivative at hand. */
  readonly view?: ChainView
  readonly from?: string
  readonly to?: string
  /** Of the views: the path; how layers are multiplied and the products so far; patterns; `0` where the dual graph is not turned; vertices eliminated. */
  readonly path?: number
  readonly bracketing?: BracketingName
  readonly products?: readonly number[]
  readonly patterns?: readonly PatternName[]
  readonly turned?: '0'
  readonly gone?: readonly number[]
  /** Of the tab on methods: the derivative as typed by hand, its expression if it is shown, the exponent of the step size, the nudge, the second input, the node at hand. */
  readonly typed?: string
  readonly form?: Form
  readonly h?: number
  readonly nudge?: number
  readonly over?: string
  readonly node?: string
  /** Which other topological order the tape has. */
  readonly order?: number
  /** `1` where arrays are written out as numbers. */
  readonly unrolled?: '1'
  /** `1` where data are differentiated too. */
  readonly data?: '1'
  /** What is opened in the graph: places, in letters and digits. */
  readonly open?: readonly number[]
  readonly theme?: Theme
}

export interface ReadLink {
  readonly moment: Moment
  /** What was ignored, and why, for the user. */
  readonly notices: readonly string[]
}

/** Programs up to this length stand readable in the link. */
const READABLE = 1500

const MODES: readonly Shown[] = ['forward', 'reverse', 'compare']
const TABS: readonly Tab[] = ['program', 'graph', 'step', 'trace', 'jacobian', 'cost', 'chain', 'methods', 'train']
const THEMES: readonly Theme[] = ['light', 'dark', 'projector']

const oneOf =
  <T extends string>(choices: readonly T[]) =>
  (text: string): T | undefined =>
    choices.find((choice) => choice === text)

const wholeNumber = (text: string) => (/^\d{1,9}$/.test(text) ? Number(text) : undefined)

const numberBetween = (least: number, most: number) => (text: string) =>
  /^-?\d{1,3}(\.\d{1,9})?$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : undefined

/** Items with a dot between them. */
const listOf =
  <T>(item: (text: string) => T | undefined) =>
  (text: string): readonly T[] | undefined => {
    const items = text.split('.', MOST_ITEMS + 1).map(item)
    return items.length <= MOST_ITEMS && items.every((each) => each !== undefined) ? items : undefined
  }
const MOST_ITEMS = 400

/** In letters and digits, of 32 bits: places are hashes, vertices are small. */
const compactRead = (text: string) => (/^[0-9a-z]{1,7}$/.test(text) ? Number.parseInt(text, 36) | 0 : undefined)

const written = (value: Moment[keyof Moment]): string =>
  typeof value === 'object' ? value.map(itemWritten).join('.') : String(value)
const itemWritten = (item: number | string) => (typeof item === 'number' ? (item >>> 0).toString(36) : item)

const anyText = (text: string) => text

const FIELDS: { readonly [Field in keyof Moment]-?: (text: string) => Moment[Field] | undefined } = {
  program: anyText,
  mode: oneOf(MODES),
  wrt: anyText,
  out: anyText,
  pass: anyText,
  step: wholeNumber,
  jvp: anyText,
  vjp: anyText,
  hvp: anyText,
  race: wholeNumber,
  tab: oneOf(TABS),
  view: oneOf(CHAIN_VIEWS),
  from: anyText,
  to: anyText,
  path: wholeNumber,
  bracketing: oneOf(BRACKETINGS),
  products: listOf(compactRead),
  patterns: listOf(oneOf(PATTERNS)),
  turned: oneOf(['0']),
  gone: listOf(compactRead),
  typed: anyText,
  form: oneOf(FORMS),
  h: numberBetween(LEAST_EXPONENT, 0),
  nudge: numberBetween(-MOST_NUDGE, MOST_NUDGE),
  over: anyText,
  node: anyText,
  order: wholeNumber,
  unrolled: oneOf(['1']),
  data: oneOf(['1']),
  open: listOf(compactRead),
  theme: oneOf(THEMES),
}

/** Letters that a fragment may carry as they are, beside those that encodeURIComponent leaves alone. */
const encode = (text: string) =>
  encodeURIComponent(text).replace(/%(2B|2F|3A|2C|3B|40|24)/g, (escaped) => decodeURIComponent(escaped))

/** The fragment, with `#`, that leads back to the moment. */
export async function writeLink(moment: Moment): Promise<string> {
  const fields = ['v=1']
  for (const field of Object.keys(FIELDS) as (keyof Moment)[]) {
    const value = moment[field]
    if (value === undefined) continue
    if (field === 'program' && moment.program !== undefined && moment.program.length > READABLE)
      fields.push(`z=${await pack(moment.program)}`)
    else fields.push(`${field}=${encode(written(value))}`)
  }
  return `#${fields.join('&')}`
}

/** Reads a fragment; a field that is unknown or bad is ignored with a notice and the rest still counts. */
export async function readLink(fragment: string): Promise<ReadLink> {
  const moment: Record<string, unknown> = {}
  const notices: string[] = []
  for (const part of fragment.replace(/^#/, '').split('&').filter(Boolean)) {
    const at = part.indexOf('=')
    const field = at < 0 ? part : part.slice(0, at)
    const text = decode(at < 0 ? '' : part.slice(at + 1))
    if (text === null) notices.push(`The link’s field “${shown(field)}” is not readable; it is ignored.`)
    else if (field === 'v') {
      if (text !== '1') notices.push(`The link is of version ${shown(text)}; this page reads version 1.`)
    } else if (field === 'z')
      await unpack(text).then(
        (program) => Object.assign(moment, { program }),
        () => notices.push('The program in the link is damaged; it is ignored.'),
      )
    else if (!Object.hasOwn(FIELDS, field))
      notices.push(`The link has a field “${shown(field)}” that this page does not know; it is ignored.`)
    else {
      const value = FIELDS[field as keyof Moment](text)
      if (value === undefined) notices.push(`The link’s ${field} cannot be “${shown(text)}”; it is ignored.`)
      else moment[field] = value
    }
  }
  return { moment, notices }
}

const decode = (text: string): string | null => {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

const shown = (text: string) => (text.length > 30 ? `${text.slice(0, 30)}…` : text)
