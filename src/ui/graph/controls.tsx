import { ArrowRight, ArrowUp, Grid3x3, Merge } from 'lucide-react'
import { useEffect } from 'react'
import { setUnrolled, share } from '../../state/document.ts'
import { change, useGradual } from '../../state/store.ts'
import { useArrangement } from './arrangement.ts'
import { graphViewer } from './camera.ts'
import { keepStepInView } from './keepInView.ts'
import { ViewerControls } from './viewerControls.tsx'

/** Turns the flow of the graph: left to right, or from the bottom up as lectures draw it. */
function Turn() {
  const direction = useArrangement(({ scene }) => scene?.direction ?? 'right')
  const other = direction === 'right' ? 'up' : 'right'
  const name = other === 'up' ? 'Draw from the bottom up' : 'Draw from left to right'
  const Icon = other === 'up' ? ArrowUp : ArrowRight
  return (
    <button type="button" aria-label={name} title={name} onClick={() => change({ direction: other })}>
      <Icon aria-hidden size="1.15em" />
    </button>
  )
}

/** Whether equal subexpressions are one node; without it, the graph shows what sharing saves. */
function Sharing() {
  const shares = useGradual((state) => state.shareSubexpressions)
  return (
    <button
      type="button"
      aria-label="Share equal subexpressions"
      title={shares ? 'Equal subexpressions are one node' : 'Each subexpression is a node of its own'}
      aria-pressed={shares}
      onClick={() => share(!shares)}
    >
      <Merge aria-hidden size="1.15em" />
    </button>
  )
}

/** Whether arrays are written out as numbers, one node each; only where there are arrays. */
function Unroll() {
  const unrolled = useGradual((state) => state.unrolled)
  const isArrayProgram = useGradual(({ compilation }) =>
    compilation.inputs.some(({ value }) => typeof value !== 'number'),
  )
  const hasArrays = useArrangement(({ scene }) => scene?.structure.hasArrays ?? false)
  if (!isArrayProgram && !hasArrays) return null
  const tooMany = 'Too many numbers to write out all arrays: open single nodes instead'
  const title = unrolled ? (hasArrays ? tooMany : 'Each number is a node of its own') : 'Write arrays as numbers'
  return (
    <button
      type="button"
      aria-label="Write arrays as numbers"
      title={title}
      aria-pressed={unrolled}
      onClick={() => setUnrolled(!unrolled)}
    >
      <Grid3x3 aria-hidden size="1.15em" />
    </button>
  )
}

/** Buttons for camera, direction, sharing and unrolling, which both panes have in common; rendered once in the page. */
export function CameraControls() {
  useEffect(keepStepInView, [])
  return (
    <ViewerControls viewer={graphViewer} name="View of the graph">
      <Turn />
      <Sharing />
      <Unroll />
    </ViewerControls>
  )
}
