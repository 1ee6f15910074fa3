import { Maximize, Minus, Plus } from 'lucide-react'
import { actualSize, fit, zoomBy } from './camera.ts'

const STEP = 1.25

/** Buttons for the camera that both panes share; rendered once in the page. */
export function CameraControls() {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups form fields
    <div className="camera-controls" role="group" aria-label="View of the graph">
      <button type="button" aria-label="Zoom out" title="Zoom out" onClick={() => zoomBy(1 / STEP)}>
        <Minus aria-hidden size={16} />
      </button>
      <button type="button" aria-label="100 %" title="Actual size" onClick={actualSize}>
        100 %
      </button>
      <button type="button" aria-label="Zoom in" title="Zoom in" onClick={() => zoomBy(STEP)}>
        <Plus aria-hidden size={16} />
      </button>
      <button type="button" aria-label="Fit" title="Show the whole graph" onClick={fit}>
        <Maximize aria-hidden size={16} />
      </button>
    </div>
  )
}
