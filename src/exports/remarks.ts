/** All that any reader takes for the end of a line, and what else has no place in a comment. */
const LINES = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/

/** A text as comments of a language whose comments begin with a sign and end with the line: no letter of it gets out. */
export const remarks = (sign: string, text: string): string =>
  text
    .split(LINES)
    .map((line) => `${sign} ${line.replace(/(?!\t)[\p{Cc}\p{Cs}]/gu, '\ufffd')}`.trimEnd())
    .join('\n')
