export type { BlockOptions } from './pipeline.ts'
export { layOutBlocks } from './pipeline.ts'
