import { having, type Language, type Sign, sign, UPDATE } from './sign.ts'

/** What languages in the manner of C share. */
export const BRACED: readonly Sign[] = [
  having(
    /\/[/*]/,
    sign(1, /\/\*|^[ \t]*\/\/|;[ \t]*\/\/|\/\/[ \t]*\p{L}{1,40}[ \t]+\p{L}/gmu, 'a comment starts with “#” here'),
  ),
  having(
    /\{/,
    sign(
      1,
      /^[ \t]*(?:for|while|if)[ \t]?\([^\n{]{0,200}\)[ \t]*\{/gm,
      'a choice is written where(condition, a, b) here, and nothing is repeated',
    ),
  ),
  having(/;/, sign(2, /^[ \t]*return\b[^\n;]{1,200};/gm, 'a function is written f(x) = x^2 here, without “return”')),
  having(
    UPDATE,
    sign(
      2,
      /[\p{L}\p{N}_)\]][ \t]*(?:[-+*/]=[^\n=;]{1,200};|(?:\+\+|--)[ \t]*(?:;|$))/gmu,
      'a name keeps its one value here, and a new value has a new name',
    ),
  ),
  sign(1, /&&|\|\|/g, '“a and b” is written (a)*(b) here, and “a or b” max(a, b)'),
]

const FUNCTION = 'a function is written f(x) = x^2 here'

export const javascript: Language = {
  name: 'JavaScript',
  signs: [
    ...BRACED,
    sign(2, /=>/g, `${FUNCTION}, without “=>”`),
    sign(
      2,
      /^[ \t]*(?:let|var)[ \t]+[\p{L}_$]/gmu,
      'a definition is written x = 2 here, without a word before the name',
    ),
    sign(
      2,
      /\bfunction\b[^\n(]{0,60}\([^()\n]{0,200}\)[ \t]*\{/g,
      `${FUNCTION}, without “function”, “return” and curly brackets`,
    ),
    sign(2, /\bMath\.\p{L}/gu, 'functions are written without a library here, as in exp(x)'),
    sign(3, /\bconsole\.log\(/g, 'what is computed is shown without being printed here'),
    sign(2, /[=!]==/g, 'a comparison is written “==” or “!=” here'),
    sign(2, /\.(?:map|reduce|forEach|filter)\(/g, 'functions work entry by entry here, and sum(x) adds up'),
    having(
      /\?/,
      sign(
        1,
        /[\p{L}\p{N}_)\]][ \t]+(\?)[ \t]*[^\n:?]{1,100}:/gu,
        'a choice between two values is written where(condition, a, b) here',
      ),
    ),
  ],
}
