import { useLayoutEffect, useState } from 'react'
import type { Size } from '../../../picture/camera.ts'
import { Viewer } from '../../graph/viewer.ts'

/** What a picture of the stage is looked at through; it fits the picture until the user looks closer. */
export function useViewer({ width, height }: Size): Viewer {
  const [viewer] = useState(() => new Viewer())
  useLayoutEffect(() => viewer.setWorld({ width, height, legible: 0 }), [viewer, width, height])
  return viewer
}
