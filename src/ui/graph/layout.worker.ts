import { layOut } from '../../layout/index.ts'
import type { Box, Direction, LayoutMemory, Wire } from '../../layout/layout.ts'

export interface LayoutRequest {
  readonly boxes: readonly Box[]
  readonly wires: readonly Wire[]
  readonly direction: Direction
  readonly previous: LayoutMemory | null
}

self.onmessage = ({ data: { boxes, wires, direction, previous } }: MessageEvent<LayoutRequest>) => {
  self.postMessage(layOut(boxes, wires, { direction, previous }))
}
