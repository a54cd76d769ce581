/** Which boxes are kept inside which; others say who, when, where and with what, or nothing that a player needs. */
export const kept: Record<string, readonly string[]> = {
  moov: ['mvhd', 'trak', 'mvex'],
  trak: ['tkhd', 'edts', 'mdia'],
  edts: ['elst'],
  mdia: ['mdhd', 'hdlr', 'minf'],
  minf: ['vmhd', 'smhd', 'dinf', 'stbl'],
  dinf: ['dref'],
  stbl: 'stsd stts ctts cslg stsc stsz stco co64 stss sdtp sgpd sbgp'.split(' '),
  mvex: ['mehd', 'trex'],
  moof: ['mfhd', 'traf'],
  traf: ['tfhd', 'tfdt', 'trun', 'sdtp', 'sgpd', 'sbgp'],
}

/** Of the boxes inside a sample entry: what decoders and colours need, and the shape of 360°. */
export const keptOfEntries = 'avcC av1C vpcC esds dOps dfLa btrt colr pasp clap fiel mdcv clli st3d sv3d'.split(' ')

/** Of a film in fragments: boxes that stay where they are. */
export const keptOutside = ['ftyp', 'styp', 'sidx', 'mdat', 'mfra']
