import { type Carried, momentLine, readMoment } from './carried.ts'

const NAME = 'gradual:moment'

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** The drawing with its moment inside, before its last tag. */
export function withMomentInSvg(svg: string, carried: Carried): string {
  const end = svg.lastIndexOf('</svg>')
  if (end < 0) throw new RangeError('Only a whole SVG can carry a moment.')
  return `${svg.slice(0, end)}${metadata(carried)}${svg.slice(end)}`
}

const metadata = (carried: Carried): string => {
  const text = momentLine(carried).replace(/[&<>]/g, (letter) => ESCAPES[letter])
  return `<metadata><${NAME} xmlns:gradual="urn:gradual">${text}</${NAME}></metadata>`
}

/** Looks for our element by its letters alone: nothing of the file is parsed as markup or run. Null where it is not there, or is damaged. */
export function momentInSvg(svg: string): Carried | null {
  const tag = svg.indexOf(`<${NAME}`)
  const from = tag < 0 ? -1 : svg.indexOf('>', tag)
  const to = from < 0 ? -1 : svg.indexOf(`</${NAME}>`, from)
  return to < 0 ? null : readMoment(unescaped(svg.slice(from + 1, to)))
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Other programs write other references than we do. */
const unescaped = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (reference, hex, decimal, named) => {
    if (named) return NAMED[named.toLowerCase()]
    const code = Number.parseInt(hex ?? decimal, hex ? 16 : 10)
    return code <= 0x10ffff ? String.fromCodePoint(code) : reference
  })
