import { type ReactNode, useLayoutEffect, useRef } from 'react'
import type { Size } from '../../../picture/camera.ts'
import { isGround, placeIn } from '../../graph/ground.ts'
import { showThrough } from '../../graph/viewed.ts'
import type { Viewer } from '../../graph/viewer.ts'

interface Props {
  readonly viewer: Viewer
  /** Hears of every size of the room. */
  readonly onSize: (size: Size) => void
  readonly children: ReactNode
}

/** A pane of the stage: what stands in it is dragged and zoomed like the graph. */
export function Room({ viewer, onSize, children }: Props) {
  const room = useRef<HTMLDivElement>(null)
  useLayoutEffect(
    () => (room.current ? showThrough(viewer, room.current, () => onSize(viewer.pane())) : undefined),
    [viewer, onSize],
  )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys move from vertex to vertex, and what they reach is shown
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above
    <div
      className="stage-room picture"
      ref={room}
      onClick={(event) =>
        isGround(event.nativeEvent, event.currentTarget) && viewer.centreAt(placeIn(event.currentTarget, event))
      }
    >
      {children}
    </div>
  )
}
