export { bezier } from './curve.ts'
export { labelPoint } from './labelPoint.ts'
export { layOut } from './pipeline.ts'
