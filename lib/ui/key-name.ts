const signs: Record<string, string> = { ArrowUp: '↑', ArrowDown: '↓', Escape: 'Esc', Backspace: '⌫' }

/** As it stands on the keyboard: "Ctrl Shift D". */
export const keyName = (key: string, mac = false) =>
  key
    .split(/[+-](?=.)/)
    .map((part) =>
      part === 'Mod' ? (mac ? '⌘' : 'Ctrl') : (signs[part] ?? (part.length === 1 ? part.toUpperCase() : part)),
    )
    .join(' ')
