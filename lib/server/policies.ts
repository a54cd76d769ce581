/** Headers of every response; the edge and the desk set policies of their own over `Content-Security-Policy`. */
export const commonHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "frame-ancestors 'none'",
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
}

/** Of files of the library, which are shown in pages of ours: opened by themselves they are nothing that runs. */
export const filePolicy = "default-src 'none'; frame-ancestors 'none'; sandbox"

/** Of a page that gives a reader back what was not kept: set as the paper is, and its form is sent to nobody but us. */
export const refusedPolicy = [
  "default-src 'none'",
  ...["script-src 'self'", "style-src 'self'", "font-src 'self'"],
  ...["form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"],
].join('; ')

const report = 'report-uri /api/csp-report'

/**
 * Policy of the desk's pages; Next puts the nonce, which it reads from the request, on its own scripts and styles.
 * @param trusted whether the page makes the policy by which scripts' addresses are trusted
 */
export function deskPolicy(nonce: string, dev: boolean, trusted = !dev): string {
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    dev ? `style-src 'self' 'unsafe-inline'` : `style-src 'self' 'nonce-${nonce}'`,
    // Pasted text carries style attributes that the editor's parser must see.
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `connect-src 'self'${dev ? ' ws:' : ''}`,
    `worker-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    // No string becomes a script, but by the policies named: ours for the build's files, the editor's for what is pasted.
    ...(!trusted ? [] : [`require-trusted-types-for 'script'`, 'trusted-types default ProseMirrorClipboard']),
    report,
  ].join('; ')
}
