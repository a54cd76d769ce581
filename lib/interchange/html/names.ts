/** Never read: nothing that runs, loads, decorates a page or is a control of it. Deleted words are gone. */
export const silent = new Set(
  (
    'applet audio base button canvas col colgroup datalist del dialog embed frame frameset head iframe input link map ' +
    'math meta meter noscript object optgroup option param portal progress rp rt script select source style svg ' +
    'template textarea title track video xml area'
  ).split(' '),
)

/** Words before it, in it and after it are lines apart. */
export const apart = new Set(
  (
    'address article aside body caption center dd details dir div dl dt fieldset figcaption figure footer form header ' +
    'hgroup html legend li main nav p pre section summary tbody td tfoot th thead tr'
  ).split(' '),
)

export const pictures = new Set(['img', 'picture'])
export const lists = new Set(['ul', 'ol', 'menu', 'dir'])
