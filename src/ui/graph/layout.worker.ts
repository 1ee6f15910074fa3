import { layOut } from '../../layout/index.ts'
import type { Box, LayoutOptions, Wire } from '../../layout/layout.ts'

export interface LayoutRequest {
  readonly boxes: readonly Box[]
  readonly wires: readonly Wire[]
  readonly options: LayoutOptions
}

self.onmessage = ({ data: { boxes, wires, options } }: MessageEvent<LayoutRequest>) => {
  self.postMessage(layOut(boxes, wires, options))
}
