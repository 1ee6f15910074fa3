import type { Plugin } from 'vite'

const FACE = /@font-face\{[^}]*\}/g
const UNUSED = /KaTeX_(AMS|Caligraphic|Fraktur|SansSerif|Script|Typewriter)/
const OLDER_FORMATS = /,url\([^)]*\) format\("(woff|truetype)"\)/g

/** Leaves out KaTeX's alphabets that no formula here uses, and the formats that no supported browser reads. */
export const katexFonts = (): Plugin => ({
  name: 'katex-fonts',
  enforce: 'pre',
  transform: {
    filter: { id: /katex\.min\.css/ },
    handler: (code) => code.replace(FACE, (face) => (UNUSED.test(face) ? '' : face.replace(OLDER_FORMATS, ''))),
  },
})
