import type { Plugin } from 'vite'

const AS_ATTRIBUTE = 'node.setAttribute(attr, this.attributes[attr]);'
const FROM_SCRIPT = `if (attr === 'style') node.style.cssText += this.attributes[attr]; else ${AS_ATTRIBUTE}`

/**
 * KaTeX gives the stretched parts of tall brackets their width by a style attribute, which the policy blocks. This lets it
 * set the style from script, which the policy allows.
 */
export const katexStyles = (): Plugin => ({
  name: 'katex-styles',
  transform: {
    filter: { id: /katex\.mjs/ },
    handler(code) {
      if (!code.includes(AS_ATTRIBUTE)) throw new Error('KaTeX has changed: tall brackets may be blocked')
      return { code: code.replaceAll(AS_ATTRIBUTE, FROM_SCRIPT), map: null }
    },
  },
})
