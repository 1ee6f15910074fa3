/**
 * While numbers are hidden they stand as NaN, and so does all that is computed from them: NaN is then written as what is
 * asked for, “?”. One for the whole page, since what writes a number knows nothing of where it comes from.
 */
export const asked = { isOn: false }
