import { spellings } from '../../primitives/index.ts'
import { NAMED_CONSTANTS } from '../constants.ts'

const reserved = new Set([...spellings(), ...NAMED_CONSTANTS.keys(), 'f', 'g'])

/** The next free name after some others: x3 after x1, x2; z after x, y; f2 after f. `first` where there are none. */
export function nextName(names: readonly string[], source: string, first: string): string {
  const taken = new Set(source.match(/[\p{L}_][\p{L}\p{N}_]*/gu))
  const isFree = (name: string): boolean => !taken.has(name)
  const last = names.at(-1)
  if (last === undefined) return isFree(first) ? first : numbered(first, 1, isFree)
  const [, stem, number] = /^(.*?)(\d*)$/.exec(last) as RegExpExecArray
  if (number === '' && names.length > 1) {
    const letter = nextLetter(last, (name) => isFree(name) && !reserved.has(name))
    if (letter) return letter
  }
  return numbered(stem || first, number === '' ? 2 : Number(number) + 1, isFree)
}

function numbered(stem: string, from: number, isFree: (name: string) => boolean): string {
  let number = from
  while (!isFree(`${stem}${number}`)) number++
  return `${stem}${number}`
}

/** Of names that are single letters: the next in the alphabet. */
function nextLetter(last: string, isFree: (name: string) => boolean): string | null {
  if (!/^[a-z]$/i.test(last)) return null
  for (let code = last.charCodeAt(0) + 1; /[a-z]/i.test(String.fromCharCode(code)); code++)
    if (isFree(String.fromCharCode(code))) return String.fromCharCode(code)
  return null
}
