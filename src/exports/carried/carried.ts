/** What a file carries, so that it is the live moment again. */
export interface Carried {
  readonly program: string
  /** The fragment of a link, `#v=1&…`; of the program it need not speak, and does not count if it does. */
  readonly moment: string
}

/** What was found in a file, or in one sentence why nothing was. */
export type FoundInFile = { readonly carried: Carried } | { readonly problem: string }

/** Bytes of a file that is looked into. */
export const LARGEST_FILE = 32_000_000

/** Letters of what a file carries, once it is out of its picture. */
const MOST_CARRIED = 10_000_000

const VERSION = 1

/** The text of a file of its own, `NAME.gradual.json`. */
export const momentFile = ({ program, moment }: Carried): string =>
  `${JSON.stringify({ gradual: VERSION, program, moment }, null, 2)}\n`

/** The same within a picture: letters that every format and encoding keeps. */
export const momentLine = ({ program, moment }: Carried): string =>
  JSON.stringify({ gradual: VERSION, program, moment }).replace(
    /[^ -~]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

/** Reads either; null where the text is no such thing. Never throws. */
export function readMoment(text: string): Carried | null {
  if (text.length > MOST_CARRIED) return null
  const { gradual, program, moment = '' } = Object(parsed(text))
  const isOurs = gradual === VERSION && typeof program === 'string' && typeof moment === 'string'
  return isOurs ? { program, moment } : null
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
