import { arrays } from './arrays.ts'
import { branches } from './branches.ts'
import { bugs } from './bugs.ts'
import { chains } from './chains.ts'
import { greatest } from './greatest.ts'
import { outputs } from './outputs.ts'
import { products } from './products.ts'
import type { PracticeTopic } from './topic.ts'

/** In the order in which they are offered. */
export const TOPICS: readonly PracticeTopic[] = [chains, branches, products, greatest, outputs, arrays, bugs]

/** Every topic by turns. */
export const MIXED = 'mixed'
