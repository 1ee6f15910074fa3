import type { OptimizerName } from '../training/optimizers.ts'

/** What examples are about, in the order of the menu. Each topic has an example of level 1. */
export const TOPICS = [
  'First steps',
  'Gates and patterns',
  'Counting passes',
  'Corner cases',
  'Neurons and losses',
  'Vectors and matrices',
  'Modules',
  'Learning',
  'Convolution and recurrence',
] as const

/** How training learns an example; as at first where it is left out. */
export interface ExampleTraining {
  /** The name of a data set that the page comes with. */
  readonly dataSet?: string
  /** For a program that is written for one sample. */
  readonly batchSize?: number
  readonly optimizer?: OptimizerName
  readonly rate?: number
  /** Updates a second. */
  readonly pace?: number
  /** After so many it stops. */
  readonly epochs?: number
}

/** A program to open, and what it teaches. */
export interface Example {
  readonly topic: (typeof TOPICS)[number]
  /** How much it asks of a reader: 1 of one who begins, 3 of one who has seen the rest of its topic. */
  readonly level: 1 | 2 | 3
  /** No two examples share a name. */
  readonly name: string
  /** It compiles without a warning. */
  readonly program: string
  /** Where it is from. */
  readonly source: string
  /** One sentence: its only full stop is the last character. */
  readonly about: string
  /** How the chart of costs calls the shape of its Jacobian, if it stands there. */
  readonly shape?: string
  readonly training?: ExampleTraining
}
