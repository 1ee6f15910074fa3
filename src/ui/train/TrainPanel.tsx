import { useEffect } from 'react'
import { useGradual } from '../../state/store.ts'
import { prepare, useTraining } from '../../state/training.ts'
import { useNarrow } from '../shell/useNarrow.ts'
import { Announcement } from './Announcement.tsx'
import { Controls } from './Controls.tsx'
import { Loop } from './Loop.tsx'
import { Pictures } from './Pictures.tsx'
import { Results } from './Results.tsx'
import { Settings } from './Settings.tsx'
import { Troubles } from './Troubles.tsx'
import './train.css'

/** The training loop of the program: stepped or run, and set up. Its pictures stand beside the graph where there is room. */
export default function TrainPanel() {
  const source = useGradual((state) => state.compilation.source)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another program is prepared anew
  useEffect(prepare, [source])
  const isNarrow = useNarrow()
  const isReady = useTraining(({ start }) => start !== null)
  return (
    <div className="train">
      <Controls />
      <Troubles />
      {isReady && <Loop />}
      <Settings />
      {isReady && isNarrow && <Pictures />}
      {isReady && <Results />}
      <Announcement />
    </div>
  )
}
