import type { Blocked, BlockLayout } from '../../../layout/blocks/blocked.ts'
import { type BlockOptions, layOutBlocks } from '../../../layout/blocks/index.ts'
import { layOut } from '../../../layout/index.ts'
import type { Box, Layout, LayoutOptions, Wire } from '../../../layout/layout.ts'
import { serve } from '../../../state/serve.ts'

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

serve<LayoutRequest | BlocksRequest, Layout | BlockLayout | null>((request) =>
  'blocked' in request
    ? layOutBlocks(request.blocked, request.options)
    : layOut(request.boxes, request.wires, request.options),
)
