import { type Example, TOPICS } from './example.ts'
import { networks } from './networks.ts'
import { published } from './published.ts'
import { teaching } from './teaching.ts'

const all: readonly Example[] = [...published, ...teaching, ...networks]

/** All examples in the order of the menu: by topic, in each the easier ones first. */
export const examples: readonly Example[] = TOPICS.flatMap((topic) =>
  all.filter((example) => example.topic === topic).toSorted((a, b) => a.level - b.level),
)
