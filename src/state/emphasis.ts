/** What stands out in the graph. */
export interface Emphasis {
  /** Whether everything else steps back. */
  readonly isAlone: boolean
  /** By stable id. */
  readonly nodes: ReadonlyMap<number, Tone>
  /** By `edgeKey`. */
  readonly edges: ReadonlyMap<string, Tone>
  /** What is written on edges in place of their partials, by `edgeKey`. */
  readonly labels: ReadonlyMap<string, string>
  /** Lines of the program, the first and the last of each range, from 1 on. */
  readonly lines?: readonly (readonly [first: number, last: number])[]
}

export const NO_EMPHASIS: Emphasis = { isAlone: false, nodes: new Map(), edges: new Map(), labels: new Map() }

export type Tone = 'soft' | 'strong'

/** An edge is a consumer, by its stable id, and a slot. */
export const edgeKey = (consumerId: number, slot: number): string => `${consumerId}:${slot}`
