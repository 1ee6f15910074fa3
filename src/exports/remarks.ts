/** Characters that end a line or turn it round for some reader of the file, and those that no text file should have. */
const UNSEEN = /(?!\t)[\p{C}\p{Zl}\p{Zp}]/gu

const escaped = (character: string): string =>
  `\\u{${(character.codePointAt(0) as number).toString(16).padStart(4, '0')}}`

/** A text as lines of comments, each begun by a mark: no letter of it gets out of them, and none turns them round. */
export const remarkLines = (mark: string, text: string): string[] =>
  text.split(/\r\n?|\n/).map((line) => `${mark} ${line.replace(UNSEEN, escaped)}`.trimEnd())

/** The same as one text. */
export const remarks = (mark: string, text: string): string => remarkLines(mark, text).join('\n')
