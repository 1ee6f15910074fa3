import { useGradual } from '../../../state/store.ts'

/** Before any program has worked. */
export function NoGraph() {
  const isBroken = useGradual((state) => state.compilation.outOfDate)
  return (
    <p className="stage-message">
      {isBroken
        ? 'No graph yet: the problems under the program say what is missing.'
        : 'Type a program, such as f = sin(x1) + x1*x2: its chain rule appears here.'}
    </p>
  )
}
