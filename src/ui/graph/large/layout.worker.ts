import type { Blocked } from '../../../layout/blocks/blocked.ts'
import { type BlockOptions, layOutBlocks } from '../../../layout/blocks/index.ts'
import { layOut } from '../../../layout/index.ts'
import type { Box, LayoutOptions, Wire } from '../../../layout/layout.ts'

/** A graph to be laid out node by node. */
export interface LayoutRequest {
  readonly boxes: readonly Box[]
  readonly wires: readonly Wire[]
  readonly options: LayoutOptions
}

/** A graph to be laid out in blocks. */
export interface BlocksRequest {
  readonly blocked: Blocked
  readonly options: BlockOptions
}

self.onmessage = ({ data }: MessageEvent<LayoutRequest | BlocksRequest>) => {
  if ('blocked' in data) self.postMessage(layOutBlocks(data.blocked, data.options))
  else self.postMessage(layOut(data.boxes, data.wires, data.options))
}
