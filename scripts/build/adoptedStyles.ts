import type { Plugin } from 'vite'

const ONLY_IN_SHADOW_ROOTS = '!root.head && root.adoptedStyleSheets'

/**
 * CodeMirror writes its styles into a `<style>` element, which the policy blocks, except in shadow roots, where it adopts a
 * constructed sheet, which the policy allows. This lets it adopt in documents too.
 */
export const adoptedStyles = (): Plugin => ({
  name: 'adopted-styles',
  transform: {
    filter: { id: /style-mod\.js/ },
    handler(code) {
      if (!code.includes(ONLY_IN_SHADOW_ROOTS)) throw new Error('style-mod has changed: its styles may be blocked')
      return { code: code.replace(ONLY_IN_SHADOW_ROOTS, 'root.adoptedStyleSheets'), map: null }
    },
  },
})
