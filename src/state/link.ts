import type { Direction } from '../layout/layout.ts'
import type { Definitions } from '../picture/structure.ts'
import { BRACKETINGS, type BracketingName, CHAIN_VIEWS, type ChainView, PATTERNS, type PatternName } from './chain.ts'
import { FORMS, type Form, LEAST_EXPONENT, MOST_NUDGE } from './methods.ts'
import { pack, unpack } from './packing.ts'
import { type Granularity, PANES, type Panes, type Shown } from './position.ts'
import { COST_SECTIONS, type CostSection, METHODS_SECTIONS, type MethodsSection } from './sections.ts'
import { type Tab, THEMES, type Theme } from './store.ts'

/**
 * The moment that a link names: `#v=1&program=…&mode=…&wrt=…&out=…&pass=…&step=…&tab=…&theme=…`.
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
  /** Of the chapters on methods and on cost: the section that is open. */
  readonly section?: MethodsSection | CostSection
  /** Which other topological order the tape has. */
  readonly order?: number
  /** `1` where arrays are written out as numbers. */
  readonly unrolled?: '1'
  /** `1` where data are differentiated too. */
  readonly data?: '1'
  /** What is opened in the graph: places, in letters and digits. */
  readonly open?: readonly number[]
  readonly theme?: Theme
  /** How the graph is drawn, where the pane does not choose; `constants=nodes` draws constants as nodes. */
  readonly panes?: Panes
  readonly constants?: 'nodes'
  readonly definitions?: Definitions
  readonly direction?: Direction
  /** What is seen of it where the user moved it: how large, relative to the reading size, and the node in the middle. */
  readonly zoom?: number
  readonly at?: string
  /** What a press of “Next step” completes, and how fast playback is; left out where they are as at first. */
  readonly granularity?: Granularity
  readonly speed?: number
}

export interface ReadLink {
  readonly moment: Moment
  /** What was ignored, and why, for the user. */
  readonly notices: readonly string[]
}

/** Programs up to this length stand readable in the link. */
const READABLE = 1500
/** Letters of a field other than the program, as the link writes it. A longer one is neither written nor read. */
const LONGEST_FIELD = 40_000
/** Links of this page have about thirty fields. */
const MOST_FIELDS = 100
/** Of a link with many faults, those that are told one by one. */
const MOST_FAULTS = 4

const MODES: readonly Shown[] = ['forward', 'reverse', 'compare']
const TABS: readonly Tab[] = ['program', 'graph', 'step', 'trace', 'jacobian', 'cost', 'chain', 'methods', 'train']

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
  section: oneOf([...METHODS_SECTIONS, ...COST_SECTIONS]),
  order: wholeNumber,
  unrolled: oneOf(['1']),
  data: oneOf(['1']),
  open: listOf(compactRead),
  theme: oneOf(THEMES),
  panes: oneOf(PANES),
  constants: oneOf(['nodes']),
  definitions: oneOf(['lines', 'nodes']),
  direction: oneOf(['right', 'up']),
  zoom: numberBetween(0.001, 100),
  at: anyText,
  granularity: oneOf(['pass', 'node', 'term']),
  speed: numberBetween(0.25, 4),
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
    if (field === 'program' && moment.program !== undefined && moment.program.length > READABLE) {
      fields.push(`z=${await pack(moment.program)}`)
      continue
    }
    const text = encode(written(value))
    if (text.length <= LONGEST_FIELD) fields.push(`${field}=${text}`)
  }
  return `#${fields.join('&')}`
}

/** Reads a fragment; a field that is unknown or bad is ignored with a notice and the rest still counts. */
export async function readLink(fragment: string): Promise<ReadLink> {
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
      await read(field, written).then(
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

const isKnown = (field: string) => field === 'v' || field === 'z' || Object.hasOwn(FIELDS, field)

/** What a field says of the moment; throws what is wrong with it, for the user. */
async function read(field: string, written: string): Promise<Moment> {
  if (written.length > LONGEST_FIELD && field !== 'program' && field !== 'z')
    throw new RangeError(`The link’s ${field} is too long; it is ignored.`)
  const text = decode(written)
  if (text === null) throw new RangeError(`The link’s field “${field}” is not readable; it is ignored.`)
  if (field === 'z') return { program: await unpack(text) }
  if (field !== 'v') return { [field]: valueIn(field as keyof Moment, text) }
  if (text !== '1') throw new RangeError(`The link is of version ${quoted(text)}; this page reads version 1.`)
  return {}
}

function valueIn(field: keyof Moment, text: string): Moment[keyof Moment] {
  const value = FIELDS[field](text)
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
