import { having, type Language, sign } from './sign.ts'

export const excel: Language = {
  name: 'a spreadsheet’s formula',
  signs: [
    sign(
      2,
      /^\s{0,100}(=)[^=\n]{0,200}\$?[A-Z]{1,3}\$?\d/g,
      'cells are names here, each with a line that defines it, as in A1 = 2',
    ),
  ],
}

export const wolfram: Language = {
  name: 'the Wolfram Language',
  signs: [
    having(
      /\[/,
      sign(
        2,
        /\b(?:Sin|Cos|Tan|Exp|Log|Sqrt|Tanh|Abs|D|Integrate|Plot|Sum|Dot|Total)\[[^\]\n]{0,200}\p{L}/gu,
        'functions are written with small letters and round brackets here, as in sin(x)',
        ([found], { names }) => !names.has(/^\w+/.exec(found)?.[0] ?? ''),
      ),
    ),
  ],
}
