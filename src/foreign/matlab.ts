import { type Holds, having, type Language, sign } from './sign.ts'

/** `x = [1 2]`, then `x(2)`: round brackets take entries there, counted from 1. */
const isEntry: Holds = ([, name = ''], { text }) =>
  new RegExp(`^[ \\t]*(?:(?:param|data|const)[ \\t]+)?${name}[ \\t]*=[ \\t]*\\[`, 'mu').test(text)

/** What only MATLAB and Octave have; Julia shares the rest. */
export const ELEMENTWISE = having(
  /\.[*^/]/,
  sign(
    2,
    /(?<![\p{L}_])(?:[\p{L}_][\p{L}\p{N}_]{0,40}|[)\]'])[ \t]{0,3}(\.[*^/])/gu,
    'here “*”, “/” and “^” work entry by entry, without a point before them, and “@” is the matrix product',
  ),
)
export const ROWS = having(
  /\[/,
  sign(
    2,
    /\[[^[\]\n;]{1,200}(;)[^[\]\n]{1,200}\]/g,
    'the rows of a matrix are arrays in an array here, as in [[1, 2], [3, 4]]',
  ),
)
export const BLANKS = having(
  /\[/,
  sign(
    2,
    /\[[^[\],;\n]{0,100}[\p{L}\p{N}_.)]([ \t]+)[-+]?[\p{N}.][^[\],;\n]{0,100}\]/gu,
    'entries have commas between them here, as in [1, -2], and a difference has blanks on both sides, as in [1 - 2]',
    ([found, blank = '']) => !/[-+*/^@<>=]$/.test(found.slice(0, found.indexOf(blank, 1))),
  ),
)
export const RANGE = having(
  /:/,
  sign(
    2,
    /=[ \t]*(\(?-?[\d.]{1,20}[ \t]?:[ \t]?-?[\d.]{1,20})/g,
    'numbers in a row are written arange(5) or linspace(0, 1, 11) here',
  ),
)

export const matlab: Language = {
  name: 'MATLAB',
  signs: [
    ELEMENTWISE,
    ROWS,
    BLANKS,
    RANGE,
    having(
      /%/,
      sign(
        2,
        /(?:^|[;\s])(%)(?:%|[ \t]*$|[ \t]*\p{L}{2,40}[ \t]+\p{L})|^[ \t]*(%)/gmu,
        'a comment starts with “#” here',
      ),
    ),
    sign(
      2,
      /^[ \t]*function[ \t]+(?:\[?[\p{L}_][\p{L}\p{N}_, ]{0,80}\]?[ \t]*=[ \t]*)[\p{L}_]/gmu,
      'a function is written f(x) = x^2 here, without “function” and “end”',
    ),
    having(/@/, sign(2, /@\([\p{L}\p{N}_, ]{0,80}\)/gu, 'a function is written f(x) = x^2 here, without “@”')),
    sign(
      2,
      /\.\.\.[ \t]*$/gm,
      'a formula goes on in the next line here if that one is indented and starts with an operator, without “...”',
    ),
    sign(
      2,
      /^[ \t]*(?:for|parfor)[ \t]+[\p{L}_]\w{0,40}[ \t]*=/gmu,
      'nothing is repeated here, and each step is a definition of its own',
    ),
    sign(
      1,
      /^[ \t]*(?:elseif|if|while|switch)[ \t]+[\p{L}_(~][^\n:{=]{0,100}(?:[=~<>]=?[^\n:{=]{0,100})?$/gmu,
      'a choice between two values is written where(condition, a, b) here',
      ([found]) => !/[:{]/.test(found),
    ),
    sign(1, /^[ \t]*(?:clc|clear|close[ \t]+all|syms[ \t]+\w+)\b[^=\n(]*$/gm, 'this line is not needed here'),
    sign(1, /\b(?:disp|fprintf)\(/g, 'what is computed is shown without being printed here'),
    sign(2, /~=/g, '“not equal” is written “!=” here'),
    having(
      /=[ \t]*\[/,
      sign(
        2,
        /(?<![\p{L}\p{N}_.])([\p{L}_][\p{L}\p{N}_]{0,40})\((?:\d+|end|:)[ \t]*[,)]/gu,
        'an entry is written with square brackets and counted from 0 here, so that x(1) is x[0]',
        isEntry,
      ),
    ),
  ],
}
