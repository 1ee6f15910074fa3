import { useState } from 'react'
import { LEVELS, MOST_SEED, nameOfRound, type PracticeRound } from '../../../lessons/practice/roundName.ts'
import { MIXED, TOPICS } from '../../../lessons/practice/topics/index.ts'
import { Pills } from '../../kit/pills/Pills.tsx'
import './practice.css'

const LEVEL_PILLS = LEVELS.map((level) => ({ name: String(level), title: `Level ${level}` }))
const MIX = { name: MIXED, title: 'A bit of everything', gist: 'Every topic by turns.' }

interface Props {
  readonly onStart: (lesson: string) => void
}

/** Ten questions made for you: on what, how hard, and from which seed. */
export default function PracticeChooser({ onStart }: Props) {
  const [round, setRound] = useState<PracticeRound>({ kind: 'practice', topic: 'branches', level: 1, seed: 1 })
  const choose = (change: Partial<PracticeRound>) => setRound({ ...round, ...change })
  const topics = [...TOPICS, MIX]
  return (
    <form
      className="practice"
      onSubmit={(event) => {
        event.preventDefault()
        onStart(nameOfRound(round))
      }}
    >
      <h3>Practice</h3>
      <p>
        Ten questions on programs that are made for you. The same number gives a whole class the same ones, and so does
        the address of the page.
      </p>
      <div className="practice-choices">
        <label>
          <span>Topic</span>
          <select value={round.topic} onChange={({ target }) => choose({ topic: target.value })}>
            {topics.map(({ name, title }) => (
              <option key={name} value={name}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <Pills
          name="Level"
          choices={LEVEL_PILLS}
          chosen={String(round.level)}
          onChoose={(level) => choose({ level: LEVELS.find((each) => String(each) === level) ?? 1 })}
        />
        <label>
          <span>Number</span>
          <input
            type="number"
            min={0}
            max={MOST_SEED}
            step={1}
            required
            value={Number.isNaN(round.seed) ? '' : round.seed}
            onChange={({ target }) => choose({ seed: target.valueAsNumber })}
          />
        </label>
        <label className="practice-exam">
          <input
            type="checkbox"
            checked={round.kind === 'exam'}
            onChange={({ target }) => choose({ kind: target.checked ? 'exam' : 'practice' })}
          />
          As an exam: no hints, and answers are told once all are handed in
        </label>
        <button type="submit" className="button">
          Start
        </button>
      </div>
      <p className="practice-gist">{topics.find(({ name }) => name === round.topic)?.gist}</p>
    </form>
  )
}
