// A sandbox needs rights that a container's root has not; the rest keeps the browser from calling home.
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox', '--disable-gpu', '--disable-quic'] : []
const quiet = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

/** How the browser is started, in tests and in long runs alike. */
export const chromiumLaunch = { executablePath: process.env.CHROMIUM, args: [...asRoot, ...quiet] }
