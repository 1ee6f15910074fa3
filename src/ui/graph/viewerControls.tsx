import { Maximize, Minus, Plus } from 'lucide-react'
import { type ReactNode, useSyncExternalStore } from 'react'
import type { Viewer } from './viewer.ts'

interface Props {
  readonly viewer: Viewer
  readonly name: string
  /** More buttons. */
  readonly children?: ReactNode
}

const STEP = 1.25

/** Buttons that zoom and fit what a viewer shows. */
export const ViewerControls = ({ viewer, name, children }: Props) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset groups form fields
  <div className="camera-controls" role="group" aria-label={name}>
    <button type="button" aria-label="Zoom in" title="Zoom in" onClick={() => viewer.zoomBy(STEP)}>
      <Plus aria-hidden size="1.15em" />
    </button>
    <Zoom viewer={viewer} />
    <button type="button" aria-label="Zoom out" title="Zoom out" onClick={() => viewer.zoomBy(1 / STEP)}>
      <Minus aria-hidden size="1.15em" />
    </button>
    <button type="button" aria-label="Fit" title="Show the whole graph" onClick={viewer.fit}>
      <Maximize aria-hidden size="1.15em" />
    </button>
    {children}
  </div>
)

/** How large the picture is, in parts of its reading size, which it brings back. */
function Zoom({ viewer }: Pick<Props, 'viewer'>) {
  const percent = useSyncExternalStore(viewer.onCamera, () => Math.round(100 * viewer.zoom()))
  return (
    <button
      type="button"
      className="zoom"
      aria-label={`100 %: reading size. Now ${percent} %`}
      title="Reading size, around the step at hand"
      onClick={viewer.actualSize}
    >
      {percent} %
    </button>
  )
}
