/** Calls in calls: a function that calls itself goes so deep. */
export const MAX_CALLS = 100
/** Rounds of one `while`. */
export const MAX_WHILE = 1_000
/** Items of a `range`. */
export const MAX_RANGE = 10_000
/** Statements and items that one run goes through. */
export const MAX_STEPS = 200_000
/** Items of one list, and letters of one text. */
export const MAX_LENGTH = 100_000
