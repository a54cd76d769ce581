import { workerPath } from '#lib/device/kept-pages'

import { findNonce } from './nonce'

/**
 * On the desk no string becomes a script (`require-trusted-types-for`). The framework's loader and React set what they
 * need without a policy of their own, so the default one passes addresses in our build, the desk's service worker, React's empty script and this
 * very script (which React makes anew when it recovers from a fault), and nothing else. It throws, because the editor
 * makes a policy of its own for what is pasted only where the default one does.
 */
const policy = `{const own=document.currentScript.textContent;window.trustedTypes?.createPolicy('default',{
createHTML(html){if(html===own||html==='<script><'+'/script>')return html;throw new TypeError('No text becomes HTML here.')},
createScriptURL(address){const {origin,pathname}=new URL(address,location.href)
if(origin===location.origin&&(pathname==='${workerPath}'||pathname.startsWith('/_next/static/')))return address;throw new TypeError('No script from there.')}})}`

export async function TrustedTypes() {
  // Browsers hide a nonce from scripts, so what React finds there is never what it made.
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours
  return <script nonce={await findNonce()} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: policy }} />
}
