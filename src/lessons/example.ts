/** What examples are about, in the order of the menu. */
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

/** A program to open, and what it teaches. */
export interface Example {
  readonly topic: (typeof TOPICS)[number]
  /** How much it asks of a reader: 1 of one who begins, 3 of one who has seen the rest of its topic. */
  readonly level: 1 | 2 | 3
  readonly name: string
  readonly program: string
  /** Where it is from. */
  readonly source: string
  /** One sentence. */
  readonly about: string
}
