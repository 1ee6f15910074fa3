import { DIGITS } from '../training/digits.ts'
import { type Later, later } from './later.ts'

const digits = later('The data set “digits”', async () => (await import('../training/digits.txt?raw')).default, true)

/** The files of data sets that load when they are chosen; none of those that are generated. */
export const dataFile = (name: string | null): Later<string> | null => (name === DIGITS.name ? digits : null)
