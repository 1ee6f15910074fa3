import { BRACED } from './javascript.ts'
import { having, type Language, type Sign, sign } from './sign.ts'

const TYPED: readonly Sign[] = [
  sign(
    2,
    /^[ \t]*(?:(?:const|static|final|unsigned)[ \t]+){0,3}(?:double|float|int|long|auto|void|bool)[ \t]*[&*]?[ \t]+[&*]?[\p{L}_][\p{L}\p{N}_]{0,60}[ \t]*[=;,([]/gmu,
    'a definition is written x = 1.5 here, without a type before the name',
  ),
  having(
    /\?/,
    sign(
      1,
      /[\p{L}\p{N}_)\]][ \t]+(\?)[ \t]*[^\n:?]{1,100}:/gu,
      'a choice between two values is written where(condition, a, b) here',
    ),
  ),
]

const LIBRARY = 'functions are written without a library here, as in exp(x)'

export const c: Language = {
  name: 'C or C++',
  signs: [
    ...BRACED,
    ...TYPED,
    having(/::/, sign(2, /\b[A-Za-z_]\w{0,60}::[A-Za-z_]/g, LIBRARY)),
    sign(3, /#include[ \t]*[<"]/g, 'nothing has to be included here'),
    sign(2, /\b(?:printf\(|cout[ \t]*<<)/g, 'what is computed is shown without being printed here'),
  ],
}

export const java: Language = {
  name: 'Java',
  signs: [
    ...BRACED,
    ...TYPED,
    sign(
      3,
      /\b(?:public|private|protected)[ \t]+(?:static|class|double|int|void)\b/g,
      'a function is written f(x) = x^2 here',
    ),
    sign(1, /\bMath\.\p{L}/gu, LIBRARY),
    sign(3, /\bSystem\.out\b/g, 'what is computed is shown without being printed here'),
    sign(1, /=[ \t]*(new)[ \t]+\p{L}/gu, 'an array is written [1, 2] here'),
  ],
}
