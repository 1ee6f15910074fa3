import { having, type Language, sign } from './sign.ts'

const change = 'in this language a formula is written as in (a/b)*x^2 + sqrt(y), without commands and curly brackets'

export const latex: Language = {
  name: 'LaTeX',
  signs: [
    having(/\\/, sign(2, /\\(?:[A-Za-z]+|[,;!{}\\])/g, change)),
    having(/\{/, sign(1, /[_^][ \t]?\{/g, change)),
    having(/\$/, sign(1, /\$[^$\n]{1,200}\$/g, change)),
  ],
}
