import type { Lesson, Move } from '../../../../lessons/lesson.ts'
import { movesOf } from '../../../../state/lesson/store.ts'
import { Prose } from '../../../kit/prose/Prose.tsx'

interface Props {
  readonly lesson: Lesson
  readonly place: number
  readonly made: number
}

/** What the next press does, and the scene after this one. */
export function NextUp({ lesson, place, made }: Props) {
  const { [place]: scene, [place + 1]: next } = lesson.scenes
  const move = movesOf(scene)[made]
  return (
    <section className="speaker-next" aria-label="Next">
      <h2>Next</h2>
      {move && <Prose text={`**This scene:** ${move.says ?? DOES[move.move](move.count ?? 1)}`} />}
      {next ? <Prose text={`**${next.title ?? 'Next scene'}:** ${firstWords(next.text)}`} /> : <p>The last scene.</p>}
    </section>
  )
}

const times = (count: number, one: string) => (count === 1 ? `one ${one}` : `${count} ${one}s`)

/** A move without words. */
const DOES: Readonly<Record<Move['move'], (count: number) => string>> = {
  next: (count) => `${times(count, 'step')} on`,
  end: () => 'all passes to their end',
  link: () => 'another view',
  input: () => 'another input',
  output: () => 'another output',
  train: (count) => `${times(count, 'step')} of training`,
  tell: () => 'a word',
}

/** The first sentence. */
const firstWords = (text: string): string => /^[\s\S]*?[.?!](?=\s|$)/.exec(text)?.[0] ?? text
