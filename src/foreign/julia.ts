import { BLANKS, ELEMENTWISE, RANGE, ROWS } from './matlab.ts'
import { having, type Language, sign } from './sign.ts'

export const julia: Language = {
  name: 'Julia',
  signs: [
    ELEMENTWISE,
    ROWS,
    BLANKS,
    RANGE,
    having(
      /\.\(/,
      sign(
        2,
        /\p{L}[\p{L}\p{N}_]{0,40}(\.)\(/gu,
        'every function works entry by entry here, without a point after its name',
      ),
    ),
    having(
      /\.[-+=]/,
      sign(
        1,
        /[\p{L}\p{N}_)\]][ \t]{0,3}(\.[-+=])/gu,
        '“+” and “-” work entry by entry here, without a point before them',
      ),
    ),
    sign(
      2,
      /^[ \t]*function[ \t]+[\p{L}_][\p{L}\p{N}_!]{0,40}\([^\n{]{0,200}\)[ \t]*$/gmu,
      'a function is written f(x) = x^2 here, without “function” and “end”',
    ),
    sign(3, /^[ \t]*using[ \t]+\p{L}/gmu, 'nothing has to be loaded here'),
    sign(2, /\bprintln\(/g, 'what is computed is shown without being printed here'),
    having(/->/, sign(2, /[\p{L}\p{N}_)][ \t]{0,3}->/gu, 'a function is written f(x) = x^2 here, without “->”')),
    sign(3, /::(?:Float|Int|Vector|Matrix|Abstract|Real|Number)\w*/g, 'values have no types here'),
    sign(
      1,
      /^[ \t]*for[ \t]+\w{1,40}[ \t]+(?:in|∈)[ \t]+[^\n:]{1,60}:[^\n]{1,60}$/gmu,
      'nothing is repeated here, and each step is a definition of its own',
    ),
    having(/@/, sign(1, /(?:^|[=(,\s])@(?:\.|\p{L}\w{0,40}[ \t]+\p{L})/gmu, 'there are no macros here')),
  ],
}
