import type { Plugin } from 'vite'

const FACE = /@font-face\{[^}]*\}/g
const UNUSED = /KaTeX_(AMS|Caligraphic|Fraktur|SansSerif|Script|Typewriter)|font-weight:700/
const OLDER_FORMATS = /,url\([^)]*\) format\("(woff|truetype)"\)/g
const OURS = '/src/ui/kit/math/fonts/'

/**
 * Leaves out KaTeX's alphabets that no formula here uses (`katexFonts.test.ts`), and the formats that no supported browser reads.
 * The other alphabets are those that `scripts/cutFonts.mjs` makes of KaTeX's.
 */
export const katexFonts = (): Plugin => ({
  name: 'katex-fonts',
  enforce: 'pre',
  transform: {
    filter: { id: /katex\.min\.css/ },
    handler: (code) =>
      code.replace(FACE, (face) => (UNUSED.test(face) ? '' : face.replace(OLDER_FORMATS, '').replace('fonts/', OURS))),
  },
})
