import type { Graph } from '../../src/core.ts'
import type { Work } from './programs.ts'

/** Computes the value and the gradient of the output, and gives the derivative by the first number of the first input. */
type ValueAndGradient = () => number

/** An engine, prepared for a program and its graph; null where it has no words for what is in it. */
export interface Engine {
  readonly name: string
  /** How far its numbers may be from ours: some compute in single precision. */
  readonly tolerance: number
  readonly prepare: (work: Work, graph: Graph) => ValueAndGradient | null
}

export const DOUBLE = 1e-9
export const SINGLE = 1e-3

export const isOfNumbers = ({ offset, size }: Graph): boolean => offset[size] === size

export const lastOutput = ({ outputs }: Graph): Graph['outputs'][number] => outputs[outputs.length - 1]
