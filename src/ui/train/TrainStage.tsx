import type { ReactNode } from 'react'
import { useTraining } from '../../state/training.ts'
import { Pictures } from './Pictures.tsx'
import './train.css'

/** The pictures of training beside the graph, where there is room: large, and both in sight at once. */
export default function TrainStage({ instead }: { readonly instead: ReactNode }) {
  const isReady = useTraining(({ start }) => start !== null)
  if (!isReady) return instead
  return (
    <section className="train train-stage" aria-label="Pictures of training">
      <Pictures large />
    </section>
  )
}
