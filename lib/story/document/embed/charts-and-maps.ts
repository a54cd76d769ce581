import { fitting, type Provider } from './provider'

const datawrapperId = /^[a-zA-Z\d]{5}$/

/** The chart's five letters; without a version, so that readers get the newest. */
export const datawrapper: Provider = {
  name: 'Datawrapper',
  what: () => 'chart',
  shape: () => 'plate',
  fits: (id) => datawrapperId.test(id),
  read({ host, parts: [first, second] }) {
    if (host === 'datawrapper.dwcdn.net') return fitting(datawrapperId, first)
    return host === 'datawrapper.de' && first === '_' ? fitting(datawrapperId, second) : undefined
  },
  link: (id) => `https://datawrapper.dwcdn.net/${id}/`,
  frame: (id) => `https://datawrapper.dwcdn.net/${id}/`,
}

type Place = { lat: number; lon: number }
type Map = Place & { zoom: number; pin?: Place }

const number = /^-?\d{1,3}(?:\.\d{1,5})?$/
const isPlace = ({ lat, lon }: Place) => Math.abs(lat) <= 85 && Math.abs(lon) <= 180

/** `zoom/lat/lon`, then those of its pin where it has one; to five decimals, which is a metre. */
function mapOf(id: string): Map | undefined {
  const parts = id.split('/')
  if ((parts.length !== 3 && parts.length !== 5) || !parts.every((part) => number.test(part))) return undefined
  const [zoom = 0, lat = 0, lon = 0, pinLat, pinLon] = parts.map(Number)
  const pin = pinLat === undefined || pinLon === undefined ? undefined : { lat: pinLat, lon: pinLon }
  const isZoom = Number.isInteger(zoom) && zoom >= 0 && zoom <= 21
  return isZoom && isPlace({ lat, lon }) && (!pin || isPlace(pin)) ? { zoom, lat, lon, pin } : undefined
}

function idOf({ zoom, lat, lon, pin }: Map): string | undefined {
  const parts = [Math.round(zoom), lat, lon, ...(pin ? [pin.lat, pin.lon] : [])]
  const id = parts.map((value) => String(Number(value.toFixed(5)))).join('/')
  return mapOf(id) && id
}

/** Both or neither. */
const placeOf = (lat: string | null | undefined, lon: string | null | undefined): Place | undefined =>
  /^-?\d+(\.\d+)?$/.test(lat ?? '') && /^-?\d+(\.\d+)?$/.test(lon ?? '')
    ? { lat: Number(lat), lon: Number(lon) }
    : undefined

const map: Pick<Provider, 'what' | 'shape' | 'fits'> = {
  what: () => 'map',
  shape: () => 'plate',
  fits: (id) => mapOf(id) !== undefined,
}
const known = (id: string): Map => mapOf(id) ?? { zoom: 0, lat: 0, lon: 0 }

export const openstreetmap: Provider = {
  ...map,
  name: 'OpenStreetMap',
  read({ host, query, hash }) {
    if (host !== 'openstreetmap.org' && host !== 'osm.org') return undefined
    const pin = placeOf(query.get('mlat'), query.get('mlon'))
    const [, zoom, lat, lon] = /(?:^|&)map=(\d+)\/(-?[\d.]+)\/(-?[\d.]+)/.exec(hash) ?? []
    const centre = placeOf(lat, lon) ?? pin
    return centre && idOf({ ...centre, zoom: Number(zoom ?? query.get('zoom') ?? 15), pin })
  },
  link(id) {
    const { zoom, lat, lon, pin } = known(id)
    return `https://www.openstreetmap.org/${pin ? `?mlat=${pin.lat}&mlon=${pin.lon}` : ''}#map=${zoom}/${lat}/${lon}`
  },
  frame(id) {
    const { zoom, lat, lon, pin } = known(id)
    // Half of what a frame of 640 by 480 pixels shows at that zoom, in degrees.
    const east = (360 / 2 ** zoom) * (320 / 256)
    const north = east * 0.75 * Math.cos((lat * Math.PI) / 180)
    const box = [lon - east, lat - north, lon + east, lat + north].map((value) => value.toFixed(5)).join('%2C')
    const mark = pin ? `&marker=${pin.lat}%2C${pin.lon}` : ''
    return `https://www.openstreetmap.org/export/embed.html?bbox=${box}&layer=mapnik${mark}`
  },
}

const google = /^(?:maps\.)?google\.(?:com|[a-z]{2}|com?\.[a-z]{2})$/

export const googlemaps: Provider = {
  ...map,
  name: 'Google Maps',
  read({ host, parts, query }) {
    if (!google.test(host) || !(host.startsWith('maps.') || parts[0] === 'maps')) return undefined
    const path = parts.join('/')
    const [, lat, lon, zoom] = /(?:^|\/)@(-?[\d.]+),(-?[\d.]+)(?:,([\d.]+)z)?/.exec(path) ?? []
    const [, asked, askedToo] = /^(-?[\d.]+),\s*(-?[\d.]+)$/.exec(query.get('q') ?? query.get('query') ?? '') ?? []
    const [, pinLat, pinLon] = /!3d(-?[\d.]+)!4d(-?[\d.]+)/.exec(path) ?? []
    // A map made to be put into a page says longitude first.
    const [, madeLon, madeLat] = /!2d(-?[\d.]+)!3d(-?[\d.]+)/.exec(query.get('pb') ?? '') ?? []
    const pin = placeOf(pinLat, pinLon) ?? placeOf(asked, askedToo)
    const centre = placeOf(lat, lon) ?? pin ?? placeOf(madeLat, madeLon)
    return centre && idOf({ ...centre, zoom: Number(zoom ?? 15), pin })
  },
  link(id) {
    const { zoom, lat, lon, pin } = known(id)
    return pin
      ? `https://www.google.com/maps/search/?api=1&query=${pin.lat}%2C${pin.lon}`
      : `https://www.google.com/maps/@?api=1&map_action=map&center=${lat}%2C${lon}&zoom=${zoom}`
  },
  frame(id) {
    const { zoom, lat, lon, pin } = known(id)
    const where = `ll=${lat}%2C${lon}${pin ? `&q=${pin.lat}%2C${pin.lon}` : ''}`
    return `https://www.google.com/maps?${where}&z=${zoom}&output=embed`
  },
}
