import { ArrowRight, ArrowUp, Grid3x3, Maximize, Merge, Minus, Plus } from 'lucide-react'
import { setUnrolled, share } from '../../state/document.ts'
import { change, useGradual } from '../../state/store.ts'
import { useArrangement } from './arrangement.ts'
import { actualSize, fit, zoomBy } from './camera.ts'

const STEP = 1.25

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
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups form fields
    <div className="camera-controls" role="group" aria-label="View of the graph">
      <button type="button" aria-label="Zoom out" title="Zoom out" onClick={() => zoomBy(1 / STEP)}>
        <Minus aria-hidden size="1.15em" />
      </button>
      <button type="button" aria-label="100 %" title="Actual size" onClick={actualSize}>
        100 %
      </button>
      <button type="button" aria-label="Zoom in" title="Zoom in" onClick={() => zoomBy(STEP)}>
        <Plus aria-hidden size="1.15em" />
      </button>
      <button type="button" aria-label="Fit" title="Show the whole graph" onClick={fit}>
        <Maximize aria-hidden size="1.15em" />
      </button>
      <Turn />
      <Sharing />
      <Unroll />
    </div>
  )
}
