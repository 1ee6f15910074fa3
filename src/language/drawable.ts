import { MAX_DIRECTIONS, MAX_LINES, MAX_MARKS, MAX_SOURCE } from './limits.ts'
import { grouped } from './words.ts'

/**
 * Why a text would keep an editor busy for seconds or fill its memory, as a sentence; null for texts that people write. Size
 * alone does not tell: what costs is to lay out lines, letters that carry many marks, and lines of many writing directions.
 */
export function tooMuchToDraw(text: string): string | null {
  if (text.length > MAX_SOURCE) return `The text has more than ${grouped(MAX_SOURCE)} characters.`
  if (hasMoreLines(text)) return `The text has more than ${grouped(MAX_LINES)} lines.`
  if (!BEYOND_LATIN.test(text)) return null
  if (CROWDED.test(text)) return `A letter of the text carries more than ${MAX_MARKS} marks.`
  if (hasMoreDirections(text))
    return `A line of the text changes its writing direction more than ${grouped(MAX_DIRECTIONS)} times.`
  return null
}

function hasMoreLines(text: string): boolean {
  if (text.length < MAX_LINES) return false
  let breaks = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === LINE_FEED || (code === RETURN && text.charCodeAt(at + 1) !== LINE_FEED)) breaks++
  }
  return breaks >= MAX_LINES
}

/** Marks, joiners and other writing directions are beyond these characters, which most texts do with. */
const BEYOND_LATIN = /[^\0-\xff]/

const LINE_FEED = 10
const RETURN = 13

/** What draws as one character: marks and joiners after it, or pictures and Hangul letters joined with each other. */
const CROWDED = new RegExp(
  ['[\\p{M}\\p{Emoji_Modifier}\\u200c\\u200d]', '(?:\\p{Extended_Pictographic}[\\p{M}\\p{Emoji_Modifier}]{0,4}\\u200d)']
    .concat('[\\u1100-\\u11ff\\ua960-\\ua97c\\ud7b0-\\ud7fb]', '[\\u{e0020}-\\u{e007f}]')
    .map((part) => `${part}{${MAX_MARKS + 1}}`)
    .join('|'),
  'u',
)

const RIGHT_TO_LEFT = '\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufeff\\u{10800}-\\u{10fff}\\u{1e800}-\\u{1efff}'

/** Controls of the writing direction, and the runs of what is written from right to left. */
const DIRECTION = `[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]|[${RIGHT_TO_LEFT}](?:[^\\p{L}\\p{N}\\n\\r]*[${RIGHT_TO_LEFT}])*`
const HAS_DIRECTION = new RegExp(DIRECTION, 'u')
const LINE_ENDS_AND_DIRECTIONS = new RegExp(`[\\n\\r]|${DIRECTION}`, 'gu')

function hasMoreDirections(text: string): boolean {
  if (!HAS_DIRECTION.test(text)) return false
  let changes = 0
  for (const [run] of text.matchAll(LINE_ENDS_AND_DIRECTIONS)) {
    changes = run === '\n' || run === '\r' ? 0 : changes + 2
    if (changes > MAX_DIRECTIONS) return true
  }
  return false
}
