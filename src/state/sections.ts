/** The sections of the chapters on methods and on cost; `all` stand one below the other. */
export const METHODS_SECTIONS = ['hand', 'symbolic', 'numerical', 'automatic', 'slope', 'dual', 'all'] as const
export type MethodsSection = (typeof METHODS_SECTIONS)[number]

export const COST_SECTIONS = ['operations', 'memory', 'even', 'all'] as const
export type CostSection = (typeof COST_SECTIONS)[number]

/** Which of them is open. */
export interface SectionsSlice {
  readonly methodsSection: MethodsSection
  readonly costSection: CostSection
}

export const FIRST_SECTIONS: SectionsSlice = { methodsSection: 'hand', costSection: 'operations' }
