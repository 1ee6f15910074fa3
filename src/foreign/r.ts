import { having, type Language, sign, unlessDefined } from './sign.ts'

export const r: Language = {
  name: 'R',
  signs: [
    having(
      /<-/,
      sign(
        3,
        /(?:^|;)[ \t]*[\p{L}.][\p{L}\p{N}_.]{0,60}(?:\[[^\]\n]{0,60}\])?[ \t]*(<<?-)/gmu,
        'a definition is written x = 1.5 here, and a comparison with a negative number x < -1.5',
      ),
    ),
    having(/%/, sign(3, /%(?:\*|in|o|\/)%/g, 'the matrix product is written A @ B here')),
    sign(2, /\bfunction[ \t]?\([^()\n{]{0,200}\)/g, 'a function is written f(x) = x^2 here, without “function”'),
    having(
      /c\(/,
      sign(
        2,
        /(?<![\p{L}\p{N}_.])(c)\([ \t]*[-+]?[\d.]{1,40}[ \t]*,/gu,
        'an array is written [1, 2] here',
        unlessDefined,
      ),
    ),
    sign(2, /\b(TRUE|FALSE|NULL|NA)\b/g, 'the truth values are “true” and “false” here', unlessDefined),
    sign(2, /^[ \t]*(?:library|require)\(\w+\)/gm, 'nothing has to be loaded here'),
    sign(
      3,
      /^[ \t]*for[ \t]?\([ \t]?\w{1,40}[ \t]+in\b/gm,
      'nothing is repeated here, and each step is a definition of its own',
    ),
  ],
}
