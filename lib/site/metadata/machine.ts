import type { MachinePart } from '../presentation'

/** What machines are told of parts that a machine has made: by IPTC's digital source types, as schema.org has them. */
export const madeByMachine = (machine: MachinePart, part: 'text' | 'pictures') =>
  machine === part || machine === 'both'
    ? { digitalSourceType: 'https://schema.org/TrainedAlgorithmicMediaDigitalSource' }
    : {}
