import '../src/primitives/late.ts'

export { arrayPrimitives, primitives } from '../src/primitives/index.ts'
