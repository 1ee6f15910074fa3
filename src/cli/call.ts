import { parseArgs } from 'node:util'
import { misuse } from './fault.ts'
import { type CliOption, FORMAT_OPTIONS, type FormatOption, OPTIONS, type OptionName } from './options.ts'

/** What a call asks for. */
export interface RenderCall {
  /** The program’s file; `-` is stdin, null where the link has the program. */
  readonly file: string | null
  readonly format: FormatOption
  /** As they were written; a switch that is on is `''`. */
  readonly said: Readonly<Partial<Record<OptionName, string>>>
}

/** What to do: to render, or to say something about itself. */
export type CliRequest = { readonly does: 'render'; readonly call: RenderCall } | { readonly does: 'help' | 'version' }

/** Reads the arguments; throws a fault that names what is wrong with them. */
export function askedBy(args: readonly string[]): CliRequest {
  const { said, words } = read(args)
  if ('help' in said) return { does: 'help' }
  if ('version' in said) return { does: 'version' }
  const [command, file, ...others] = words
  if (command === undefined) return { does: 'help' }
  if (command !== 'render') throw misuse(`There is no command “${command}”: it is “render”.`)
  checkPlaced(said, words)
  if (others.length > 0) throw misuse(`One program at a time: “${others[0]}” is another one.`)
  for (const [name, value] of Object.entries(said)) check(name, value, OPTIONS[name])
  if (file === undefined && said.link === undefined)
    throw misuse('Which program? Name its file, - for stdin, or --link.')
  return { does: 'render', call: checked({ file: file ?? null, format: formatOf(said), said }) }
}

/** A value that may be left out is no word of its own: `--trace csv` would name a program. */
function checkPlaced(said: RenderCall['said'], words: readonly string[]): void {
  for (const [name, { usual, of }] of Object.entries(OPTIONS)) {
    const value = name in said && usual !== undefined && words.find((word) => of?.includes(word))
    if (value) throw misuse(`The value of --${name} stands after an equals sign: --${name}=${value}.`)
  }
}

function read(args: readonly string[]): { readonly said: RenderCall['said']; readonly words: readonly string[] } {
  const end = args.indexOf('--')
  // An option whose value may be left out takes it after an equals sign only.
  const full = args.map((arg, at) => {
    const usual = end < 0 || at < end ? OPTIONS[arg.slice(2)]?.usual : undefined
    return arg.startsWith('--') && usual !== undefined ? `${arg}=${usual}` : arg
  })
  const options = Object.fromEntries(
    Object.entries(OPTIONS).map(
      ([name, { takes }]) => [name, { type: takes === undefined ? 'boolean' : 'string' }] as const,
    ),
  )
  try {
    const { values, positionals } = parseArgs({ args: full, options, allowPositionals: true })
    const said = Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? value : '']),
    )
    return { said, words: positionals }
  } catch (error) {
    // Its first sentence; the rest is advice for those who write options.
    const [first] = (error as Error).message.split(/\n|\. (?=[A-Z])/)
    const [unclear] = /--[\w-]+(?='? argument is ambiguous)/.exec(first) ?? []
    if (unclear) throw misuse(`${unclear} needs a value after it; one that begins with - stands after an equals sign.`)
    throw misuse(`${first.replaceAll(/'([^']*)'/g, '“$1”').replace(/\.$/, '')}.`)
  }
}

function check(name: string, value: string, { of, least, most, isWhole, takes }: CliOption): void {
  if (takes === undefined) return
  if (of && !of.includes(value)) throw misuse(`--${name} cannot be “${value}”: it is ${listed(of)}.`)
  if (least === undefined || most === undefined) return
  const number = /^\d{1,9}(\.\d{1,9})?$/.test(value) ? Number(value) : Number.NaN
  if (!(number >= least && number <= most) || (isWhole && !Number.isInteger(number)))
    throw misuse(`--${name} cannot be “${value}”: it is a ${isWhole ? 'whole ' : ''}number from ${least} to ${most}.`)
}

const listed = (items: readonly string[]): string =>
  items.length === 1 ? items[0] : `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`

function formatOf(said: RenderCall['said']): FormatOption {
  const names = Object.keys(FORMAT_OPTIONS) as FormatOption[]
  const asked = names.filter((name) => name in said)
  const all = listed(names.map((name) => `--${name}`))
  if (asked.length === 0) throw misuse(`What is to be written? Name one of ${all}.`)
  if (asked.length > 1) throw misuse(`One thing is written at a time: --${asked[0]} or --${asked[1]}.`)
  return asked[0]
}

function checked(call: RenderCall): RenderCall {
  const { said, format } = call
  if (said.steps === undefined) return call
  if (said.out === undefined) throw misuse('--steps writes several files: name their folder by --out.')
  if (said.step !== undefined) throw misuse('Either --step or --steps.')
  if (format === 'solution' || format === 'code') throw misuse(`--${format} is of all steps: it goes without --steps.`)
  return call
}

/** The number that an option says. */
export const numberSaid = (said: RenderCall['said'], name: OptionName, otherwise: number): number =>
  Number(said[name] ?? otherwise)
