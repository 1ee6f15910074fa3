/** The lecture’s running example: what the first visit opens, and the program that most tests are about. */
export const LECTURE = 'x1 = 2\nx2 = 3\nf = sin(x1) + x1*x2'
