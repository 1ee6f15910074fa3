let address: string | null = null

/**
 * An address that the page's own script can be started from as a worker: files beside a page of `file://` are closed to it.
 * Chromium starts no modules from there, so the script stands in a function, which has names of its own as a module has.
 */
export function ownAddress(): string {
  const text = document.querySelector('script[type=module]')?.textContent ?? ''
  address ??= URL.createObjectURL(new Blob(["(() => {'use strict';", text, '})()'], { type: 'text/javascript' }))
  return address
}
