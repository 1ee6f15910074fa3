import { type CliOption, OPTION_GROUPS } from './options.ts'

const COLUMN = 34

const written = (name: string, { takes, usual }: CliOption): string =>
  `--${name}${takes === undefined ? '' : usual === undefined ? ` ${takes}` : `[=${takes}]`}`

/** What stands in its column, or under it where it is too long for that. */
const line = (name: string, option: CliOption): string => {
  const head = `  ${written(name, option)}`
  return `${head.length < COLUMN ? head.padEnd(COLUMN) : `${head}\n${' '.repeat(COLUMN)}`}${option.says}`
}

export const HELP = [
  'gradual render PROGRAM --svg [options]',
  '',
  'Writes a moment of a program, as the page shows it. PROGRAM is a file: formulas, Python,',
  'or a picture that Gradual has saved; - is stdin.',
  ...Object.entries(OPTION_GROUPS).flatMap(([title, options]) => [
    `\n${title}:`,
    ...Object.entries(options).map(([name, option]) => line(name, option)),
  ]),
  '',
  'It ends with 1 where the program has errors, and with 2 where the call has.',
  '',
].join('\n')
