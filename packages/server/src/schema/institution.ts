import type { Institution as InstitutionRow } from '@careergraph/db';
import { INSTITUTION_CONTROLS, INSTITUTION_LEVELS } from '@careergraph/domain';
import { builder } from '../builder.js';
import { directoryOf } from '../programs/directory.js';
import { provenanceIn } from '../programs/figures.js';
import { Area } from './area.js';
import { enumOf } from './enums.js';
import { Provenance } from './provenance.js';

export const InstitutionControl = enumOf('InstitutionControl', 'Who controls an institution.', INSTITUTION_CONTROLS);

const InstitutionLevel = enumOf(
  'InstitutionLevel',
  'The length of the longest programs of an institution.',
  INSTITUTION_LEVELS,
);

export const Institution = builder.objectRef<InstitutionRow>('Institution');

const OWN_PAGE = 'Null if the directory has none that can be opened.';

builder.node(Institution, {
  description:
    'A college, university, or school in the directory of IPEDS. Links lead to its own pages. Being listed is not accreditation.',
  id: { resolve: ({ unitId }) => String(unitId), description: 'The global ID.' },
  loadOne: async (id, context) => {
    const { institutions } = await directoryOf(context);
    return (/^\d{1,8}$/.test(id) && institutions.get(Number(id))) || null;
  },
  fields: (t) => ({
    unitId: t.exposeInt('unitId', { description: 'The ID of the institution in IPEDS (UNITID). Example: 100654.' }),
    name: t.exposeString('name', { description: 'The name of the institution.' }),
    city: t.exposeString('city', { description: 'The city.' }),
    stateCode: t.exposeString('stateCode', {
      description: 'The ISO 3166-2 code of the state or territory. Example: `US-AL`.',
    }),
    state: t.field({
      type: Area,
      nullable: true,
      description: 'The state or territory. Null if it is one without figures, such as American Samoa.',
      resolve: ({ stateCode }, _, { catalog }) => catalog.area(stateCode),
    }),
    zip: t.exposeString('zip', { description: 'The five-digit ZIP code.' }),
    areaCode: t.exposeString('areaCode', {
      nullable: true,
      description:
        'The code of its metropolitan or micropolitan area in the directory. Example: `CBSA-26620`. Null if it is in none.',
    }),
    area: t.field({
      type: Area,
      nullable: true,
      description: 'Its metropolitan or micropolitan area. Null if it is in none, or no loaded release includes it.',
      resolve: ({ areaCode }, _, { catalog }) => catalog.area(areaCode),
    }),
    latitude: t.exposeFloat('latitude', {
      nullable: true,
      description: 'The latitude in degrees. Null if the directory has none.',
    }),
    longitude: t.exposeFloat('longitude', {
      nullable: true,
      description: 'The longitude in degrees. Null if the directory has none.',
    }),
    control: t.expose('control', {
      type: InstitutionControl,
      nullable: true,
      description: 'Who controls the institution. Null if the directory does not say.',
    }),
    level: t.expose('level', {
      type: InstitutionLevel,
      nullable: true,
      description: 'The length of its longest programs. Null if the directory does not say.',
    }),
    open: t.exposeBoolean('active', {
      description: 'Whether the institution was open in the year of the directory.',
    }),
    websiteUrl: t.exposeString('websiteUrl', { nullable: true, description: `Its website. ${OWN_PAGE}` }),
    admissionsUrl: t.exposeString('admissionsUrl', {
      nullable: true,
      description: `Its page on admissions. ${OWN_PAGE}`,
    }),
    applicationUrl: t.exposeString('applicationUrl', {
      nullable: true,
      description: `Its page for applications. ${OWN_PAGE}`,
    }),
    financialAidUrl: t.exposeString('financialAidUrl', {
      nullable: true,
      description: `Its page on financial aid. ${OWN_PAGE}`,
    }),
    netPriceCalculatorUrl: t.exposeString('netPriceCalculatorUrl', {
      nullable: true,
      description: `Its calculator of net prices. ${OWN_PAGE}`,
    }),
    provenance: t.field({
      type: Provenance,
      description: 'The row of the directory.',
      resolve: async ({ fileId, row }, _, context) => {
        const { files } = await directoryOf(context);
        if (files.institutions?.fileId !== fileId)
          throw new Error(`Institutions of file ${fileId} are not those of the catalog.`);
        return provenanceIn(context.catalog, { file: files.institutions, row });
      },
    }),
  }),
});
