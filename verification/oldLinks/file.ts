import { readFileSync } from 'node:fs'

/** A link as an earlier version wrote it, and what that version made of it. */
export interface OldLink {
  /** In a page that has just opened, or in the one where the link before it was followed. */
  readonly way: 'open' | 'follow'
  readonly link: string
  /** What the user was told. */
  readonly notices: readonly string[]
  /** As `describe` says it. */
  readonly state: Readonly<Record<string, unknown>>
  /** The link that it wrote to that state. */
  readonly wrote: string
}

interface Program {
  readonly text: string
  /** As its link holds it. */
  readonly written: string
}

/** The program of a page that opens without one in its link. */
export const otherwise = (): string => programs()[0].text

const lines = (part: number) =>
  readFileSync(new URL('./links.txt', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n\n')
    [part].split('\n')
    .map((line) => JSON.parse(line))

const programs = (): readonly Program[] => lines(0)

/** Of the file, first the programs, then the sentences, then the links, in which a number stands for either. */
export function oldLinks(): readonly OldLink[] {
  const pool = programs()
  const sentences: readonly string[] = lines(1)
  const full = (link: string) =>
    (link.startsWith('#') ? link : `#v=1&${link}`).replace(/&@(\d+)/, (_, index) => `&${pool[index].written}`)
  return lines(2).map(([way, link, notices, state, wrote]) => {
    const index: number | undefined = state.program ?? /^@(\d+)/.exec(link)?.[1]
    return {
      way,
      link: full(link),
      notices: notices.map((each: number) => sentences[each]),
      state: { ...state, program: index === undefined ? '' : pool[index].text },
      wrote: full(wrote ?? link),
    }
  })
}
