import type { Example, ExampleTraining } from '../../../examples/example.ts'
import { examples } from '../../../examples/examples.ts'
import { pythonPrograms } from '../../../examples/pythonPrograms.ts'
import { type RecentProgram, slotted } from '../../../state/recent.ts'
import { now } from '../../../state/store.ts'
import { ago } from './ago.ts'
import { gist } from './gist.ts'

/** What can be opened. */
export interface ExampleEntry {
  /** What it is about, or that it is the user's own. */
  readonly topic: string
  /** How much it asks of a reader, from 1 to 3; null of the user's own. */
  readonly level: number | null
  readonly name: string
  readonly about: string
  /** Where it is from. */
  readonly from: string
  readonly program: string
  /** What the user has said that it is read as. */
  readonly reading?: RecentProgram['reading']
  /** Of an example: how training learns it. */
  readonly training?: ExampleTraining
}

const RECENT = 'Recent programs'

const all: readonly (Omit<Example, 'topic'> & { readonly topic: string })[] = [
  ...examples,
  ...pythonPrograms.map((program) => ({ topic: 'Programs in Python', ...program })),
]

const isExample = (source: string) => all.some(({ program }) => program === source.trim())

/** The user's own programs, so that none is lost by opening another one. */
const recent = (): readonly ExampleEntry[] =>
  slotted()
    .filter(({ source }, at, all) => all.findIndex((program) => program.source === source) === at)
    .filter(({ source }) => source !== now().source && !isExample(source))
    .map(({ source, at, reading }) => ({
      ...{ topic: RECENT, level: null },
      name: gist(source, 1),
      about: at > 0 ? ago(at, Date.now()) : '',
      from: '',
      program: source,
      reading,
    }))

const fromExamples: readonly ExampleEntry[] = all.map(
  ({ topic, level, name, about, source, program, training = {} }) => ({
    ...{ topic, level, name, about, program, training },
    from: source,
  }),
)

const matches = (entry: ExampleEntry, words: readonly string[]) => {
  const text = `${entry.topic} ${entry.name} ${entry.about} ${entry.from} ${entry.program}`.toLowerCase()
  return words.every((word) => text.includes(word))
}

/** The entries that hold all words of the query. */
export function entriesFor(query: string): readonly ExampleEntry[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  return [...recent(), ...fromExamples].filter((entry) => matches(entry, words))
}

export interface Topic {
  readonly topic: string
  readonly entries: readonly ExampleEntry[]
}

/** In the order in which the topics come up. */
export const byTopic = (entries: readonly ExampleEntry[]): readonly Topic[] =>
  [...new Set(entries.map(({ topic }) => topic))].map((topic) => ({
    topic,
    entries: entries.filter((entry) => entry.topic === topic),
  }))
