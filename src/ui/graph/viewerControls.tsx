import { Maximize, Minus, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Viewer } from './camera.ts'

interface Props {
  readonly viewer: Viewer
  readonly name: string
  /** More buttons. */
  readonly children?: ReactNode
}

const STEP = 1.25

/** Buttons that zoom and fit what a viewer shows. */
export const ViewerControls = ({ viewer: { zoomBy, actualSize, fit }, name, children }: Props) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset groups form fields
  <div className="camera-controls" role="group" aria-label={name}>
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
    {children}
  </div>
)
