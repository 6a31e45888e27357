import { geoJson, neighbours, neighboursAs } from '../map-files.ts'
import { textFile, type BadFile } from './bad-file.ts'

const refused = (name: string, wrong: string, content: string, says: string): BadFile =>
  textFile(name, wrong, content, { refused: ['unreadable-file'], says })

/** Files of boundaries that are no maps, or none that can be read. */
export const boundaries: readonly BadFile[] = [
  refused('cut-off.geojson', 'boundaries cut off in the middle', neighboursAs((ring) => ring).slice(0, 300), 'cut off'),
  refused('settings.json', 'JSON that is no map', '{"name":"crescendo"}', 'does not say what type of map'),
  refused('one-shape.geojson', 'a geometry by itself', '{"type":"Polygon","coordinates":[]}', 'FeatureCollection'),
  refused('empty.geojson', 'a map without shapes', geoJson([]), 'without any area'),
  refused(
    'null.geojson',
    'a map whose features are nothing',
    '{"type":"FeatureCollection","features":[null,1,"a",[]]}',
    'without any area',
  ),
  refused(
    'points.geojson',
    'a map of points',
    '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"Northvale"},"geometry":{"type":"Point","coordinates":[0,52]}}]}',
    'without any area',
  ),
  refused(
    'no-arcs.topojson',
    'TopoJSON whose shapes name lines that are not there',
    '{"type":"Topology","objects":{"a":{"type":"GeometryCollection","geometries":[{"type":"Polygon","arcs":[[0,1,99]]}]}},"arcs":[]}',
    'do not fit together',
  ),
  refused(
    'no-layer.topojson',
    'TopoJSON without a layer',
    '{"type":"Topology","objects":{},"arcs":[]}',
    'without a layer',
  ),
  refused(
    'swapped.geojson',
    'latitudes before longitudes',
    neighboursAs((ring) => ring.map(([x, y]) => [y, x])),
    'longitude of each position first',
  ),
  refused(
    'mercator.geojson',
    'the metres of web maps',
    neighboursAs((ring) => ring.map(([x, y]) => [x * 111_320, y * 130_000])),
    'no longitudes and latitudes',
  ),
  textFile(
    'before-register.geojson',
    'boundaries before a register that names districts',
    neighboursAs((ring) => ring),
    { refused: ['unknown-district'], says: 'load the school register first' },
  ),
  textFile(
    'no-name.geojson',
    'shapes that say no name',
    geoJson([
      [JSON.parse('{"__proto__":"x","constructor":"y"}') as object as Record<string, unknown>, neighbours['Northvale']],
    ]),
    { refused: ['unknown-kind'], says: 'lacks District' },
  ),
]
