import { shorten } from '../../language/words.ts'
import { type FoundInFile, LARGEST_FILE, readMoment } from './carried.ts'
import { isPng, momentInPng } from './png.ts'
import { momentInSvg } from './svg.ts'

/** What a file of the user's carries, by its bytes rather than by its name: a picture or file of ours, or a program as text. Never throws. */
export function carriedIn(name: string, bytes: Uint8Array): FoundInFile {
  const file = `“${shorten(name, 60)}”`
  if (bytes.length > LARGEST_FILE) return { problem: `${file} is not opened: it has more than 32 MB.` }
  if (isPng(bytes)) return found(momentInPng(bytes), withoutMoment(file))
  const text = textIn(bytes)
  if (text === null)
    return { problem: `${file} is not opened: it is neither text nor a picture that Gradual has saved.` }
  if (text.trim() === '') return { problem: `${file} is empty.` }
  if (GIVEN_AWAY.test(name))
    return { problem: `${file} is no program: of what Gradual saves, SVG, PNG and its own files open again.` }
  if (/^\s*</.test(text)) return found(momentInSvg(text), withoutMoment(file))
  const moment = /^\s*\{/.test(text) ? readMoment(text) : null
  if (moment || /\.json$/i.test(name)) return found(moment, `${file} is no moment of Gradual’s, or is damaged.`)
  return { carried: { program: text, moment: /\.py$/i.test(name) ? '#v=1&lang=python' : '#v=1' } }
}

/** What pictures and tables are saved as for other programs. */
const GIVEN_AWAY = /\.(tex|typ|dot|csv|md)$/i

const found = (carried: ReturnType<typeof readMoment>, problem: string): FoundInFile =>
  carried ? { carried } : { problem }

const withoutMoment = (file: string) =>
  `${file} carries no program: only pictures that Gradual has saved do, and some services take it out of them.`

/** Lines end as the editor ends them. Null where the bytes are no text in UTF-8, or in UTF-16 that says so. */
export function textIn(bytes: Uint8Array): string | null {
  const encoding = ENCODINGS.find(({ mark }) => mark.every((byte, at) => bytes[at] === byte))?.encoding ?? 'utf-8'
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return text.includes('\0') ? null : text.replace(/\r\n?/g, '\n')
  } catch {
    return null
  }
}

/** As some editors for Windows save. */
const ENCODINGS = [
  { encoding: 'utf-16le', mark: [0xff, 0xfe] },
  { encoding: 'utf-16be', mark: [0xfe, 0xff] },
]
