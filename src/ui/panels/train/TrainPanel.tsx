import { type ReactNode, useEffect } from 'react'
import { useGradual } from '../../../state/store.ts'
import { prepare, useTraining } from '../../../state/training.ts'
import { Announcement } from './Announcement.tsx'
import { Controls } from './Controls.tsx'
import { Mapping } from './Mapping.tsx'
import { Pictures } from './Pictures.tsx'
import { Results } from './Results.tsx'
import { Settings } from './Settings.tsx'
import { TrainingLoop } from './TrainingLoop.tsx'
import { Troubles } from './Troubles.tsx'
import './train.css'

/**
 * The chapter on training: controls in a row, the graph in one half, the loop and its pictures in the other; in a narrow
 * place one below the other. The graph comes from who mounts the chapter.
 */
export default function TrainPanel({ graph }: { readonly graph: ReactNode }) {
  const source = useGradual((state) => state.compilation.source)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another program is prepared anew
  useEffect(prepare, [source])
  const isReady = useTraining(({ start }) => start !== null)
  return (
    <div className="train">
      <div className="train-chapter" data-ready={isReady || undefined}>
        <Controls />
        <div className="train-setup">
          <Settings />
          {isReady && <Results />}
        </div>
        <Troubles />
        {isReady && <TrainingLoop />}
        <div className="train-graph">{graph}</div>
        {isReady && (
          <section className="train-side" aria-label="Pictures of training">
            <Mapping />
            <Pictures />
          </section>
        )}
        <Announcement />
      </div>
    </div>
  )
}
