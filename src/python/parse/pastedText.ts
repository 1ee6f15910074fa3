import type { Span } from '../../language/syntax.ts'

/** A pasted text as the grammar reads it, and where its letters stand in what was pasted. */
export interface PastedText {
  readonly code: string
  readonly span: (code: Span) => Span
  /** What the reader sees there. */
  readonly text: (code: Span) => string
}

/**
 * Takes the prompts of an interpreter and what it answered out of a text: `>>> `, `... `, `In [1]: `. Spaces that no
 * keyboard writes become spaces. The grammar does not know `1.`: its dot becomes `_`, which keeps the length and makes it
 * a number.
 */
export function pastedText(source: string): PastedText {
  const lines = splitLines(source)
  const prompted = PROMPT.test(lines.find(({ text }) => /^\s*[^\s#]/.test(text))?.text ?? '')
  const kept = prompted ? lines.flatMap(withoutPrompt) : lines
  let raw = ''
  const starts: number[] = []
  for (const { text } of kept) {
    starts.push(raw.length)
    raw += text
  }
  const place = (at: number, isEnd: boolean): number => {
    const line = lineOf(starts, isEnd ? at - 1 : at)
    return line < 0 ? 0 : kept[line].from + (at - starts[line])
  }
  const code = raw.replace(ODD_SPACES, ' ').replace(OPEN_DOT, (_, whole = '', before = '') => `${whole}${before}_`)
  const span = ({ from, to }: Span): Span => {
    const start = place(from, false)
    return { from: start, to: Math.max(start, to > from ? place(to, true) : start) }
  }
  return { code, span, text: ({ from, to }) => raw.slice(from, to) }
}

interface TextLine {
  readonly text: string
  readonly from: number
}

const PROMPT = /^\s*(>>>|In \[\d*\]:)( |\r?\n|$)/
const GOES_ON = /^\s*(\.\.\.:?|\.{2,}:)( |\r?\n|$)/
const ODD_SPACES = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g
/** The dot of `1.` and `1.e-3`, where no digit follows it. */
const OPEN_DOT = /(?<![\p{L}\p{N}_.])(\d[\d_]*)\.(?![\d_\p{L}])|(?<![\p{L}\p{N}_.])(\d[\d_]*)\.(?=[eE][+-]?\d)/gu

function splitLines(source: string): TextLine[] {
  let from = 0
  return (source.match(/[^\r\n]*(\r\n|\r|\n)|[^\r\n]+$/g) ?? []).map((text) => {
    const line = { text, from }
    from += text.length
    return line
  })
}

/** A line without its prompt; of what the interpreter answered, nothing. */
function withoutPrompt({ text, from }: TextLine): TextLine[] {
  const prompt = PROMPT.exec(text) ?? GOES_ON.exec(text)
  if (!prompt) return []
  const length = prompt[0].trimEnd().length + (prompt[2] === ' ' ? 1 : 0)
  return [{ text: text.slice(length), from: from + length }]
}

/** The last line that starts at `at` or before. */
function lineOf(starts: readonly number[], at: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (starts[middle] <= at) low = middle + 1
    else high = middle
  }
  return low - 1
}
