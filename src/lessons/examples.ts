import type { Example } from './example.ts'
import { networks } from './networks.ts'
import { published } from './published.ts'
import { teaching } from './teaching.ts'

/** All examples; those of a group stand together, groups in the order of the menu. */
export const examples: readonly Example[] = [...published, ...teaching, ...networks]
