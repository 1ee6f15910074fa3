/** Longest program that is read, in UTF-16 units: a little over 1 MB of plain text. */
export const MAX_SOURCE = 1_100_000
/** How deep brackets and signs may nest. */
export const MAX_NESTING = 10_000
/** How deep subscripts may stand in subscripts, as in x[y[0]]. */
export const MAX_SUBSCRIPTS = 10
/** Operators, calls, arrays, subscripts, and what follows a comma, in one program. */
export const MAX_OPERATIONS = 200_000
/** Numbers, names, signs and brackets in one program. */
export const MAX_WORDS = 600_000
export const MAX_STATEMENTS = 200_000
/** Errors after which reading stops. */
export const MAX_ERRORS = 80
/** Warnings and notes that are kept; what follows is dropped. */
export const MAX_REMARKS = 20
/** Lines that an editor draws. */
export const MAX_LINES = 250_000
/** Marks on one letter: as many as Unicode's stream-safe text has. */
export const MAX_MARKS = 30
/** Changes of the writing direction in one line. */
export const MAX_DIRECTIONS = 1_000
