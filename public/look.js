// Before the first paint: the look and the size of text that the reader chose on this device; comforts.js lets choose.
{
  const wear = () => {
    const { dataset } = document.documentElement
    for (const name of ['theme', 'size'])
      try {
        const chosen = localStorage.getItem(`paper-${name}`)
        if (chosen) dataset[name] = chosen
        else delete dataset[name]
      } catch {
        // A browser that keeps nothing shows what the device says.
      }
  }
  wear()
  // Another tab, or this one left and come back to.
  addEventListener('storage', wear)
  addEventListener('pageshow', wear)
}
