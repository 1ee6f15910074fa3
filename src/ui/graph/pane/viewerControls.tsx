import { Maximize, Minus, Plus } from 'lucide-react'
import { type ReactNode, useSyncExternalStore } from 'react'
import type { Viewer } from '../camera/viewer.ts'
import { Tool } from './tool.tsx'

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
    <Tool name="Zoom in" icon={Plus} onClick={() => viewer.zoomBy(STEP)} />
    <Zoom viewer={viewer} />
    <Tool name="Zoom out" icon={Minus} onClick={() => viewer.zoomBy(1 / STEP)} />
    <Tool name="Fit" title="Show the whole graph" icon={Maximize} onClick={viewer.fit} />
    {children}
  </div>
)

/** How large the picture is, relative to its reading size, which it brings back. */
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
