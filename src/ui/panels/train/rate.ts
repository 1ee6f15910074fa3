/** The slider of the learning rate moves its power of ten. */
export const SLIDER = { min: -5, max: 1, step: 0.05 } as const

export const sliderAt = (rate: number): number => Math.min(SLIDER.max, Math.max(SLIDER.min, Math.log10(rate)))

/** In two figures, so that it reads well. */
export const rateAt = (power: number): number => Number((10 ** power).toPrecision(2))
