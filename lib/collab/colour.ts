const colours = ['#b4541a', '#1c6338', '#54408c', '#0b5563', '#702a50', '#7a4a06']

/** A colour that stays the person's; white is read on it. */
export const colourOf = (id: string) =>
  colours[[...id].reduce((sum, sign) => sum + sign.charCodeAt(0), 0) % colours.length]
