import { z } from 'zod'
import { MunicipalitiesAnswer } from '../../../data/model/answers/municipalities.ts'
import { columns } from '../../formats/columns.ts'
import { feature } from '../feature.ts'

export const municipalities = feature({
  path: '/municipalities',
  right: 'open',
  summary: { sv: 'Alla kommuner', en: 'All municipalities' },
  parameters: z.object({}),
  answer: MunicipalitiesAnswer,
  respond: ({ release }): MunicipalitiesAnswer => ({
    municipalities: [...release.municipalities.values()].map((municipality) => ({
      code: municipality.code,
      name: municipality.shortName,
      fullName: municipality.name,
      county: { code: municipality.countyCode, name: municipality.countyName },
      skrGroup: { code: municipality.skrCode, name: municipality.skrName },
      population: municipality.population,
      lon: municipality.lon,
      lat: municipality.lat,
    })),
    release: release.about.id,
    sample: release.about.sample,
  }),
  table: (answer) => ({
    name: ['municipalities'],
    columns: columns(
      'municipality',
      'name',
      'fullName',
      'countyCode',
      'county',
      'skrGroupCode',
      'skrGroup',
      'population',
      'lon',
      'lat',
      'release',
      'sample',
    ),
    rows: answer.municipalities.map(({ code, county, skrGroup, ...rest }) => ({
      municipality: code,
      ...rest,
      countyCode: county.code,
      county: county.name,
      skrGroupCode: skrGroup.code,
      skrGroup: skrGroup.name,
      release: answer.release,
      sample: answer.sample,
    })),
  }),
})
