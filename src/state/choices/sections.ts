import { METHODS, tabOf } from './belonging.ts'
import { linked } from './choice.ts'
import { oneOf } from './form.ts'

/** The sections of the chapters on methods and on cost; the first is open at first, `all` stand one below the other. */
const SECTIONS = {
  methods: ['hand', 'symbolic', 'numerical', 'automatic', 'slope', 'dual', 'own', 'all'],
  cost: ['operations', 'memory', 'even', 'all'],
} as const
export type MethodsSection = (typeof SECTIONS.methods)[number]
export type CostSection = (typeof SECTIONS.cost)[number]

const section = oneOf<MethodsSection | CostSection>([...SECTIONS.methods, ...SECTIONS.cost])

/** Links have one field for both. */
const of = { methods: METHODS, cost: tabOf('cost') }

/** Which section of a chapter is open. */
export const sectionOf = <C extends keyof typeof SECTIONS>(chapter: C) => {
  type Section = (typeof SECTIONS)[C][number]
  const sections: readonly Section[] = SECTIONS[chapter]
  return linked<Section, { readonly section: typeof section }>(sections[0], {
    ...{ fields: { section }, of: of[chapter] },
    says: (open) => ({ section: open === sections[0] ? undefined : open }),
    means: ({ section }) => sections.find((each) => each === section) ?? sections[0],
  })
}
